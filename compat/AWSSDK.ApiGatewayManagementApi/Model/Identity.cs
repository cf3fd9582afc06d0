namespace Amazon.ApiGatewayManagementApi.Model;

/// <summary>Who is on the other side of a connection.</summary>
public class Identity
{
    public string SourceIp { get; set; }

    public string UserAgent { get; set; }
}
