using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>A call in a loop that does the work on one item, and after which nobody can know whether it was done.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Call">The call.</param>
/// <param name="Reality">For the message: <c>the catch of Exception in 'Send' on line 12 only logs</c>.</param>
/// <param name="Place">The catch, or the call whose answer is dropped.</param>
internal sealed record DroppedCall(ItemLoop Loop, IInvocationOperation Call, string Reality, Location Place)
{
    /// <summary>The calls of a body.</summary>
    public static IEnumerable<DroppedCall> In(IOperation body, SwallowingCallee swallowing, CalleeFailure answering, CancellationToken cancellation)
    {
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
        {
            if (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || DroppedValueOf(call) is not { } dropped || ItemLoop.Around(call.Syntax) is not { } loop
                || !IsAboutItem(call, loop) || IsInTry(call.Syntax, loop) || MeantDrop.IsAt(call.Syntax) || RealityOf(call, dropped, swallowing, answering, cancellation) is not var (reality, place))
            {
                continue;
            }

            yield return new DroppedCall(loop, call, reality, place);
        }
    }

    /// <summary>The block of the graph that makes the call.</summary>
    public int? BlockIn(FlowGraph graph)
    {
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            if (graph.OperationsOf(block).Any(o => o is IInvocationOperation && o.Syntax == Call.Syntax))
                return block;
        }

        return null;
    }

    private static (string, Location)? RealityOf(IInvocationOperation call, DroppedValue dropped, SwallowingCallee swallowing, CalleeFailure answering, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        if (swallowing.Of(method, cancellation) is { } site)
            return ($"the catch of {site.Caught} in '{site.Method.Name}' on line {site.Line} only logs", site.Clause.CatchKeyword.GetLocation());
        if (dropped.Type?.SpecialType == SpecialType.System_Boolean && !method.Name.StartsWith("Try", StringComparison.Ordinal) && answering.AnswersFalse(method, cancellation))
            return ($"line {call.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1} drops the false by which '{method.Name}' says that it failed", call.Syntax.GetLocation());
        return null;
    }

    // A statement of its own, awaited where it is a task.
    private static DroppedValue? DroppedValueOf(IInvocationOperation call) => DroppedValue.Of(call) is { Local: null } dropped ? dropped : null;

    // What is done without the item is done to something else.
    private static bool IsAboutItem(IInvocationOperation call, ItemLoop loop)
    {
        var declared = new HashSet<string>(loop.Statement.DescendantNodes().Select(static n => n switch
        {
            ForEachStatementSyntax each => each.Identifier.ValueText,
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
            _ => null,
        }).OfType<string>());
        if (loop.Statement is ForEachStatementSyntax outer)
            declared.Add(outer.Identifier.ValueText);
        return call.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => declared.Contains(n.Identifier.ValueText));
    }

    // There a catch of the loop's own sees to what goes wrong.
    private static bool IsInTry(SyntaxNode call, ItemLoop loop) =>
        call.Ancestors().TakeWhile(a => a != loop.Statement).Any(static a => a is CatchClauseSyntax or FinallyClauseSyntax);
}
