using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>GB1006: the test sets up the very member that it asserts, and no real code runs in between.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MockedSubject : DiagnosticAnalyzer
{
    private static readonly HashSet<string> AboutMocks = new(StringComparer.OrdinalIgnoreCase) { "mock", "mocks", "mocking", "moq", "substitute", "substitutes", "stub", "stubs", "fake", "fakes" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB1006_MockedSubject];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestFrameworks.In(start.Compilation) is not { } frameworks || !start.Compilation.ReferencedAssemblyNames.Any(static a => a.Name is "Moq" or "NSubstitute"))
                return;
            var classes = new TestClassCode(frameworks, new SourceModels(start.Compilation));
            start.RegisterOperationBlockAction(block => Analyze(block, frameworks, classes));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, TestFrameworks frameworks, TestClassCode classes)
    {
        if (context.OwningSymbol is not IMethodSymbol test || !frameworks.IsTest(test) || frameworks.IsNotRun(test)
            || context.OperationBlocks.FirstOrDefault(static b => b is IBlockOperation) is not { } body
            || PascalWords.Of(test.ContainingType.Name).Any(AboutMocks.Contains))
        {
            return;
        }

        var ofClass = classes.Of(test.ContainingType, context.CancellationToken);
        if (ofClass.Any(static b => b.Body.DescendantsAndSelf().Any(TestMocks.IsBeyond)))
            ofClass = []; // Then only what the test keeps to itself can be judged.
        if (ofClass.Count == 0 && !MayMatter(body))
            return;
        var scope = new MockScope(body, test.ContainingType, ofClass);
        var mocks = TestMocks.In(scope);
        if (mocks.IsEmpty)
            return;
        var values = new Lazy<ValueAnalysis>(() => ValueAnalysis.Of(FlowGraph.Of(context.GetControlFlowGraph(body)), context.CancellationToken));
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
        {
            if (AssertionModel.Of(call) is not { } assertion || (assertion.Other is { } other && !mocks.IsPlain(other)) || mocks.AnswerOf(assertion.Actual) is not { } answer
                || mocks.SetupsOf(answer).FirstOrDefault(s => scope.HasRunBefore(s, o => ComesBefore(o, call, values.Value))) is not { } setup)
            {
                continue;
            }

            var line = setup.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            context.ReportDiagnostic(Report.Finding(
                Descriptors.GB1006_MockedSubject, call.Syntax.GetLocation(), new Claim(call.Syntax.ToString(), call.Syntax.GetLocation()),
                Evidence.At("the test itself sets up what the mock answers", setup.Syntax.GetLocation()), answer.Member.Name, line));
        }
    }

    // Before any graph is built: a mock is made here, and something is set up.
    private static bool MayMatter(IOperation body)
    {
        var (makes, answers) = (false, false);
        foreach (var node in body.Syntax.DescendantNodes())
        {
            makes |= node is GenericNameSyntax { Identifier.ValueText: "Mock" or "For" or "Of" };
            answers |= node is IdentifierNameSyntax { Identifier.ValueText: "Returns" or "ReturnsAsync" or "ReturnsForAnyArgs" or "Of" } or GenericNameSyntax { Identifier.ValueText: "Of" };
        }

        return makes && answers;
    }

    // The set-up is on a feasible way to the assertion.
    private static bool ComesBefore(IOperation setup, IOperation assertion, ValueAnalysis values)
    {
        if (BlockAt(setup, values.Graph) is not { } from || BlockAt(assertion, values.Graph) is not { } to || !values.IsReachable(from) || !values.IsReachable(to))
            return false;
        return from == to ? setup.Syntax.SpanStart < assertion.Syntax.SpanStart : Reachability.From(values.Graph, [from], values.IsFeasible).Contains(to);
    }

    // The graph has operations of its own for the syntax of the tree.
    private static int? BlockAt(IOperation operation, FlowGraph graph)
    {
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            if (graph.OperationsOf(block).Any(o => o.Syntax == operation.Syntax))
                return block;
        }

        return null;
    }
}
