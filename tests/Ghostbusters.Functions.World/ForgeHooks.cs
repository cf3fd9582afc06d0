using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Ghostbusters.Functions.World;

/// <summary>A forge's side of webhooks.</summary>
internal static class ForgeHooks
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";
    public const string Repository = "https://github.com/ada/shop";

    public static string Push(string repository = Repository, string commit = Commit) =>
        JsonSerializer.Serialize(new { @ref = "refs/heads/main", after = commit, repository = new { html_url = repository } });

    public static async Task<(string Id, string Secret)> HookAsync(this Service service, string kind, string repository = Repository, TenantId tenant = default)
    {
        var answer = await service.CallAsync("CreateHook", Requests.Of(await service.KeyAsync(tenant == default ? Service.Ada : tenant), JsonSerializer.Serialize(new { kind, repository })));
        Assert.Equal(201, answer.StatusCode);
        return (answer.Json().GetProperty("info").Text("hook_id"), answer.Json().Text("secret"));
    }

    public static Task<APIGatewayProxyResponse> SendAsync(this Service service, string hook, string secret, string body, string name, bool isBase64 = false) =>
        service.CallAsync("GitHubWebhook", Request(hook, secret, body, name, isBase64));

    public static APIGatewayProxyRequest Request(string hook, string secret, string body, string name, bool isBase64)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var signature = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), bytes));
        var request = Requests.Of(null, isBase64 ? Convert.ToBase64String(bytes) : body).With("X-Hub-Signature-256", signature).With("X-GitHub-Event", name);
        request.IsBase64Encoded = isBase64;
        request.QueryStringParameters["hook"] = hook;
        return request;
    }
}
