using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>
/// A body on whose every way nothing happens but checks of arguments, log lines and waiting, and whose every return gives
/// the same constant or an empty value.
/// </summary>
/// <param name="Value">What is returned, in words; null where nothing is.</param>
/// <param name="Returns">The returned operations.</param>
/// <param name="Logs">Whether it logs.</param>
/// <param name="Guards">Whether it refuses some arguments.</param>
internal sealed record InertBody(string? Value, IReadOnlyList<IOperation> Returns, bool Logs, bool Guards)
{
    /// <summary>Reads the body; null where it does something, returns something that varies, or only throws.</summary>
    public static InertBody? Of(FlowGraph graph, CancellationToken cancellation)
    {
        var values = ValueAnalysis.Of(graph, cancellation);
        var returns = new List<IOperation>();
        var (logs, guards, ends) = (false, false, false);
        string? value = null;
        object? same = null;
        foreach (var block in graph.Blocks)
        {
            if (!values.IsReachable(block.Ordinal))
                continue;
            ends |= block.Kind == BasicBlockKind.Exit;
            foreach (var operation in block.Operations)
            {
                var act = Inert.Read(operation);
                if (act == Act.Work)
                    return null;
                logs |= act == Act.Log;
                guards |= act == Act.Guard;
            }

            if (block.BranchValue is not { } branch)
                continue;
            var semantics = block.FallThroughSuccessor?.Semantics;
            if (block.ConditionKind != ControlFlowConditionKind.None)
            {
                if (!Inert.IsPure(branch))
                    return null;
            }
            else if (semantics == ControlFlowBranchSemantics.Throw)
            {
                guards = true;
                if (IsRefusalOfAll(branch))
                    return null;
            }
            else if (semantics == ControlFlowBranchSemantics.Return)
            {
                var returned = ConstantResult.Describe(branch, values);
                // "the same string" describes two different ones alike.
                var identity = ConstantResult.Identity(branch, values);
                if (returned is null || (value is not null && (value != returned || !Equals(same, identity))))
                    return null;
                (value, same) = (returned, identity);
                returns.Add(branch);
            }
        }

        return ends ? new InertBody(value, returns, logs, guards) : null;
    }

    // It says itself that it is not there: GB2002's business.
    private static bool IsRefusalOfAll(IOperation thrown) =>
        Throwing.StaticType(thrown)?.Name is "NotImplementedException" or "NotSupportedException" or "PlatformNotSupportedException";
}
