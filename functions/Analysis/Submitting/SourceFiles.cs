using Ghostbusters.Functions.Analysis.Contracts;

namespace Ghostbusters.Functions.Analysis;

/// <summary>The blob of inline files.</summary>
internal sealed record SourceFiles(IReadOnlyList<FileSource> Files);
