using System.Collections.Immutable;
using Ghostbusters.CodeFixes;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;
using Ghostbusters.Engine.Model;
using Ghostbusters.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ghostbusters.Engine.Tests.Analysis;

/// <summary>P43 on the whole corpus: what is promised of every repair holds for every one that is offered.</summary>
public class RepairPromiseTests
{
    public static TheoryData<string> RulesWithRepairs => [.. RepairCatalog.Repairs.Select(static r => r.RuleId).Distinct()];

    [Theory]
    [MemberData(nameof(RulesWithRepairs))]
    public async Task EveryOfferedRepair_TakesItsFindingAlone_AndKeepsEveryComment(string rule)
    {
        var offered = 0;
        foreach (var file in CorpusFile.ReadAll().Where(f => !f.IsBroken && f.Path.StartsWith($"tests/Corpus/{rule}/", StringComparison.Ordinal)))
        {
            var before = await AnalyseAsync(file.Code, proveFixes: true);
            foreach (var finding in before.Findings.Where(f => f.Fix is not null && f.RuleId == rule))
            {
                offered++;
                var mended = Apply(file.Code, finding.Fix!);
                var after = await AnalyseAsync(mended, proveFixes: false);
                Assert.Equal(Rules(before.Findings.Where(f => f != finding)), Rules(after.Findings));
                Assert.DoesNotContain(after.Findings, f => f.Fingerprint == finding.Fingerprint);
                Assert.DoesNotContain(after.Notices, static n => n.IsPartial);
                Assert.Empty(Comments(file.Code).Except(Comments(mended)));
            }
        }

        Assert.True(offered > 0, $"No repair of {rule} was offered on its whole corpus.");
    }

    [Theory]
    [MemberData(nameof(RulesWithRepairs))]
    public async Task MendingAll_IsMendingOneByOne_AndMendingAgainChangesNothing(string rule)
    {
        var mendedFiles = 0;
        foreach (var file in CorpusFile.ReadAll().Where(f => !f.IsBroken && f.Path.StartsWith($"tests/Corpus/{rule}/", StringComparison.Ordinal)))
        {
            var single = file.Code;
            while ((await AnalyseAsync(single, proveFixes: true)).Findings.FirstOrDefault(f => f.Fix is not null && f.RuleId == rule) is { } next)
                single = Apply(single, next.Fix!);

            var all = await FixRounds.RunAsync(Request(file.Code, proveFixes: true) with { Rules = RuleSelection.Parse(rule) }, CancellationToken.None);
            var together = all.Changes.IsEmpty ? file.Code : Assert.Single(all.Changes).After;
            Assert.Equal(single, together);
            Assert.Empty((await FixRounds.RunAsync(Request(together, proveFixes: true) with { Rules = RuleSelection.Parse(rule) }, CancellationToken.None)).Changes);
            mendedFiles += all.Changes.Length;
        }

        Assert.True(mendedFiles > 0, $"Nothing of {rule} was mended on its whole corpus.");
    }

    // Whoever indents with tabs or ends lines as Windows does gets the same repair, in that form; and none leaves blanks behind.
    [Theory]
    [MemberData(nameof(RulesWithRepairs))]
    public async Task Repair_KeepsTheFormOfTheFile(string rule)
    {
        var compared = 0;
        foreach (var file in CorpusFile.ReadAll().Where(f => !f.IsBroken && f.Path.StartsWith($"tests/Corpus/{rule}/", StringComparison.Ordinal)))
        {
            var plain = await MendEachAsync(file.Code, rule);
            var windows = await MendEachAsync(AsWindows(file.Code), rule);
            Assert.Equal(plain.Select(AsWindows), windows);
            Assert.All(plain, mended => Assert.True(Untidy(mended) <= Untidy(file.Code), mended));
            // In raw strings and comments over several lines, blanks are not the indentation of code.
            if (!file.Code.Contains("\"\"\"", StringComparison.Ordinal))
                Assert.Equal(plain.Select(AsTabs), await MendEachAsync(AsTabs(file.Code), rule));
            compared += plain.Length;
        }

        Assert.True(compared > 0, $"No repair of {rule} was offered on its whole corpus.");
    }

    private static async Task<ImmutableArray<string>> MendEachAsync(string code, string rule) =>
        [.. (await AnalyseAsync(code, proveFixes: true)).Findings.Where(f => f.Fix is not null && f.RuleId == rule).Select(f => Apply(code, f.Fix!))];

    private static string AsWindows(string code) => code.ReplaceLineEndings("\r\n");

    private static string AsTabs(string code) => string.Join('\n', code.Split('\n').Select(static line =>
    {
        var text = line.TrimStart(' ');
        return new string('\t', (line.Length - text.Length) / 4) + new string(' ', (line.Length - text.Length) % 4) + text;
    }));

    // Lines that end in blanks, and blank lines that follow another.
    private static int Untidy(string code)
    {
        var lines = code.Split('\n');
        return lines.Count(static l => l.Length > 0 && char.IsWhiteSpace(l[^1])) + lines.Zip(lines.Skip(1)).Count(static p => p.First.Length == 0 && p.Second.Length == 0);
    }

    private static Task<AnalysisResult> AnalyseAsync(string code, bool proveFixes) => CodeAnalysis.RunAsync(Request(code, proveFixes));

    private static AnalysisRequest Request(string code, bool proveFixes) => new()
    {
        Tree = new MemoryTree([("Corpus.cs", code)]),
        Load = new LoadOptions { References = [.. TestReferences.LibraryFiles()] },
        ProveFixes = proveFixes,
        Today = new DateOnly(2026, 11, 21),
    };

    private static string Apply(string code, ProposedFix fix) =>
        fix.Edits.Reverse().Aggregate(code, static (text, edit) => text[..edit.Start] + edit.NewText + text[(edit.Start + edit.Length)..]);

    private static IEnumerable<string> Rules(IEnumerable<Finding> findings) => findings.Select(static f => f.RuleId).Order(StringComparer.Ordinal);

    private static ImmutableArray<string> Comments(string code) =>
        [.. CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTrivia()
            .Where(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia).Select(static t => t.ToString())];
}
