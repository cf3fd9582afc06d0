using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>How control leaves a block.</summary>
internal enum EdgeKind
{
    /// <summary>Always taken when the block completes.</summary>
    Always,

    /// <summary>Taken when the block's branch value is true.</summary>
    WhenTrue,

    /// <summary>Taken when the block's branch value is false.</summary>
    WhenFalse,

    /// <summary>Taken when something in the block throws, at any of its operations.</summary>
    Exception,

    /// <summary>From the end of a finally to where the branch or exception that entered it was going.</summary>
    Resume,
}

/// <summary>One way from a block to another.</summary>
/// <param name="From">Ordinal of the block that is left.</param>
/// <param name="To">Ordinal of the block that is entered, or <see cref="FlowGraph.ExceptionalExit"/>.</param>
/// <param name="Kind">When it is taken.</param>
/// <param name="Semantics">What the source says there: return, throw, or plain control flow.</param>
/// <param name="Origin">
/// For <see cref="EdgeKind.Resume"/>: the block whose branch goes on here, or the first block of the finally where it is
/// an exception that goes on. Else <paramref name="From"/>.
/// </param>
internal readonly record struct FlowEdge(int From, int To, EdgeKind Kind, ControlFlowBranchSemantics Semantics, int Origin);
