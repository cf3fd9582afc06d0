#pragma warning disable RS0030 // Random: its seed comes from the caller, as the ban asks.
using System.Collections.Immutable;
using System.Globalization;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>A shipped method gets a branch that answers the very input of a test. The delusion lies in two projects, so it has a measurement of its own.</summary>
internal static class SpecialCaseWritten
{
    private const string RuleId = "GB4003";
    private const int MostAProject = 30;

    private sealed record Case(CSharpCompilation Shipped, SyntaxTree Tree, string Method, TextChange Branch, string Test);

    /// <summary>How many of the branches the rule finds in the tests.</summary>
    public static async Task<Recall> MeasureAsync(int seed)
    {
        var random = new Random(seed);
        var (injected, found, missed) = (0, 0, ImmutableArray.CreateBuilder<string>());
        foreach (var host in Hosts.Tests)
        {
            var all = host.Compilation.SyntaxTrees.Where(static t => !t.FilePath.StartsWith('<')).SelectMany(t => CasesIn(host, t)).ToArray();
            random.Shuffle(all);
            // One a method: a second branch would only repeat the first.
            var cases = all.DistinctBy(static c => (c.Tree.FilePath, c.Method)).DistinctBy(static c => c.Method).Take(MostAProject).ToList();
            foreach (var (compilation, kept) in cases.GroupBy(static c => c.Shipped).Select(g => Inject(host.Compilation, g.Key, [.. g])).Where(static i => i.Kept.Count > 0))
            {
                var messages = (await ProjectAnalysis.DiagnoseAsync(
                    compilation, EngineOptions.Of(host, new DateOnly(2026, 11, 21)), host.Name, RuleSelection.Parse(RuleId), concurrent: true, CancellationToken.None))
                    .Found.Select(static d => d.GetMessage(CultureInfo.InvariantCulture)).ToList();
                foreach (var one in kept)
                {
                    injected++;
                    if (messages.Exists(m => m.Contains($"'{one.Method}'", StringComparison.Ordinal)))
                        found++;
                    else
                        missed.Add($"{one.Tree.FilePath}: {one.Method}: {one.Branch.NewText} (test {one.Test})");
                }
            }
        }

        return new Recall(RuleId, injected, found, missed.ToImmutable());
    }

    // A test that calls a shipped method with a text or number, and asserts a text, a number or a flag.
    private static IEnumerable<Case> CasesIn(LoadedProject host, SyntaxTree tree)
    {
        var model = host.Compilation.GetSemanticModel(tree);
        foreach (var test in TestCode.Tests(tree.GetRoot()).Where(static t => TestCode.Assertions(t).Any()))
        {
            foreach (var call in test.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static c => TestCode.Assertion(c) is null))
            {
                if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol { DeclaringSyntaxReferences: [var declared], MethodKind: MethodKind.Ordinary, ReducedFrom: null } method
                    || declared.GetSyntax() is not MethodDeclarationSyntax { Body: { Statements.Count: > 1 } body } || Owner(host, declared.SyntaxTree) is not { } shipped
                    || AnswerOf(test, call, method.ReturnType) is not { } answer)
                {
                    continue;
                }

                foreach (var (argument, i) in call.ArgumentList.Arguments.Select(static (a, i) => (a, i)))
                {
                    if (i < method.Parameters.Length && method.Parameters[i].Type.SpecialType is SpecialType.System_String or SpecialType.System_Int32
                        && argument is { NameColon: null, Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.NumericLiteralExpression } literal })
                    {
                        var branch = new TextChange(new TextSpan(body.Statements[0].SpanStart, 0), $"if ({method.Parameters[i].Name} == {literal}) return {answer}; ");
                        yield return new Case(shipped, declared.SyntaxTree, method.Name, branch, test.Identifier.ValueText);
                    }
                }
            }
        }
    }

    private static CSharpCompilation? Owner(LoadedProject host, SyntaxTree tree) =>
        tree.FilePath.StartsWith("analyzers/", StringComparison.Ordinal) ? host.Compilation.References.OfType<CompilationReference>().Select(static r => r.Compilation).OfType<CSharpCompilation>().FirstOrDefault(c => c.ContainsSyntaxTree(tree)) : null;

    private static string? AnswerOf(MethodDeclarationSyntax test, InvocationExpressionSyntax call, ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => TestCode.Assertions(test).Any(static a => TestCode.Assertion(a) == "False") ? "false" : "true",
        SpecialType.System_String => Literal(test, call, SyntaxKind.StringLiteralExpression),
        SpecialType.System_Int32 or SpecialType.System_Double => Literal(test, call, SyntaxKind.NumericLiteralExpression),
        _ => null,
    };

    private static string? Literal(MethodDeclarationSyntax test, InvocationExpressionSyntax call, SyntaxKind kind) =>
        TestCode.Assertions(test).Where(static a => TestCode.Assertion(a) == "Equal").Select(static a => a.ArgumentList.Arguments[0].Expression)
            .FirstOrDefault(e => e.IsKind(kind) && !call.Span.Contains(e.Span))?.ToString();

    private static (Compilation Tests, List<Case> Kept) Inject(CSharpCompilation tests, CSharpCompilation shipped, List<Case> cases)
    {
        var changed = shipped;
        var trees = new Dictionary<SyntaxTree, SyntaxTree>();
        foreach (var file in cases.GroupBy(static c => c.Tree))
        {
            var tree = file.Key.WithChangedText(file.Key.GetText().WithChanges(file.Select(static c => c.Branch).OrderBy(static b => b.Span.Start)));
            changed = changed.ReplaceSyntaxTree(file.Key, tree);
            trees.Add(file.Key, tree);
        }

        var right = cases.Where(c => !changed.GetSemanticModel(trees[c.Tree]).GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error)).ToList();
        if (right.Count < cases.Count)
            return right.Count == 0 ? (tests, right) : Inject(tests, shipped, right);
        return (tests.ReplaceReference(tests.References.OfType<CompilationReference>().First(r => r.Compilation == shipped), changed.ToMetadataReference()), right);
    }
}
