#pragma warning disable RS0030 // Random: its seed comes from the caller, as the ban asks.
using System.Collections.Immutable;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private const int MostFilesAProject = 60;

    public static async Task<Recall> OfAsync(Injection injection, int seed)
    {
        var random = new Random(seed);
        var (injected, found, missed) = (0, 0, ImmutableArray.CreateBuilder<string>());
        foreach (var host in injection.IsForTests ? Hosts.Tests : Hosts.Shipped)
        {
            var sites = Choose(injection, host, random);
            var (compilation, kept) = Inject(host, sites);
            if (kept.Count == 0)
                continue;
            var before = await FindAsync(host, host.Compilation, injection.RuleId);
            var after = await FindAsync(host, compilation, injection.RuleId);
            foreach (var (path, member, site) in kept)
            {
                injected++;
                if (Count(after, path, member) > Count(before, path, site.Member))
                    found++;
                else
                    missed.Add($"{path}: {string.Join(" | ", site.Changes.Select(static c => c.NewText))}");
            }
        }

        return new Recall(injection.RuleId, injected, found, missed.ToImmutable());
    }

    private static List<(SyntaxTree Tree, Injected Site)> Choose(Injection injection, LoadedProject host, Random random)
    {
        var sites = new List<(SyntaxTree, Injected)>();
        var trees = host.Compilation.SyntaxTrees.Where(static t => t.FilePath.EndsWith(".cs", StringComparison.Ordinal) && !t.FilePath.StartsWith('<')).ToArray();
        random.Shuffle(trees);
        foreach (var tree in trees)
        {
            var all = injection.In(host.Compilation.GetSemanticModel(tree), (CompilationUnitSyntax)tree.GetRoot()).ToList();
            if (all.Count > 0)
                sites.Add((tree, all[random.Next(all.Count)]));
            if (sites.Count == MostFilesAProject)
                break;
        }

        return sites;
    }

    // A change that does not compile is no delusion; it is taken back, until what is left compiles.
    private static (Compilation Compilation, List<(string Path, TextSpan Member, Injected Site)> Kept) Inject(LoadedProject host, List<(SyntaxTree Tree, Injected Site)> sites)
    {
        var left = sites;
        while (true)
        {
            Compilation compilation = host.Compilation;
            var kept = new List<(string, TextSpan, Injected)>();
            foreach (var (tree, site) in left)
            {
                compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(site.Changes.OrderBy(static c => c.Span.Start))));
                var growth = site.Changes.Sum(static c => (c.NewText?.Length ?? 0) - c.Span.Length);
                var outside = site.Changes.Where(c => c.Span.End <= site.Member.Start).Sum(static c => (c.NewText?.Length ?? 0) - c.Span.Length);
                kept.Add((tree.FilePath, new TextSpan(site.Member.Start + outside, Math.Max(0, site.Member.Length + growth - outside)), site));
            }

            var broken = compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree is not null)
                .Select(static d => d.Location.SourceTree!.FilePath).ToHashSet(StringComparer.Ordinal);
            var next = left.Where(s => !broken.Contains(s.Tree.FilePath)).ToList();
            if (next.Count == left.Count)
                return (compilation, kept);
            left = next;
        }
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(LoadedProject host, Compilation compilation, string rule) =>
        (await ProjectAnalysis.DiagnoseAsync(
            compilation, EngineOptions.Of(host, new DateOnly(2026, 11, 21)), host.Name, RuleSelection.Parse(rule), concurrent: true, CancellationToken.None)).Found;

    private static int Count(ImmutableArray<Diagnostic> found, string path, TextSpan member) =>
        found.Count(d => d.Location.SourceTree!.FilePath == path && d.Location.SourceSpan.IntersectsWith(member));
}
