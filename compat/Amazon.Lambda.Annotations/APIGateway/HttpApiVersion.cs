namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>The version of an HTTP API's payload.</summary>
public enum HttpApiVersion
{
    V1,
    V2,
}
