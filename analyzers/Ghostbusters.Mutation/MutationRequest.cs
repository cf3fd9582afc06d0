using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;

namespace Ghostbusters.Mutation;

/// <summary>What to try.</summary>
public sealed record MutationRequest
{
    /// <summary>The code and its tests. It is only read: everything happens in a copy.</summary>
    public required FolderTree Tree { get; init; }

    /// <summary>How to load it.</summary>
    public LoadOptions Load { get; init; } = new();

    /// <summary>How many mutants are tried at a time. Default one: tests may share ports and files.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>The most methods that are tried, a seeded sample of them; null for all.</summary>
    public int? MaximumMethods { get; init; }

    /// <summary>After how long a build, or all tests of a project without any mutant, are ended. Default 10 minutes.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Told of each step.</summary>
    public IProgress<MutationProgress>? Progress { get; init; }
}

/// <summary>How far it is.</summary>
/// <param name="Step">What is being done, in words.</param>
/// <param name="Done">Methods that are decided.</param>
/// <param name="Total">Methods in all; 0 while they are not known.</param>
public readonly record struct MutationProgress(string Step, int Done, int Total);
