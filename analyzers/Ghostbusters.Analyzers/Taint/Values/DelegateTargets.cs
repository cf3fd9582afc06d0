using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ghostbusters.Analyzers.Taint.Values;

/// <summary>A method that a delegate calls.</summary>
/// <param name="Method">The method, or the lambda's symbol.</param>
/// <param name="Receiver">What it is called on; null where it is static or a lambda.</param>
/// <param name="Lambda">The lambda's operation in the graph around it; null for methods.</param>
/// <param name="Graph">The graph that the lambda or local function stands in.</param>
/// <param name="Frame">The variables around the lambda or local function; 0 for methods.</param>
/// <param name="IsVirtual">Whether the receiver's type says which override runs.</param>
internal sealed record DelegateTarget(
    IMethodSymbol Method, Value? Receiver, IFlowAnonymousFunctionOperation? Lambda, ControlFlowGraph? Graph, int Frame, bool IsVirtual)
{
    /// <inheritdoc/>
    public bool Equals(DelegateTarget? other) => other is not null && SymbolEqualityComparer.Default.Equals(Method, other.Method)
        && Frame == other.Frame && Equals(Receiver, other.Receiver);

    /// <inheritdoc/>
    public override int GetHashCode() => (SymbolEqualityComparer.Default.GetHashCode(Method) * 31) + Frame;
}

/// <summary>All methods that one delegate calls, in their order; where paths met, all that it may call.</summary>
internal sealed record DelegateTargets(ImmutableArray<DelegateTarget> All)
{
    /// <summary>The targets of two paths.</summary>
    public DelegateTargets Join(DelegateTargets other) => new([.. All.Union(other.All)]);

    /// <inheritdoc/>
    public bool Equals(DelegateTargets? other) => other is not null && All.SequenceEqual(other.All);

    /// <inheritdoc/>
    public override int GetHashCode() => All.Length;
}
