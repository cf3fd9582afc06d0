namespace Ghostbusters.Analyzers.Findings;

/// <summary>How deep a rule looked before it spoke.</summary>
public enum Basis
{
    /// <summary>Tokens, trivia and shape of one file.</summary>
    Syntax,

    /// <summary>Symbols and types of one compilation.</summary>
    Semantic,

    /// <summary>The control flow graph, and the values and exceptions on its paths.</summary>
    Flow,

    /// <summary>Evidence lies in another file than the claim.</summary>
    CrossFile,

    /// <summary>Two versions of the code were compared.</summary>
    Diff,

    /// <summary>The analysed tests were run.</summary>
    Run,

    /// <summary>A package index was asked.</summary>
    Index,
}

/// <summary>The words for <see cref="Basis"/> in descriptors and reports.</summary>
public static class BasisNames
{
    private const string Prefix = "basis:";

    /// <summary>The word in reports, such as <c>cross-file</c>.</summary>
    public static string ToName(this Basis basis) => basis switch
    {
        Basis.Syntax => "syntax",
        Basis.Semantic => "semantic",
        Basis.Flow => "flow",
        Basis.CrossFile => "cross-file",
        Basis.Diff => "diff",
        Basis.Run => "run",
        Basis.Index => "index",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Unknown basis."),
    };

    /// <summary>The custom tag under which a descriptor carries its basis.</summary>
    public static string ToTag(this Basis basis) => Prefix + basis.ToName();

    /// <summary>The basis name that a descriptor's tags carry.</summary>
    public static string FromTags(IEnumerable<string> tags) =>
        tags.First(static tag => tag.StartsWith(Prefix, StringComparison.Ordinal)).Substring(Prefix.Length);
}
