using Ghostbusters.Analyzers.Taint.Values;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>Drops the objects that nothing refers to any more, where a call has left many: states are compared object by object.</summary>
internal static class Garbage
{
    private const int Tolerated = 24;

    /// <summary>The outcomes without it.</summary>
    /// <param name="outcomes">The ways in which the call ended.</param>
    /// <param name="before">The objects that there were when it began: the caller may be in the middle of an expression that holds them.</param>
    public static Outcomes Collect(Outcomes outcomes, Heap before) => new(
        [.. outcomes.Returned.Select(o => Collect(o, before))], [.. outcomes.Thrown.Select(o => Collect(o, before))]);

    private static Outcome Collect(Outcome outcome, Heap before)
    {
        var heap = outcome.State.Heap;
        if (heap.Count <= before.Count + Tolerated)
            return outcome;
        var live = new HashSet<int>();
        var work = new Stack<int>();
        void Reach(Value value)
        {
            foreach (var id in value.Objects)
            {
                if (live.Add(id))
                    work.Push(id);
            }
        }

        Reach(outcome.Result);
        foreach (var pair in heap.Where(p => p.Value.Kind is ObjectKind.Frame or ObjectKind.Statics || before.ContainsKey(p.Key)))
            Reach(Value.ToObject(pair.Key));
        while (work.Count > 0)
        {
            if (!heap.TryGetValue(work.Pop(), out var reached))
                continue;
            foreach (var slot in reached.Slots.Values)
                Reach(slot);
            if (reached.Rest is { } rest)
                Reach(rest);
            if (reached.Tag is Place place)
                Reach(Value.ToObject(place.Object));
            foreach (var target in (reached.Tag as DelegateTargets)?.All ?? [])
            {
                if (target.Receiver is { } receiver)
                    Reach(receiver);
            }
        }

        return outcome with { State = outcome.State with { Heap = heap.Where(p => !live.Contains(p.Key)).Aggregate(heap, static (kept, p) => kept.Remove(p.Key)) } };
    }
}
