using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Testing;

/// <summary>
/// One document of a text that may hold several: a line <c>// file: tests/ShopTests.cs</c> starts the next. What belongs to the
/// others is blank in it, so that places in the document are places in the whole text.
/// </summary>
/// <param name="path">Relative, with <c>/</c>.</param>
/// <param name="text">The blanked text.</param>
public sealed partial class SourceDocument(string path, string text) : AdditionalText
{
    /// <inheritdoc/>
    public override string Path => path;

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>Whether it is C#, and not a document beside the code.</summary>
    public bool IsCode => path.EndsWith(".cs", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);

    /// <summary>The documents of a text, in their order.</summary>
    /// <param name="whole">The text.</param>
    /// <param name="path">The path of the first.</param>
    public static ImmutableArray<SourceDocument> In(string whole, string path)
    {
        var starts = Marker().Matches(whole).Select(static m => (m.Index, Path: m.Groups["path"].Value)).Prepend((Index: 0, Path: path)).ToList();
        return
        [
            .. starts.Select((start, i) => new SourceDocument(
                start.Path,
                starts.Count == 1 ? whole : Blank(whole[..start.Index]) + whole[start.Index..(i + 1 < starts.Count ? starts[i + 1].Index : whole.Length)])),
        ];
    }

    private static string Blank(string text) => string.Create(text.Length, text, static (blank, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            blank[i] = from[i] is '\r' or '\n' ? from[i] : ' ';
    });

    [GeneratedRegex(@"^// file: (?<path>\S+\.(cs|md))\r?$", RegexOptions.Multiline)]
    private static partial Regex Marker();
}
