namespace Ghostbusters.Engine.Model;

/// <summary>A place in a file.</summary>
/// <param name="Path">Relative to the analysed root, with <c>/</c>.</param>
/// <param name="Range">Lines and columns.</param>
public sealed record SourceLocation(string Path, SourceRange Range);

/// <summary>Lines and columns count from one, columns in UTF-16 units; the end column is the first one past the range.</summary>
public readonly record struct SourceRange(int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>Some lines of a file around a place, as they stand.</summary>
/// <param name="FirstLine">The number of the first of them.</param>
/// <param name="Lines">Without line ends.</param>
public sealed record Excerpt(int FirstLine, ImmutableArray<string> Lines);
