using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>A failure that every way to a place comes from, or that a way to it may come from unseen.</summary>
/// <param name="Reality">For the message: <c>it stands in the catch of 'Exception' on line 12</c>.</param>
/// <param name="Place">The catch, the condition or the finally.</param>
internal sealed record FailureBefore(string Reality, Location Place)
{
    private static readonly HashSet<string> FailureFlags = ["HasErrors", "HasError", "IsFailure", "IsFailed", "Failed", "HasFailed", "IsFaulted", "IsError", "HasFailures"];

    private static readonly string[] Endings = ["EndOf", "Break", "Closed", "Shutdown", "Stopp"];

    private static readonly string[] Durations = ["elapsed", "duration", "stopwatch", "milliseconds"];

    /// <summary>The failure before this message; null where there is none, or something was done about it.</summary>
    public static FailureBefore? Of(LogMessage message, int block, FlowGraph graph)
    {
        var statement = message.Call.Syntax.FirstAncestorOrSelf<StatementSyntax>();
        if (statement is null || ExpectedFailure.IsTest(statement))
            return null;
        return FromCatch(statement) ?? FromFinally(statement, message) ?? FromBranch(statement, block, graph);
    }

    private static FailureBefore? FromCatch(StatementSyntax statement)
    {
        if (Enclosing<CatchClauseSyntax>(statement) is not { } clause)
            return null;
        var type = clause.Declaration?.Type.ToString() ?? "any exception";
        // A condition in the catch asks which failure it was.
        var isDirect = statement.Parent == clause.Block;
        if (!isDirect || clause.Filter is not null || FailureTypes.NamesFulfilment(type) || Endings.Any(e => type.IndexOf(e, StringComparison.Ordinal) >= 0)
            || IsExpected((TryStatementSyntax)clause.Parent!) || WorkBefore(clause.Block, statement))
        {
            return null;
        }

        return new FailureBefore($"it stands in the catch of '{type}' on line {Line(clause.CatchKeyword)}", clause.CatchKeyword.GetLocation());
    }

    // `Act(); throw new Exception("must fail");`: the failure is what was hoped for.
    private static bool IsExpected(TryStatementSyntax statement) => statement.Block.Statements.LastOrDefault() is ThrowStatementSyntax;

    private static FailureBefore? FromFinally(StatementSyntax statement, LogMessage message)
    {
        if (statement.Parent is not BlockSyntax { Parent: FinallyClauseSyntax last } block || last.Parent is not TryStatementSyntax { Block.Statements.Count: > 0 } tried)
            return null;
        var says = SuccessWords.In(message.Text, strongOnly: true) is not null || message.Text.IndexOf("complete", StringComparison.OrdinalIgnoreCase) >= 0;
        if (!says || message.Values.Any(v => Durations.Any(d => v.Syntax.ToString().IndexOf(d, StringComparison.OrdinalIgnoreCase) >= 0)) || WorkBefore(block, statement)
            || !tried.Block.DescendantNodes().Any(static n => n is InvocationExpressionSyntax or ObjectCreationExpressionSyntax))
        {
            return null;
        }

        return new FailureBefore($"the finally on line {Line(last.FinallyKeyword)} also runs after a failure", last.FinallyKeyword.GetLocation());
    }

    // The message is reached only over the side of a condition that says failure.
    private static FailureBefore? FromBranch(StatementSyntax statement, int block, FlowGraph graph)
    {
        for (var from = 0; from < graph.Blocks.Length; from++)
        {
            if (graph.Blocks[from].BranchValue is not { } condition || graph.Blocks[from].ConditionKind == Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowConditionKind.None || FailsWhen(condition) is not { } when)
                continue;
            var edges = graph.Successors(from).Where(e => e.Kind == (when ? EdgeKind.WhenTrue : EdgeKind.WhenFalse)).ToList();
            if (edges.Count == 0 || Reachability.From(graph, [graph.Entry], e => !edges.Contains(e)).Contains(block))
                continue;
            var dominated = Reachability.From(graph, edges.Select(static e => e.To));
            if (WorkOnTheWay(graph, dominated, condition.Syntax.Span.End, statement))
                continue;
            return new FailureBefore($"it runs only where '{Shorten(condition.Syntax.ToString())}' on line {condition.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1} is {(when ? "true" : "false")}", condition.Syntax.GetLocation());
        }

        return null;
    }

    // Which value of the condition says that something failed; null where neither does.
    private static bool? FailsWhen(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !FailsWhen(not.Operand),
        IConversionOperation conversion => FailsWhen(conversion.Operand),
        IParenthesizedOperation inner => FailsWhen(inner.Operand),
        IPropertyReferenceOperation property => OfName(property.Property.Name, property.Type),
        ILocalReferenceOperation local => OfName(local.Local.Name, local.Type),
        IFieldReferenceOperation field => OfName(field.Field.Name.TrimStart('_'), field.Type),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary => OfComparison(binary),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan, LeftOperand: IPropertyReferenceOperation { Property.Name: "Count" or "Length" } count, RightOperand.ConstantValue: { HasValue: true, Value: 0 } } => NamesErrors(count.Instance) ? true : null,
        IInvocationOperation { TargetMethod.Name: "Any", Arguments.Length: 1 } any => NamesErrors(any.Instance ?? any.Arguments[0].Value) ? true : null,
        _ => null,
    };

    private static bool? OfComparison(IBinaryOperation binary)
    {
        var isEqual = binary.OperatorKind == BinaryOperatorKind.Equals;
        if (binary.RightOperand.ConstantValue is { HasValue: true, Value: bool constant })
            return FailsWhen(binary.LeftOperand) is { } when ? (when == constant) == isEqual : null;
        if (binary.LeftOperand is IPropertyReferenceOperation { Property.Name: "ExitCode" } && binary.RightOperand.ConstantValue is { HasValue: true, Value: 0 })
            return !isEqual;
        return null;
    }

    private static bool? OfName(string name, ITypeSymbol? type)
    {
        if (type?.SpecialType != SpecialType.System_Boolean)
            return null;
        if (SuccessValues.IsFlag(name) && !name.Equals("IsValid", StringComparison.OrdinalIgnoreCase) || name == "IsSuccessStatusCode")
            return false;
        return FailureFlags.Contains(name) || FailureFlags.Any(f => f.Equals(name, StringComparison.OrdinalIgnoreCase)) ? true : null;
    }

    private static bool NamesErrors(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => NamesErrors(conversion.Operand),
        IMemberReferenceOperation member => member.Member.Name.TrimStart('_') is var name && (name.EndsWith("Errors", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Failures", StringComparison.OrdinalIgnoreCase)),
        ILocalReferenceOperation local => local.Local.Name is "errors" or "failures",
        _ => false,
    };

    // A second try, a fallback, a repair: the success may be theirs.
    private static bool WorkOnTheWay(FlowGraph graph, BlockSet blocks, int after, StatementSyntax statement) => blocks.Members()
        .Where(b => b < graph.Blocks.Length).SelectMany(graph.OperationsOf).Any(o => o.Syntax.SpanStart >= after && o.Syntax.Span.End <= statement.SpanStart
            && (o is IAwaitOperation || (o is IExpressionStatementOperation { Syntax: ExpressionStatementSyntax { Expression: var expression } } && CatchBody.IsWork(expression))
                || (o is ISimpleAssignmentOperation { Value: IInvocationOperation })));

    private static bool WorkBefore(BlockSyntax block, StatementSyntax statement) => block.Statements.TakeWhile(s => s != statement).Any(static s => s switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: InvocationExpressionSyntax or AwaitExpressionSyntax } } => true,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax } => false,
        ExpressionStatementSyntax { Expression: var expression } => CatchBody.IsWork(expression) || IsCleanUp(expression),
        LocalDeclarationStatementSyntax local => local.DescendantNodes().Any(static n => n is InvocationExpressionSyntax),
        EmptyStatementSyntax => false,
        _ => true,
    });

    // "connection closed successfully" after `connection.Close()` is about that.
    private static bool IsCleanUp(ExpressionSyntax expression) => expression is AwaitExpressionSyntax
        || (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && new[] { "Close", "Dispose", "Rollback", "Abort", "Release", "Flush" }.Any(c => name.StartsWith(c, StringComparison.Ordinal)));

    private static T? Enclosing<T>(SyntaxNode node)
        where T : SyntaxNode => node.Ancestors().TakeWhile(static a => a is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax and not MemberDeclarationSyntax).OfType<T>().FirstOrDefault();

    private static int Line(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static string Shorten(string text) => text.Length <= 60 ? text : text.Substring(0, 57) + "...";
}
