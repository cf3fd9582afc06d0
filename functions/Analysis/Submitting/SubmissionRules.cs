using System.Text;
using Ghostbusters.Engine;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.TeamRules;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Problems;

namespace Ghostbusters.Functions.Analysis.Submitting;

/// <summary>What is wrong with a submission, field by field; the fields are named as documented and their values are not echoed.</summary>
internal static class SubmissionRules
{
    public const int MaximumFiles = 500;
    public const int MaximumBytes = 4 * 1024 * 1024;
    public const int MaximumName = 200;

    private const int MaximumPath = 400;
    private const int MaximumExperts = 20;

    public static IReadOnlyList<FieldProblem> Check(AnalyzeRequest request, OutboundOptions outbound)
    {
        var problems = new List<FieldProblem>();
        if (new object?[] { request.Repository, request.Upload, request.Files }.Count(static source => source is not null) != 1)
            problems.Add(new FieldProblem("/", "Give exactly one of repository, upload and files."));
        if (request.Repository is { } repository) problems.AddRange(Check(repository, outbound));
        if (request.Upload is { } upload && !UlidGenerator.IsId(upload)) problems.Add(new FieldProblem("/upload", "The id of an upload is wanted."));
        if (request.Files is { } files) problems.AddRange(Check(files));
        if (request.ProjectPath is { } project && !IsName(project)) problems.Add(new FieldProblem("/project_path", "1 to 200 characters without control characters are wanted."));
        if (request.Options is { } options) problems.AddRange(Check(options, outbound));
        if (request.Options?.BaseRef is { } reference && (request.Repository is null || !RepositoryAddress.IsRef(reference)))
            problems.Add(new FieldProblem("/options/base_ref", "A branch, a tag or a commit of the repository is wanted; other sources have no base."));
        return problems;
    }

    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaximumName && !text.Any(char.IsControl) && IsText(text);

    private static IEnumerable<FieldProblem> Check(RepositorySource repository, OutboundOptions outbound)
    {
        if (RepositoryAddress.Find(repository.Url, outbound) is null)
            yield return new FieldProblem("/repository/url", "The https address of a repository on a forge that this deployment knows is wanted.");
        if (repository.Ref is { } reference && !RepositoryAddress.IsRef(reference))
            yield return new FieldProblem("/repository/ref", "A branch, a tag or a commit is wanted.");
    }

    private static IEnumerable<FieldProblem> Check(IReadOnlyList<FileSource> files)
    {
        if (files.Count is 0 or > MaximumFiles)
        {
            yield return new FieldProblem("/files", $"1 to {MaximumFiles} files are wanted. Send more as an upload.");
            yield break;
        }
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var bytes = 0L;
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i] is not { Path: { } path } || !IsPath(path)) yield return new FieldProblem($"/files/{i}/path", "A relative path with forward slashes is wanted.");
            else if (!paths.Add(path)) yield return new FieldProblem($"/files/{i}/path", "The same path is there twice.");
            if (files[i]?.Content is not { } content || !IsText(content)) yield return new FieldProblem($"/files/{i}/content", "The file's text is wanted.");
            else bytes += Encoding.UTF8.GetByteCount(content);
        }
        if (bytes > MaximumBytes) yield return new FieldProblem("/files", $"At most {MaximumBytes} bytes are taken in all. Send more as an upload.");
    }

    private static IEnumerable<FieldProblem> Check(AnalyzeOptions options, OutboundOptions outbound)
    {
        if (options.MinSeverity is not (null or "note" or "warning" or "error"))
            yield return new FieldProblem("/options/min_severity", "note, warning or error is wanted.");
        if (options.CallbackUrl is { } url && OutboundUrl.Parse(url, outbound) is null)
            yield return new FieldProblem("/options/callback_url", "A public https address with a host name is wanted.");
        if (options.Rules is { } rules && !IsSelection(rules, []))
            yield return new FieldProblem("/options/rules", "Ids of rules or their beginnings are wanted, separated by commas.");
        if (options.Floor is { } floor && !IsFloor(floor))
            yield return new FieldProblem("/options/floor", "Ids of rules or their beginnings are wanted, separated by commas.");
        if (options.Experts is { } experts && (experts.Count > MaximumExperts || experts.Any(static e => e is null) || !IsSelection(null, experts)))
            yield return new FieldProblem("/options/experts", "Names of experts are wanted: " + string.Join(", ", Experts.All(TeamRuleSet.Empty).Select(static e => e.Name)) + ".");
    }

    /// <summary>Whether a text names rules.</summary>
    public static bool IsFloor(string text) => text.Length > 0 && IsSelection(text, []);

    private static bool IsSelection(string? rules, IReadOnlyCollection<string> experts)
    {
        if (rules is { Length: > 2000 }) return false;
        try
        {
            _ = RuleSelection.Of(TeamRuleSet.Empty, rules, experts);
            return true;
        }
        catch (ConfigurationException)
        {
            return false; // Its message quotes the request.
        }
    }

    private static bool IsPath(string path) =>
        path.Length is > 0 and <= MaximumPath && IsText(path) && !path.Any(static c => char.IsControl(c) || c == '\\')
        && path.Split('/').All(static part => part is not ("" or "." or ".."));

    /// <summary>Half a surrogate pair is no text: it would be stored as another character.</summary>
    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
