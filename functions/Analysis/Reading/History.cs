using System.Globalization;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Paging;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Analysis.Reading;

/// <summary>Lists analyses, newest first. Project is an index; status and score are looked at item by item, so a page may be short.</summary>
internal sealed class History([FromKeyedServices(TableNames.Analysis)] ITable table, ISecrets secrets)
{
    /// <summary>The platform's secret that seals cursors.</summary>
    public const string CursorSecret = "cursors";

    /// <summary>So many stored pages are looked through for one answer, so that its time is bounded.</summary>
    private const int MaximumReads = 5;

    public async Task<(HistoryPage? Page, Problem? Problem)> ListAsync(ApiCall call)
    {
        var (filter, problem) = HistoryFilter.Read(call);
        if (filter is null) return (null, problem);
        var cursors = new PageCursors(await secrets.GetAsync(TenantId.Platform, CursorSecret, call.Cancellation).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The platform's secret '{CursorSecret}' is missing."));
        var query = filter.Project is { } project
            ? new TableQuery(AnalysisItem.ProjectPartition(project)) { Index = TableIndex.Index2, Descending = true, Limit = filter.Limit }
            : new TableQuery(AnalysisItem.HistoryPartition) { Index = TableIndex.Index1, Descending = true, Limit = filter.Limit };
        if (!cursors.TryRead(call.Tenant, query, call.Query("cursor"), out var after, filter.Text)) return (null, Problem.InvalidCursor);
        var (items, next) = await ReadAsync(call, query, after, filter).ConfigureAwait(false);
        return (new HistoryPage(items, next is null ? null : cursors.Write(call.Tenant, query, next, filter.Text)), null);
    }

    private async Task<(List<AnalysisSummary> Items, PagePosition? Next)> ReadAsync(ApiCall call, TableQuery query, PagePosition? after, HistoryFilter filter)
    {
        var found = new List<AnalysisSummary>();
        for (var read = 0; read < MaximumReads; read++)
        {
            var page = await table.QueryAsync(call.Tenant, query with { After = after }, call.Cancellation).ConfigureAwait(false);
            foreach (var item in page.Items)
            {
                if (filter.Takes(AnalysisItem.Read(item, call.Tenant).Summary) is { } summary) found.Add(summary);
                if (found.Count < filter.Limit) continue;
                var sort = query.Index == TableIndex.Index2 ? item.Index2!.Sort : item.Index1!.Sort;
                var isLast = page.Next is null && ReferenceEquals(item, page.Items[^1]);
                return (found, isLast ? null : new PagePosition(item.Key, sort));
            }
            after = page.Next;
            if (after is null) break;
        }
        return (found, after);
    }
}

/// <summary>What of the history is wanted.</summary>
internal sealed record HistoryFilter(string? Project, string? Status, double? AtLeast, double? AtMost, int Limit)
{
    private static readonly HashSet<string> Statuses = new(StringComparer.Ordinal) { "queued", "running", "done", "partial", "failed" };

    /// <summary>What is no part of the query itself: a cursor is good for the same filter only.</summary>
    public string Text => FormattableString.Invariant($"{Status}|{AtLeast}|{AtMost}");

    /// <summary>Reads <c>project</c>, <c>status</c>, <c>min_score</c>, <c>max_score</c> (0 to 1) and <c>limit</c> (1 to 100, default 20).</summary>
    public static (HistoryFilter? Filter, Problem? Problem) Read(ApiCall call)
    {
        var problems = new List<FieldProblem>();
        var limit = 20;
        if (call.Query("limit") is { } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > 100))
            problems.Add(new FieldProblem("limit", "1 to 100 is wanted."));
        var status = call.Query("status");
        if (status is not null && !Statuses.Contains(status)) problems.Add(new FieldProblem("status", "queued, running, done, partial or failed is wanted."));
        var project = call.Query("project");
        if (project is not null && !Submitting.SubmissionRules.IsName(project)) problems.Add(new FieldProblem("project", "A project's name is wanted."));
        var (least, most) = (Score(call, "min_score", problems), Score(call, "max_score", problems));
        return problems.Count > 0
            ? (null, Problem.Invalid("Some parameters are wrong.", problems))
            : (new HistoryFilter(project, status, least, most, limit), null);
    }

    public AnalysisSummary? Takes(AnalysisSummary summary) =>
        (Status is null || summary.Status == Status)
        && (AtLeast is not { } least || summary.ConfidenceScore >= least)
        && (AtMost is not { } most || summary.ConfidenceScore <= most)
            ? summary
            : null;

    private static double? Score(ApiCall call, string name, List<FieldProblem> problems)
    {
        if (call.Query(name) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 1) return score;
        problems.Add(new FieldProblem(name, "A number from 0 to 1 is wanted."));
        return null;
    }
}
