using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>GB1007: an async assertion that nobody awaits, or a test that is async void.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnawaitedAssertion : DiagnosticAnalyzer
{
    private const string AwaitIt = "Await it";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB1007_UnawaitedAssertion];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestFrameworks.In(start.Compilation) is not { } frameworks)
                return;
            var assertions = new AsyncAssertions(start.Compilation);
            start.RegisterOperationAction(c => AnalyzeStatement(c, assertions), OperationKind.ExpressionStatement);
            start.RegisterOperationAction(c => AnalyzeLocal(c, assertions), OperationKind.VariableDeclarator);
            start.RegisterOperationAction(AnalyzeLambda, OperationKind.AnonymousFunction);
            start.RegisterSymbolAction(c => AnalyzeTest(c, frameworks), SymbolKind.Method);
        });
    }

    // `_ = Assert.ThrowsAsync(…)` as well: an assertion that is dropped on purpose still asserts nothing. A helper that is dropped
    // so may be a server or a listener that runs beside the test.
    private static void AnalyzeStatement(OperationAnalysisContext context, AsyncAssertions assertions)
    {
        var expression = ((IExpressionStatementOperation)context.Operation).Operation;
        var isDiscard = false;
        if (expression is ISimpleAssignmentOperation { Target: IDiscardOperation, Value: var dropped })
            (expression, isDiscard) = (dropped, true);
        if (CallOf(expression) is { } call && (!isDiscard || AsyncAssertions.IsOfLibrary(call.TargetMethod)) && assertions.Contains(call, context.CancellationToken))
            Report(context, call, "nothing awaits the task that it returns");
    }

    private static void AnalyzeLocal(OperationAnalysisContext context, AsyncAssertions assertions)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        if (declarator.Initializer?.Value is not { } value || CallOf(value) is not { } call || !assertions.Contains(call, context.CancellationToken))
            return;
        if (UnawaitedTask.IsOnlyLookedAt(declarator.Symbol, context.Operation))
            Report(context, call, $"nothing awaits '{declarator.Symbol.Name}', which holds the task that it returns");
    }

    // An async lambda that becomes an Action: whoever runs it goes on at its first await.
    private static void AnalyzeLambda(OperationAnalysisContext context)
    {
        var lambda = (IAnonymousFunctionOperation)context.Operation;
        if (!lambda.Symbol.IsAsync || !lambda.Symbol.ReturnsVoid || UnawaitedTask.IsWaitedFor(lambda) || UnawaitedTask.AssertionAfterAwait(lambda) is not { } call)
            return;
        Report(context, call, "it stands behind an await in an async lambda without a task ('async void'), and nothing waits for that");
    }

    private static void AnalyzeTest(SymbolAnalysisContext context, TestFrameworks frameworks)
    {
        if (context.Symbol is not IMethodSymbol { IsAsync: true, ReturnsVoid: true } test || !frameworks.IsTest(test) || frameworks.IsNotRun(test)
            || test.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not MethodDeclarationSyntax { Identifier: var name, ReturnType: var type })
        {
            return;
        }

        var reality = "it is 'async void' and gives the runner no task to await: " + FateOf(test);
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB1007_UnawaitedAssertion, name.GetLocation(), new Claim(test.Name, name.GetLocation()), Evidence.At(reality, type.GetLocation()),
            test.Name, reality, "Return a Task"));
    }

    private static string FateOf(IMethodSymbol test) =>
        test.GetAttributes().Any(static a => a.AttributeClass?.ContainingAssembly is { Name: "xunit.core" } || a.AttributeClass?.BaseType?.ContainingAssembly is { Name: "xunit.core" })
            ? "only xunit v2's own synchronization context ties a later failure to the test, and v3 refuses to run it"
            : "the runner refuses it, so none of its assertions counts";

    private static IInvocationOperation? CallOf(IOperation expression)
    {
        while (true)
        {
            switch (expression)
            {
                case IConversionOperation conversion:
                    expression = conversion.Operand;
                    break;
                case IConditionalAccessOperation access:
                    expression = access.WhenNotNull;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } instance }:
                    expression = instance;
                    break;
                default:
                    return expression as IInvocationOperation;
            }
        }
    }

    private static void Report(OperationAnalysisContext context, IInvocationOperation call, string reality)
    {
        var name = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call.Syntax is InvocationExpressionSyntax plain ? plain.Expression : call.Syntax;
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB1007_UnawaitedAssertion, name.GetLocation(), new Claim(call.Syntax.ToString(), call.Syntax.GetLocation()),
            Evidence.At(reality, call.Syntax.GetLocation()),
            call.TargetMethod.Name, reality + ", so the test passes before it has checked anything", AwaitIt));
    }
}
