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
        Assert.Empty(table.Requests);
        Assert.True(table.Refused > 0, log);
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
        Assert.True(table.Refused > 0);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A function that does one write to the table and nothing else. AWS's client tries again until the time is over, so there is little of it.</summary>
    private static async Task<(string Answer, string Log)> DisconnectAsync(TlsDynamo table, string bundle)
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = FunctionProcess.Start(NativeFunctions.Executable, api, "ProgressDisconnect",
        [
            ("SSL_CERT_FILE", bundle), ("SSL_CERT_DIR", NativeFunctions.NoRoots), ("AWS_REGION", "eu-central-1"), ("AWS_ENDPOINT_URL_DYNAMODB", table.Address.ToString()),
            ("AWS_ACCESS_KEY_ID", "key"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("GHOSTBUSTERS_TABLE_ANALYSIS", "analysis"), ("GHOSTBUSTERS_TABLE_ACCOUNTS", "accounts"),
        ]);
        var answer = api.InvokeAsync(Encoding.UTF8.GetBytes("""{"requestContext":{"connectionId":"c1","routeKey":"$disconnect","eventType":"DISCONNECT"}}"""), new InvocationOptions { Timeout = TimeSpan.FromSeconds(5) });
        var first = await Task.WhenAny(answer, api.InitError, Task.Delay(Limit));
        Assert.True(first == answer, "The function gives no answer: " + function.Log);
        return ((await answer).Text, function.Log);
    }
}
