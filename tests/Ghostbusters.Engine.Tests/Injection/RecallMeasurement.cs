#pragma warning disable RS0030 // Random: its seed comes from the caller, as the ban asks.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Loading;
using Ghostbusters.Engine.TeamRules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>How many of the injected delusions a rule finds.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Injected">Delusions that compile.</param>
/// <param name="Found">Those of them that were found.</param>
/// <param name="Missed">Where the others are.</param>
internal sealed record Recall(string RuleId, int Injected, int Found, ImmutableArray<string> Missed);

/// <summary>Injects one delusion into each of many files at once, at a seeded random place, and asks the rule.</summary>
internal static class RecallMeasurement
{
    // Enough for a share, few enough for a test.
    private const int MostAProject = 60;

    // Few files have a place: then those that have one may have more than one, in different members.
    private const int EnoughAProject = 20;
    private const int MostAFile = 5;

    // These speak when they have seen the whole compilation.
    private static readonly string[] AtTheEnd = ["GB2006", "GB4001", "GB4003", "GB8208"];

    private static readonly ConcurrentDictionary<LoadedProject, Lazy<Task<ImmutableArray<Diagnostic>>>> Honest = new();

    public static async Task<Recall> OfAsync(Injection injection, int seed)
    {
        var random = new Random(seed);
        string[] rules = [injection.RuleId, .. injection.AlsoSaidBy];
        var (injected, found, missed) = (0, 0, ImmutableArray.CreateBuilder<string>());
        foreach (var host in injection.IsForTests ? Hosts.Tests : Hosts.Shipped)
        {
            var sites = Choose(injection, host, random);
            var (compilation, kept) = Inject(host, sites, injection);
            if (kept.Count == 0)
                continue;
            var before = (await Before(host)).Where(d => rules.Contains(d.Id)).ToList();
            var after = await FindAsync(host, compilation, rules, kept.Select(static k => k.Path).ToHashSet(StringComparer.Ordinal));
            foreach (var (path, member, site) in kept)
            {
                injected++;
                if (Count(after, path, member) > Count(before, path, site.Member))
                    found++;
                else
                    missed.Add(Describe(host, path, site));
            }
        }

        return new Recall(injection.RuleId, injected, found, missed.ToImmutable());
    }

    private static List<(SyntaxTree Tree, Injected Site)> Choose(Injection injection, LoadedProject host, Random random)
    {
        var sites = new List<(SyntaxTree, Injected)>();
        // A folder that is named for tests holds what tests share, whoever ships it: rules on shipped code leave it alone.
        var trees = host.Compilation.SyntaxTrees.Where(t => t.FilePath.EndsWith(".cs", StringComparison.Ordinal) && !t.FilePath.StartsWith('<')
            && (injection.IsForTests || !t.FilePath.Contains("/Testing/", StringComparison.Ordinal))).ToArray();
        random.Shuffle(trees);
        var left = new List<(SyntaxTree Tree, List<Injected> Sites)>();
        foreach (var tree in trees.TakeWhile(_ => sites.Count < MostAProject))
        {
            var all = injection.In(host.Compilation.GetSemanticModel(tree), (CompilationUnitSyntax)tree.GetRoot()).ToList();
            if (all.Count == 0)
                continue;
            left.Add((tree, all));
            TakeOne(left[^1]);
        }

        for (var round = 1; round < MostAFile && sites.Count < EnoughAProject; round++)
        {
            foreach (var file in left.Where(static f => f.Sites.Count > 0))
                TakeOne(file);
        }

        return sites;

        void TakeOne((SyntaxTree Tree, List<Injected> Sites) file)
        {
            var site = file.Sites[random.Next(file.Sites.Count)];
            sites.Add((file.Tree, site));
            file.Sites.RemoveAll(s => s.Member.IntersectsWith(site.Member));
        }
    }

    private static string Describe(LoadedProject host, string path, Injected site)
    {
        var line = host.Compilation.SyntaxTrees.First(t => t.FilePath == path).GetLineSpan(site.Member).StartLinePosition.Line + 1;
        var texts = string.Join(" | ", site.Changes.Select(static c => string.Join(' ', c.NewText!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        return $"{path}({line}): {(texts.Length > 160 ? texts[..160] + "…" : texts)}";
    }

    // A change that does not compile is no delusion, but where that is the delusion; it is taken back, until what is left is as it should be.
    private static (Compilation Compilation, List<(string Path, TextSpan Member, Injected Site)> Kept) Inject(LoadedProject host, List<(SyntaxTree Tree, Injected Site)> sites, Injection injection)
    {
        Compilation compilation = host.Compilation.AddReferences(injection.References);
        var changed = new List<(SyntaxTree Tree, SyntaxTree Original, ImmutableArray<Injected> Sites)>();
        foreach (var file in sites.GroupBy(static s => s.Tree, static s => s.Site))
        {
            var tree = file.Key.WithChangedText(file.Key.GetText().WithChanges(file.SelectMany(static s => s.Changes).OrderBy(static c => c.Span.Start)));
            compilation = compilation.ReplaceSyntaxTree(file.Key, tree);
            changed.Add((tree, file.Key, [.. file]));
        }

        var right = new List<(SyntaxTree Tree, Injected Site)>();
        var kept = new List<(string, TextSpan, Injected)>();
        foreach (var (tree, original, all) in changed)
        {
            var errors = compilation.GetSemanticModel(tree).GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.Location.SourceSpan).ToList();
            var members = all.Select(s => Moved(s, all)).ToList();
            var strange = errors.Any(e => !members.Exists(m => m.IntersectsWith(e)));
            for (var i = 0; i < all.Length; i++)
            {
                if (errors.Exists(members[i].IntersectsWith) != injection.MayBreak || strange)
                    continue;
                right.Add((original, all[i]));
                kept.Add((tree.FilePath, members[i], all[i]));
            }
        }

        return right.Count == sites.Count ? (compilation, kept) : Inject(host, right, injection);
    }

    // Where the member stands when everything in its file has been changed.
    private static TextSpan Moved(Injected site, ImmutableArray<Injected> all)
    {
        var before = all.SelectMany(static s => s.Changes).Where(c => c.Span.End <= site.Member.Start).Sum(Growth);
        var within = site.Changes.Where(c => c.Span.End > site.Member.Start).Sum(Growth);
        return new TextSpan(site.Member.Start + before, Math.Max(0, site.Member.Length + within));
    }

    private static int Growth(TextChange change) => (change.NewText?.Length ?? 0) - change.Span.Length;

    // A finding lies in the member that was changed, so only the changed files are asked; and everything, where a rule speaks at the end.
    private static async Task<ImmutableArray<Diagnostic>> FindAsync(LoadedProject host, Compilation compilation, string[] rules, HashSet<string> changed)
    {
        if (rules.Any(AtTheEnd.Contains))
            return await FindAsync(host, compilation, rules);
        var asked = compilation.WithAnalyzers(RuleSelection.Parse(string.Join(',', rules)).CreateRules(), new CompilationWithAnalyzersOptions(
            Options(host), static (exception, rule, _) => throw new InvalidOperationException($"{rule.GetType().Name} threw: {exception}", exception),
            concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true));
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var tree in compilation.SyntaxTrees.Where(t => changed.Contains(t.FilePath)))
        {
            found.AddRange(await asked.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None));
            found.AddRange(await asked.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None));
        }

        return [.. found.Where(static d => d.Location.IsInSource && d.Severity != DiagnosticSeverity.Hidden)];
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(LoadedProject host, Compilation compilation, string[] rules) =>
        (await ProjectAnalysis.DiagnoseAsync(
            compilation, Options(host), host.Name, RuleSelection.Parse(string.Join(',', rules)), concurrent: true, timed: false, CancellationToken.None)).Found;

    private static AnalyzerOptions Options(LoadedProject host) => EngineOptions.Of(host, new DateOnly(2026, 11, 21), TeamRuleSet.Empty);

    // All rules at once: most of the cost is the compiler's.
    private static Task<ImmutableArray<Diagnostic>> Before(LoadedProject host) => Honest.GetOrAdd(host, static h => new Lazy<Task<ImmutableArray<Diagnostic>>>(() => FindAsync(
        h, h.Compilation, [.. Injections.All.SelectMany(static i => i.AlsoSaidBy.Prepend(i.RuleId)).Distinct()]))).Value;

    private static int Count(IEnumerable<Diagnostic> found, string path, TextSpan member) =>
        found.Count(d => d.Location.SourceTree!.FilePath == path && d.Location.SourceSpan.IntersectsWith(member));
}
