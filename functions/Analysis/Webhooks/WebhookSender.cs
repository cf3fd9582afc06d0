using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Analysis.Hooks;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Webhooks;

namespace Ghostbusters.Functions.Analysis.Webhooks;

/// <summary>How a kind of sender signs and what its events mean.</summary>
internal abstract class WebhookSender
{
    private protected WebhookSender()
    {
    }

    public static WebhookSender GitHub { get; } = new GitHubSender();

    public static WebhookSender GitLab { get; } = new GitLabSender();

    public static WebhookSender Ci { get; } = new CiSender();

    public abstract string Kind { get; }

    /// <summary>Whether one of the hook's secrets signed these bytes.</summary>
    public abstract bool IsSigned(APIGatewayProxyRequest request, byte[] bytes, SecretVersions secrets, TimeProvider clock);

    /// <summary>What is asked for; null: nothing.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public abstract WebhookOrder? Read(APIGatewayProxyRequest request, byte[] bytes);

    private static bool IsStandard(APIGatewayProxyRequest request, byte[] bytes, SecretVersions secrets, TimeProvider clock) => new StandardWebhook(clock).Verify(
        bytes, request.HeaderOf(StandardWebhook.IdHeader), request.HeaderOf(StandardWebhook.TimestampHeader), request.HeaderOf(StandardWebhook.SignatureHeader), secrets);

    private sealed class GitHubSender : WebhookSender
    {
        public override string Kind => Hook.GitHub;

        public override bool IsSigned(APIGatewayProxyRequest request, byte[] bytes, SecretVersions secrets, TimeProvider clock) =>
            GitHubSignature.Verify(bytes, request.HeaderOf(GitHubSignature.Header), secrets);

        public override WebhookOrder? Read(APIGatewayProxyRequest request, byte[] bytes)
        {
            using var body = JsonDocument.Parse(bytes);
            return ForgeEvents.GitHub(request.HeaderOf("x-github-event"), body.RootElement);
        }
    }

    private sealed class GitLabSender : WebhookSender
    {
        public override string Kind => Hook.GitLab;

        /// <summary>A signature where there is one, which binds the body; else the token.</summary>
        public override bool IsSigned(APIGatewayProxyRequest request, byte[] bytes, SecretVersions secrets, TimeProvider clock) =>
            request.HeaderOf(StandardWebhook.SignatureHeader) is not null
                ? IsStandard(request, bytes, secrets, clock)
                : GitLabToken.Verify(request.HeaderOf(GitLabToken.Header), secrets);

        public override WebhookOrder? Read(APIGatewayProxyRequest request, byte[] bytes)
        {
            using var body = JsonDocument.Parse(bytes);
            return ForgeEvents.GitLab(request.HeaderOf("x-gitlab-event"), body.RootElement);
        }
    }

    private sealed class CiSender : WebhookSender
    {
        public override string Kind => Hook.Ci;

        public override bool IsSigned(APIGatewayProxyRequest request, byte[] bytes, SecretVersions secrets, TimeProvider clock) =>
            IsStandard(request, bytes, secrets, clock);

        public override WebhookOrder? Read(APIGatewayProxyRequest request, byte[] bytes) =>
            ForgeEvents.Ci(JsonSerializer.Deserialize(bytes, AnalysisJson.Default.CiEvent));
    }
}
