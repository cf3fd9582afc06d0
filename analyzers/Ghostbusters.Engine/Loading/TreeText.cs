using Ghostbusters.Engine.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Loading;

/// <summary>An additional file, read when a rule asks for it.</summary>
internal sealed class TreeText(FileTree tree, string path) : AdditionalText
{
    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText? GetText(CancellationToken cancellationToken = default)
    {
        try
        {
            var content = tree.Read(path).ToArray();
            return SourceText.From(content, content.Length);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null; // Roslyn's word for a file that is not there or not text.
        }
    }
}
