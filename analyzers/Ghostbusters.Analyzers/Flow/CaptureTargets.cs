using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>
/// Which variables an assignment writes. In <c>x = c ? 1 : 2</c> Roslyn captures the place <c>x</c> before the branch and
/// then assigns to the capture: the variable behind it is what is written.
/// </summary>
internal sealed class CaptureTargets
{
    private readonly Dictionary<CaptureId, List<IOperation>> _captured = [];

    private CaptureTargets()
    {
    }

    /// <summary>Finds the captures of a graph.</summary>
    public static CaptureTargets Of(FlowGraph graph)
    {
        var targets = new CaptureTargets();
        foreach (var capture in graph.Blocks.SelectMany(static b => b.Operations).OfType<IFlowCaptureOperation>())
        {
            if (!targets._captured.TryGetValue(capture.Id, out var places))
                targets._captured[capture.Id] = places = [];
            places.Add(capture.Value);
        }

        return targets;
    }

    /// <summary>The variables that a write to this place may change: more than one where a reference was chosen by a condition.</summary>
    public ImmutableArray<object> Variables(IOperation? place) =>
        place is null ? [] : [.. Places(place).Select(FlowState.KeyOf).OfType<object>().Distinct()];

    /// <summary>The places behind captures; the place itself where it is none.</summary>
    public IEnumerable<IOperation> Places(IOperation place)
    {
        var seen = new HashSet<CaptureId>();
        var work = new Stack<IOperation>([place]);
        while (work.Count > 0)
        {
            var next = work.Pop();
            if (next is not IFlowCaptureReferenceOperation reference)
            {
                yield return next;
            }
            else if (seen.Add(reference.Id) && _captured.TryGetValue(reference.Id, out var captured))
            {
                foreach (var operation in captured)
                    work.Push(operation);
            }
        }
    }
}
