using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Ghostbusters.Analyzers.Rules.GB3000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>What becomes of the value of a verifying call: whether any way reads it to decide something.</summary>
/// <param name="Reality">How it is lost, in words.</param>
/// <param name="Place">Where.</param>
internal sealed record UnreadVerdict(string Reality, SyntaxNode Place)
{
    // A comparison that is only there to take as long as the real one.
    private static readonly string[] Equalized = ["dummy", "fake", "timing", "constant time", "constant-time", "enumerat", "oracle", "side channel", "side-channel", "warm", "same time", "mitigat"];

    /// <summary>Follows the value; null where something is decided by it, or that cannot be told.</summary>
    public static UnreadVerdict? Of(InvocationExpressionSyntax call, VerifyingCall verifying, SemanticModel model, CancellationToken cancellation)
    {
        if (IsEqualized(call) || MeantDrop.IsAt(call))
            return null;
        if (IsDropped(call))
            return new UnreadVerdict("nothing reads that", call);
        if (verifying.IsOfLibrary && InDebugOnly(call) is { } assert)
            return new UnreadVerdict("'Debug.Assert' asks for it, which is not there in a release build", assert);
        if (model.GetOperation(call, cancellation) is not IInvocationOperation operation)
            return null;
        if (DeadBranch(Outermost(call)) is { } branch)
            return new UnreadVerdict(branch.Reality, branch.Place);
        return DroppedValue.Of(operation) is { Local: { } local } ? OfLocal(operation, local, model, cancellation) : null;
    }

    private static UnreadVerdict? OfLocal(IInvocationOperation call, ILocalSymbol local, SemanticModel model, CancellationToken cancellation)
    {
        if (FunctionGraph.Around(call, cancellation) is not { } graph || LocalUses.After(graph, call, local) is not { } reads)
            return null;
        if (reads.Count == 0)
            return new UnreadVerdict($"nothing reads '{local.Name}', which holds it", call.Syntax);
        if (reads.All(r => IsLogged(r, model, cancellation)))
            return new UnreadVerdict($"'{local.Name}', which holds it, is only logged", reads[0]);
        var branches = reads.Select(static r => IsFlag(r) is { } flag ? DeadBranch(flag) : null).ToList();
        return branches.TrueForAll(static b => b is not null) ? new UnreadVerdict(branches[0]!.Value.Reality, branches[0]!.Value.Place) : null;
    }

    // `await X();`, `_ = X();`. A task that is not even awaited is GB3006's.
    private static bool IsDropped(InvocationExpressionSyntax call)
    {
        var value = Outermost(call);
        var isAwaited = value is AwaitExpressionSyntax || value.ToString().EndsWith(".Result", StringComparison.Ordinal) || value.ToString().EndsWith(".GetResult()", StringComparison.Ordinal);
        var isAsync = call.Expression.ToString().EndsWith("Async", StringComparison.Ordinal);
        return value.Parent switch
        {
            ExpressionStatementSyntax => isAwaited || !isAsync,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } assignment => assignment.Right == value && (isAwaited || !isAsync),
            _ => false,
        };
    }

    // The call with what only hands its value on.
    private static ExpressionSyntax Outermost(ExpressionSyntax value)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case AwaitExpressionSyntax or ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } or CheckedExpressionSyntax:
                    value = (ExpressionSyntax)value.Parent;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult", Parent: InvocationExpressionSyntax next } access when access.Expression == value:
                    value = next;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" or "Succeeded" or "IsValid" } access when access.Expression == value:
                    value = access;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison when comparison.Left == value:
                    value = comparison;
                    break;
                default:
                    return value;
            }
        }
    }

    private static ExpressionSyntax? IsFlag(SyntaxNode read) => read is ExpressionSyntax value ? Outermost(value) : null;

    // `if (!Verify(…)) log(…);`: both sides go on to the same.
    private static (string Reality, SyntaxNode Place)? DeadBranch(ExpressionSyntax condition)
    {
        if (condition.Parent is not IfStatementSyntax branch || branch.Condition != condition || !IsInert(branch.Statement) || (branch.Else is { } other && !IsInert(other.Statement)))
            return null;
        var isEmpty = !branch.DescendantNodes().OfType<ExpressionStatementSyntax>().Any();
        return (isEmpty ? "the branch on it is empty" : "what it says is only logged, and both ways go on alike", branch);
    }

    private static bool IsInert(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.All(IsInert) && !block.DescendantTrivia().Any(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia),
        EmptyStatementSyntax => true,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => IsLog(call),
        _ => false,
    };

    private static bool IsLog(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver }
        && (name.StartsWith("Log", StringComparison.Ordinal) || (receiver.ToString() is var text && (text.EndsWith("log", StringComparison.OrdinalIgnoreCase) || text.EndsWith("logger", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith("Console", StringComparison.Ordinal) || text.EndsWith("Console.Error", StringComparison.Ordinal) || text is "Debug" or "Trace")));

    private static bool IsLogged(SyntaxNode read, SemanticModel model, CancellationToken cancellation) =>
        read.Ancestors().TakeWhile(static a => a is not StatementSyntax).OfType<InvocationExpressionSyntax>()
            .Any(c => IsLog(c) || (model.GetOperation(c, cancellation) is IInvocationOperation { } operation && (Inert.Read(operation) == Act.Log || LogMessage.Of(operation) is not null)));

    private static SyntaxNode? InDebugOnly(InvocationExpressionSyntax call) =>
        call.Ancestors().TakeWhile(static a => a is not StatementSyntax and not AnonymousFunctionExpressionSyntax).OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(static c => c.Expression.ToString() is "Debug.Assert" or "System.Diagnostics.Debug.Assert");

    private static bool IsEqualized(InvocationExpressionSyntax call)
    {
        var statement = call.FirstAncestorOrSelf<StatementSyntax>() ?? (SyntaxNode)call;
        var block = statement.Parent is BlockSyntax { Statements.Count: <= 3 } around ? around : statement;
        var text = block.ToFullString();
        return Equalized.Any(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
