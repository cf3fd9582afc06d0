namespace Ghostbusters.Engine.Reports;

/// <summary>A path that is too long to be shown as a whole.</summary>
internal static class PathEnds
{
    /// <summary>The first steps and the last: where a path starts and where it ends matter most.</summary>
    public static ImmutableArray<T> Of<T>(ImmutableArray<T> path, int most) =>
        path.Length <= most ? path : [.. path.Take(most - 1), path[^1]];
}
