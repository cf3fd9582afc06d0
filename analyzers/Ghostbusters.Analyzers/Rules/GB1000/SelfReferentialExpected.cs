using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>GB1005: the expected value is computed by calling the subject itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SelfReferentialExpected : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB1005_SelfReferentialExpected];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestFrameworks.In(start.Compilation) is not { } frameworks)
                return;
            var models = new SourceModels(start.Compilation);
            start.RegisterOperationBlockAction(block => Analyze(block, frameworks, models));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, TestFrameworks frameworks, SourceModels models)
    {
        if (context.OwningSymbol is not IMethodSymbol test || !frameworks.IsTest(test) || frameworks.IsNotRun(test) || RepeatedCalls.IsAboutRepetition(test, inOneAssertion: true)
            || context.OperationBlocks.FirstOrDefault(static b => b is IBlockOperation) is not { } body || !MayMatter(body))
        {
            return;
        }

        var graph = FlowGraph.Of(context.GetControlFlowGraph(body));
        var values = ValueAnalysis.Of(graph, context.CancellationToken);
        var isAboutRepetition = RepeatedCalls.IsAboutRepetition(test, inOneAssertion: false);
        var calls = new RepeatedCalls(values, test.ContainingType, models, context.CancellationToken);
        foreach (var call in graph.Operations().OfType<IInvocationOperation>())
        {
            if (AssertionModel.Of(call) is not { Kind: AssertionKind.Equal, Other: { } expected } assertion || (calls.Of(expected, assertion.Actual) ?? calls.Twice(call, expected, assertion.Actual)) is not { } pair || IsAboutIdentity(pair.Actual)
                || (isAboutRepetition && !(call.Syntax.Span.Contains(pair.Expected.Syntax.Span) && call.Syntax.Span.Contains(pair.Actual.Syntax.Span))))
            {
                continue;
            }

            var name = pair.Actual.TargetMethod.Name;
            var line = pair.Expected.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            context.ReportDiagnostic(Report.Finding(
                Descriptors.GB1005_SelfReferentialExpected, call.Syntax.GetLocation(),
                new Claim(call.Syntax.ToString(), call.Syntax.GetLocation()),
                Evidence.At($"both values come from '{name}' with the same arguments", pair.Expected.Syntax.GetLocation(), pair.Actual.Syntax.GetLocation()),
                name, line));
        }
    }

    // `container.Resolve<object>()` twice: whether both are one instance is what the test asks.
    private static bool IsAboutIdentity(IInvocationOperation call) =>
        call.TargetMethod.OriginalDefinition.ReturnType is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } && call.Type is { IsValueType: false, SpecialType: not SpecialType.System_String };

    // Before any graph is built: a method name of the source occurs twice, once where something is expected.
    private static bool MayMatter(IOperation body)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return body.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.Expression switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => !IsPlumbing(name) && !seen.Add(name),
            SimpleNameSyntax { Identifier.ValueText: var name } => !IsPlumbing(name), // A helper of the test class may call the subject.
            _ => false,
        });
    }

    private static bool IsPlumbing(string name) => name is "Equal" or "AreEqual" or "That" or "Should" or "Be" or "ShouldBe" or "True" or "IsTrue" or "EqualTo" or "Add" or "nameof";
}
