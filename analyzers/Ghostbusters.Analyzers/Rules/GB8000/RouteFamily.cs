using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>A route beside others.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Changes">Whether it changes something.</param>
/// <param name="IsGuarded">Whether it asks who calls.</param>
/// <param name="IsMeant">Whether it says, or its purpose says, that it is open.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record Route(string Name, bool Changes, bool IsGuarded, bool IsMeant, Location Place);

/// <summary>Routes that belong together, and those of them that were forgotten.</summary>
internal static class RouteFamily
{
    // Fewer are no custom that one could fall out of.
    private const int FewestChanging = 2;
    private const int FewestReading = 3;
    private const int GuardedPerOpen = 3;

    /// <summary>The open ones among the guarded, each with a guarded one of its kind.</summary>
    /// <remarks>That things can be read by everybody and changed by few is usual: those that change are compared with each other, and a reading route with all.</remarks>
    public static IEnumerable<(Route Open, Route Guarded, int Count)> Forgotten(IReadOnlyCollection<Route> routes)
    {
        foreach (var changes in new[] { true, false })
        {
            var family = routes.Where(r => r.Changes == changes).ToList();
            var guarded = family.Where(static r => r.IsGuarded).ToList();
            var open = family.Where(static r => !r.IsGuarded).ToList();
            if (guarded.Count < (changes ? FewestChanging : FewestReading) || open.Count == 0 || open.Count > Math.Max(1, guarded.Count / GuardedPerOpen))
                continue;
            if (!changes && (open.Count > 1 || routes.Any(static r => r.Changes && !r.IsGuarded)))
                continue;
            foreach (var route in open.Where(static r => !r.IsMeant))
                yield return (route, guarded[0], guarded.Count);
        }
    }
}
