using Ghostbusters.Functions.Analysis.Outbound;

namespace Ghostbusters.Functions.Analysis.Notifying;

/// <summary>Tells the outside: a check run, a commit status, a callback. Each can be repeated without a second effect.</summary>
internal sealed class Notification(ForgeCalls calls, OutboundOptions options)
{
    public const string Name = "ghostbusters";

    /// <summary>GitHub takes so many annotations in a request.</summary>
    public const int BatchSize = 50;

    /// <summary>
    /// Finds the analysis' own check run or makes it, then adds what annotations are missing, 50 a request: the run itself
    /// says how many it has, so that a repetition goes on where the attempt before it ended.
    /// </summary>
    public async Task CheckRunAsync(CheckRunOrder order, CancellationToken cancellation)
    {
        var path = order.Address.Api;
        var known = (await calls.FindAsync(
            $"{path}/commits/{order.Commit}/check-runs?check_name={Name}&filter=all&per_page=100", order.Credentials, AnalysisJson.Default.CheckRunList, cancellation).ConfigureAwait(false))
            ?.CheckRuns?.FirstOrDefault(run => run.ExternalId == order.AnalysisId);
        var (id, done) = (known?.Id, known?.Output?.AnnotationsCount ?? 0);
        if (known is null)
        {
            var first = Run(order, order.Annotations.Take(BatchSize)) with
            {
                Name = Name,
                HeadSha = order.Commit,
                Status = "completed",
                Conclusion = order.Verdict.Conclusion,
                ExternalId = order.AnalysisId,
                DetailsUrl = options.LinkTo(order.AnalysisId),
            };
            var made = await calls.MakeAsync($"{path}/check-runs", order.Credentials, first, AnalysisJson.Default.CheckRun, AnalysisJson.Default.KnownCheckRun, cancellation).ConfigureAwait(false);
            (id, done) = (made.Id, BatchSize);
        }
        foreach (var batch in order.Annotations.Skip(done).Chunk(BatchSize))
            await calls.SendAsync(HttpMethod.Patch, FormattableString.Invariant($"{path}/check-runs/{id}"), order.Credentials, Run(order, batch), AnalysisJson.Default.CheckRun, cancellation).ConfigureAwait(false);
    }

    public Task CommitStatusAsync(RepositoryAddress address, string commit, string analysis, Verdict verdict, IReadOnlyDictionary<string, string> credentials, CancellationToken cancellation) =>
        calls.SendAsync(
            HttpMethod.Post, $"{address.Api}/statuses/{commit}", credentials,
            new CommitStatus(verdict.State, Name, verdict.Title, options.LinkTo(analysis)), AnalysisJson.Default.CommitStatus, cancellation);

    public Task CallbackAsync(Uri url, CallbackBody body, CancellationToken cancellation) =>
        calls.SendAsync(HttpMethod.Post, url.AbsoluteUri, new Dictionary<string, string>(), body, AnalysisJson.Default.CallbackBody, cancellation);

    private static CheckRun Run(CheckRunOrder order, IEnumerable<CheckAnnotation> annotations) =>
        new() { Output = new CheckRunOutput(order.Verdict.Title, order.Verdict.Summary, [.. annotations]) };
}

/// <summary>What a check run says.</summary>
internal sealed record CheckRunOrder(
    RepositoryAddress Address, string Commit, string AnalysisId, Verdict Verdict, IReadOnlyList<CheckAnnotation> Annotations, IReadOnlyDictionary<string, string> Credentials);
