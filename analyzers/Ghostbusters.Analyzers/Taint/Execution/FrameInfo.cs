using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>The function whose variables a frame holds.</summary>
/// <param name="Function">The method, lambda or local function, as it was called: type arguments included.</param>
/// <param name="Around">The frame of the function around a lambda or local function; 0 where there is none.</param>
/// <param name="Graph">Its graph.</param>
/// <param name="Captures">The places that its captures stand for.</param>
/// <param name="Context">The chain of calls that led here, as a number.</param>
internal sealed record FrameInfo(IMethodSymbol Function, int Around, FlowGraph Graph, CaptureTargets Captures, int Context)
{
    /// <inheritdoc/>
    public bool Equals(FrameInfo? other) => other is not null && Context == other.Context && Around == other.Around && SymbolEqualityComparer.Default.Equals(Function, other.Function);

    /// <inheritdoc/>
    public override int GetHashCode() => Context;
}

/// <summary>The slots of a frame that are no variables of the source.</summary>
internal static class FrameSlots
{
    /// <summary>The object that a member runs on.</summary>
    public const string This = "this";

    /// <summary>What the function is about to return.</summary>
    public const string Result = "return";

    /// <summary>The exception that is under way or was caught.</summary>
    public const string Exception = "exception";

    /// <summary>What an iterator has given so far.</summary>
    public const string Yielded = "yield";

    /// <summary>The object that is being initialized.</summary>
    public const string Receiver = "initialized";
}
