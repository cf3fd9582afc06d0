using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>GB3006: a task started and lost, or returned out of the try whose catch is meant for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnobservedTask : DiagnosticAnalyzer
{
    private const string AwaitIt = "Await it";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB3006_UnobservedTask];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TaskTypes.Of(start.Compilation) is not { } types)
                return;
            start.RegisterCodeBlockAction(block => Analyze(block, types));
        });
    }

    private static void Analyze(CodeBlockAnalysisContext context, TaskTypes types)
    {
        foreach (var operation in MemberCode.Of(context).Operations(context.CancellationToken))
        {
            switch (operation.Kind)
            {
                case OperationKind.ExpressionStatement:
                    AnalyzeStatement(new MemberOperation(operation, context), types);
                    break;
                case OperationKind.VariableDeclarator:
                    AnalyzeLocal(new MemberOperation(operation, context), types);
                    break;
                case OperationKind.Return:
                    AnalyzeReturn(new MemberOperation(operation, context), types);
                    break;
            }
        }
    }

    private static void AnalyzeStatement(MemberOperation context, TaskTypes types)
    {
        if (types.Start(((IExpressionStatementOperation)context.Operation).Operation) is not { } call
            || IsInUnboundCall(context.Operation) || DeliberateDiscard.IsInTest(call) || DeliberateDiscard.IsAt(call, types, context.CancellationToken))
        {
            return;
        }

        if (types.IsAsyncSequence(call.Type))
            Report(context, call, "nothing enumerates the sequence that it returns, so none of it runs", "Enumerate it with await foreach", call.Syntax.GetLocation());
        else
            Report(context, call, "nothing holds the task that it returns, so nobody learns when it ends or that it failed", $"{AwaitIt}, or discard it with '_ =' and let it handle its own failures", call.Syntax.GetLocation());
    }

    // Not in tests: they start work that must hang, and look at its side effects.
    private static void AnalyzeLocal(MemberOperation context, TaskTypes types)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        if (!types.IsTask(declarator.Symbol.Type) || types.Start(declarator.Initializer?.Value) is not { } call
            || DeliberateDiscard.IsName(declarator.Symbol.Name) || IsMentioned(declarator.Symbol, declarator.Syntax)
            || ExpectedFailure.IsTest(declarator.Syntax)
            || DeliberateDiscard.IsAt(call, types, context.CancellationToken))
        {
            return;
        }

        Report(context, call, $"nothing reads '{declarator.Symbol.Name}', which holds its task, so nobody learns when it ends or that it failed", AwaitIt, declarator.Symbol.Locations[0]);
    }

    private static void AnalyzeReturn(MemberOperation context, TaskTypes types)
    {
        var returned = (IReturnOperation)context.Operation;
        if (returned.Syntax is not ReturnStatementSyntax || !types.IsTask(returned.ReturnedValue?.Type) || IsAsync(context)
            || types.Start(returned.ReturnedValue) is not { } call || !AsyncCallee.MayFailLater(call, context.CancellationToken)
            || AsyncCallee.HandlesItsFailures(call, context.CancellationToken) || EarlyReturn.Of(returned, call) is not { } early)
        {
            return;
        }

        Report(context, call, $"its task is returned and not awaited: {early.Reality}", $"{AwaitIt} here", early.Place);
    }

    private static void Report(MemberOperation context, IInvocationOperation call, string reality, string remedy, Location evidence)
    {
        var name = NameOf(call);
        var method = call.TargetMethod;
        var shown = method is { IsStatic: true, ContainingType.Name: "Task" } ? $"Task.{method.Name}" : name.ToString();
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB3006_UnobservedTask, name.GetLocation(), new Claim(shown, name.GetLocation()),
            Evidence.At(reality, evidence), shown, reality, remedy));
    }

    private static SyntaxNode NameOf(IInvocationOperation call) => call.Syntax is not InvocationExpressionSyntax { Expression: var called } ? call.Syntax : called switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => called,
    };

    // `StartNew(s => RunAsync(), …, missing)`: where the call does not bind, the compiler guesses that the lambda gives nothing.
    private static bool IsInUnboundCall(IOperation statement)
    {
        for (var o = statement.Syntax is ExpressionSyntax ? statement.Parent : null; o is not null; o = o.Parent)
        {
            if (o is IInvalidOperation)
                return true;
        }

        return false;
    }

    private static bool IsAsync(MemberOperation context)
    {
        for (var o = context.Operation.Parent; o is not null; o = o.Parent)
        {
            switch (o)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol.IsAsync;
                case ILocalFunctionOperation local:
                    return local.Symbol.IsAsync;
            }
        }

        return context.ContainingSymbol is IMethodSymbol { IsAsync: true };
    }

    // By name, in the whole member: a nameof or a closure counts as a use.
    private static bool IsMentioned(ILocalSymbol local, SyntaxNode declarator)
    {
        var scope = declarator.Ancestors().FirstOrDefault(static a => a is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? declarator.SyntaxTree.GetRoot();
        return scope.DescendantNodes().Any(n => n is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name);
    }
}
