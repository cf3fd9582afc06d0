using System.Text;
using Ghostbusters.LambdaRuntimeApi;

namespace Ghostbusters.EndToEnd.Aws;

/// <summary>Whom the deployed functions trust: the authorities of the bundle that is packed with them, and no others.</summary>
public sealed class TrustTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("ghostbusters-trust-").FullName;

    [Fact]
    public async Task AnAuthorityThatIsNotInTheBundle_IsRefused_BeforeAnythingIsSent()
    {
        await using var table = new TlsDynamo();
        var (answer, log) = await DisconnectAsync(table, NativeFunctions.AmazonRoots);
        Assert.Contains("\"statusCode\":500", answer, StringComparison.Ordinal);
        Assert.Contains("UntrustedRoot", log, StringComparison.Ordinal);
        Assert.Empty(table.Requests);
    }

    /// <summary>The same with the authority in the bundle: so it was the bundle that decided.</summary>
    [Fact]
    public async Task AnAuthorityOfTheBundle_IsTrusted()
    {
        await using var table = new TlsDynamo();
        var bundle = Path.Combine(_folder, "own.pem");
        await File.WriteAllTextAsync(bundle, table.Pem);
        var (answer, log) = await DisconnectAsync(table, bundle);
        Assert.True(answer.Contains("\"statusCode\":200", StringComparison.Ordinal), answer + log);
        Assert.Equal("POST / HTTP/1.1", Assert.Single(table.Requests));
    }

    [Fact]
    public async Task WithoutTheBundle_NobodyIsTrusted()
    {
        await using var table = new TlsDynamo();
        var (answer, _) = await DisconnectAsync(table, Path.Combine(_folder, "none.pem"));
        Assert.Contains("\"statusCode\":500", answer, StringComparison.Ordinal);
        Assert.Empty(table.Requests);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A function that does one write to the table and nothing else.</summary>
    private static async Task<(string Answer, string Log)> DisconnectAsync(TlsDynamo table, string bundle)
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = FunctionProcess.Start(NativeFunctions.Executable, api, "ProgressDisconnect",
        [
            ("SSL_CERT_FILE", bundle), ("SSL_CERT_DIR", NativeFunctions.NoRoots), ("AWS_REGION", "eu-central-1"), ("AWS_ENDPOINT_URL_DYNAMODB", table.Address.ToString()),
            ("AWS_MAX_ATTEMPTS", "1"), ("AWS_ACCESS_KEY_ID", "key"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("GHOSTBUSTERS_TABLE_ANALYSIS", "analysis"),
        ]);
        var outcome = await api.InvokeAsync(Encoding.UTF8.GetBytes("""{"requestContext":{"connectionId":"c1","routeKey":"$disconnect","eventType":"DISCONNECT"}}""")).WaitAsync(Limit);
        return (outcome.Text, function.Log);
    }
}
