using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Patience with somebody who stands at a breakpoint: a longer limit, a wait without one, a watch that looks away.</summary>
internal static class DebuggerPatience
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "alive", "liveness", "responsive", "responding", "responds", "hung", "hang", "hangs", "stalled", "stall", "stuck", "elapsed", "timed", "overdue", "late", "frozen", "freeze", "unresponsive", "beat", "beats", "grace", "silence", "silent", "idle",
        "lost", "deadlock", "deadlocked",
    };

    private static readonly string[] Bounded = ["WaitAsync", "WhenAny", "WaitAny", "CancelAfter", "TimeoutAfter", "WithTimeout", "TimeoutAsync", "WaitForExit", "WaitOne", "Join"];

    /// <summary>Whether a name is about how long something may be silent.</summary>
    public static bool IsNamed(string name) => PascalWords.Of(name).Any(Words.Contains);

    /// <summary>Whether the other part of a condition asks how long something has been silent.</summary>
    public static bool IsAbout(BinaryExpressionSyntax binary) => binary.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call => IsNamed(AnswerPath.NameOf(call)));

    /// <summary>Whether the choice is between two written-down numbers, and the debugger gets the larger one, or none at all.</summary>
    public static bool IsLonger(ConditionalExpressionSyntax choice)
    {
        var isAttachedFirst = choice.Condition is not PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression };
        var (attached, usual) = isAttachedFirst ? (choice.WhenTrue, choice.WhenFalse) : (choice.WhenFalse, choice.WhenTrue);
        return Number(usual) is { } less && Number(attached) is { } more && (more > less || more < 0);
    }

    /// <summary>Whether the branch answers what the way beside it answers under a time limit.</summary>
    public static bool IsUnboundedWait(IfStatementSyntax branch) =>
        Answer(branch.Statement) is { } answer && answer.DescendantNodesAndSelf().Any(static n => n is AwaitExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" })
        && Beside(branch).SelectMany(static s => s.DescendantNodes()).OfType<InvocationExpressionSyntax>().Any(static call => Bounded.Contains(AnswerPath.NameOf(call)));

    private static ExpressionSyntax? Answer(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements: { Count: > 0 } statements } => Answer(statements[statements.Count - 1]),
        ReturnStatementSyntax returned => returned.Expression,
        _ => null,
    };

    private static IEnumerable<StatementSyntax> Beside(IfStatementSyntax branch) =>
        branch.Else is { } otherwise ? [otherwise.Statement] : branch.Parent is BlockSyntax block ? block.Statements.SkipWhile(s => s != branch).Skip(1) : [];

    private static double? Number(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Number(inner.Expression),
        CastExpressionSyntax cast => Number(cast.Expression),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression, Token.Value: IConvertible value } => value.ToDouble(CultureInfo.InvariantCulture),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => -Number(minus.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product => Number(product.Left) * Number(product.Right),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MaxValue" } => double.MaxValue,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Infinite" } => -1,
        _ => null,
    };
}
