using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Hooks;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Metrics;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Tracing;
using Ghostbusters.Functions.Webhooks;

namespace Ghostbusters.Functions.Analysis.Webhooks;

/// <summary>
/// Takes an event: the signature over the bytes before anything is parsed, then a record and a message, and nothing goes out.
/// The same signed bytes are the same analysis, whatever delivery they come with.
/// </summary>
internal sealed class WebhookIntake(HookStore hooks, AnalysisStore store, ISecrets secrets, OutboundOptions outbound, EmfMetrics metrics, TimeProvider clock)
{
    public async Task<APIGatewayProxyResponse> TakeAsync(APIGatewayProxyRequest request, WebhookSender sender, CancellationToken cancellation)
    {
        var id = request.QueryStringParameters?.TryGetValue("hook", out var value) == true ? value : null;
        var hook = await hooks.FindAsync(id, cancellation).ConfigureAwait(false);
        if (hook is null || hook.Kind != sender.Kind || !RawBody.TryRead(request.Body, request.IsBase64Encoded, out var bytes)) return Answers.Problem(Problem.Unauthorized);
        if (bytes.Length > Bodies.Maximum) return Answers.Problem(Problem.TooLarge($"A body has at most {Bodies.Maximum} bytes."));
        var active = HookSecrets.Of(hook, await HookSecrets.MasterAsync(secrets, cancellation).ConfigureAwait(false));
        if (!sender.IsSigned(request, bytes, active, clock)) return Answers.Problem(Problem.Unauthorized);

        WebhookOrder? order;
        try
        {
            order = sender.Read(request, bytes);
        }
        catch (JsonException)
        {
            return Answers.Problem(Problem.Invalid("The body is not JSON.")); // Signed, so it is the sender's mistake; nothing of it is echoed.
        }
        if (order is null) return Ignored("WebhookEventIgnored");
        if (!IsOf(hook, order)) return Ignored("WebhookOtherRepository");
        if (order.CallbackUrl is { } url && OutboundUrl.Parse(url, outbound) is null)
            return Answers.Problem(Problem.Invalid("Some fields are wrong.", new FieldProblem("/callback_url", "A public https address with a host name is wanted.")));
        var (record, isNew) = await CreateAsync(hook, order, bytes, cancellation).ConfigureAwait(false);
        return Answers.Json(isNew ? 202 : 200, new HookAccepted(record.Id), AnalysisJson.Default.HookAccepted);
    }

    private Task<(AnalysisRecord Record, bool IsNew)> CreateAsync(Hook hook, WebhookOrder order, byte[] bytes, CancellationToken cancellation)
    {
        var digest = Digest.Of(bytes);
        var id = Digest.IdOf("webhook", hook.Id + "\n" + digest);
        var now = clock.GetUtcNow();
        var reference = order.Ref is { } named && RepositoryAddress.IsRef(named) ? named : order.Commit;
        var record = new AnalysisRecord
        {
            Id = id,
            Project = new Uri(hook.Repository).AbsolutePath.Trim('/'),
            Source = new SourceOrder(SourceKind.Repository, hook.Repository, reference, null, order.Commit),
            CreatedAt = now,
            Payload = digest,
            User = "hook:" + hook.Id,
            Options = new AnalyzeOptions { Floor = hook.Floor, CallbackUrl = order.CallbackUrl },
            Entries = [new PhaseEntry(Phase.Queued, 1, 0, now)],
        };
        return store.CreateAsync(hook.Tenant, record, StageMessage.To(StageQueues.Fetch, id, TraceContext.Start(id)), cancellation);
    }

    /// <summary>A hook speaks for its own repository only: one tenant's hook cannot have another's analysed.</summary>
    private bool IsOf(Hook hook, WebhookOrder order) =>
        string.Equals(RepositoryAddress.Find(order.Repository, outbound)?.PublicUrl, hook.Repository, StringComparison.OrdinalIgnoreCase);

    private APIGatewayProxyResponse Ignored(string metric)
    {
        metrics.Add(metric, 1);
        metrics.Flush();
        return Answers.Empty(204);
    }
}
