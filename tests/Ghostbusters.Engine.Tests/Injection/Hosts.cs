using System.Collections.Immutable;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;
using Ghostbusters.Testing;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>Honest code to inject into: this repository's own projects, on which the rules find nothing.</summary>
internal static class Hosts
{
    private static readonly Lazy<ImmutableArray<LoadedProject>> All = new(Load);

    /// <summary>Shipped code.</summary>
    public static IEnumerable<LoadedProject> Shipped => All.Value.Where(static p => p.Path!.StartsWith("analyzers/", StringComparison.Ordinal));

    /// <summary>Tests.</summary>
    public static IEnumerable<LoadedProject> Tests => All.Value.Where(static p => p.Path!.StartsWith("tests/", StringComparison.Ordinal) && p.Path.EndsWith(".Tests.csproj", StringComparison.Ordinal));

    private static ImmutableArray<LoadedProject> Load()
    {
        return [.. ProjectLoader.Load(new FolderTree(Repository.Root), new LoadOptions { EntryPoint = "Functions.sln" }).Projects.Where(static p => p.Path is not null)];
    }
}
