using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>GB1009: a test's name promises a throw, a null, an order, emptiness or a number, and no assertion of the test checks it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameClaimsMore : DiagnosticAnalyzer
{
    private const int LongestQuote = 60;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB1009_NameClaimsMore];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestFrameworks.In(start.Compilation) is not { } frameworks)
                return;
            var oracles = Oracles.In(start.Compilation, frameworks);
            var reach = new TestReach(start.Compilation, frameworks, oracles);
            start.RegisterOperationBlockAction(block => Analyze(block, frameworks, oracles, reach));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, TestFrameworks frameworks, Oracles oracles, TestReach reach)
    {
        if (context.OwningSymbol is not IMethodSymbol test || !frameworks.IsTest(test) || !IsJudged(test, frameworks) || NamePromises.Of(test.Name) is not { Length: > 0 } promises)
            return;
        if (context.OperationBlocks.FirstOrDefault(static b => b is IBlockOperation) is not { } body || oracles.ChecksAround(test, context.CancellationToken)
            || reach.Of(test, body, context.CancellationToken) is not { } bodies)
        {
            return;
        }

        var operations = bodies.SelectMany(static b => b.DescendantsAndSelf()).ToList();
        var assertions = operations.OfType<IInvocationOperation>().Where(BlindAssertions.IsAssertion).ToList();
        if (assertions.Count == 0)
            return; // GB1002 speaks of a test without any.
        foreach (var promise in promises.Where(p => IsBroken(p, operations, assertions)).Take(1))
            Report(context, test, promise, assertions);
    }

    // Rows that carry delegates, types or exceptions may carry the check.
    private static bool IsJudged(IMethodSymbol test, TestFrameworks frameworks) =>
        !test.IsOverride && !frameworks.IsNotRun(test) && !frameworks.StatesOutcome(test) && test.ContainingType.BaseType?.TypeKind != TypeKind.Error
        && (test.ReturnsVoid || test.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false })
        && !test.Parameters.Any(static p => p.Type.TypeKind is TypeKind.Delegate or TypeKind.Dynamic or TypeKind.Error || p.Type.Name == "Type" || p.Type.Name.EndsWith("Exception", StringComparison.Ordinal));

    private static bool IsBroken(NamePromise promise, List<IOperation> operations, List<IInvocationOperation> assertions) =>
        assertions.TrueForAll(call => BlindAssertions.IsBlind(call, promise)) && !operations.Exists(o => PromiseHints.Hints(o, promise));

    private static void Report(OperationBlockAnalysisContext context, IMethodSymbol test, NamePromise promise, List<IInvocationOperation> assertions)
    {
        if (test.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not MethodDeclarationSyntax declaration)
            return;
        var (claim, check) = WordsOf(promise);
        var reality = $"{check}: it asserts only {string.Join(", ", assertions.Select(static a => Quote(a.Syntax)).Distinct().Take(2))}";
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB1009_NameClaimsMore, declaration.Identifier.GetLocation(), new Claim(test.Name, declaration.Identifier.GetLocation()),
            Evidence.At(reality, [.. assertions.Take(5).Select(static a => a.Syntax.GetLocation())]), test.Name, claim, reality));
    }

    private static (string Claim, string Check) WordsOf(NamePromise promise) => promise switch
    {
        NamePromise.Throw => ("a throw", "nothing in it, helpers included, expects one"),
        NamePromise.Null => ("a null", "nothing in it, helpers included, looks for one"),
        NamePromise.Order => ("an order", "no assertion, helpers included, would notice another"),
        NamePromise.Empty => ("emptiness", "no assertion, helpers included, would notice an element"),
        _ => ("a number of elements", "no assertion, helpers included, counts them"),
    };

    private static string Quote(SyntaxNode node)
    {
        var text = string.Join(" ", node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"'{(text.Length > LongestQuote ? text.Substring(0, LongestQuote - 3) + "..." : text)}'";
    }
}
