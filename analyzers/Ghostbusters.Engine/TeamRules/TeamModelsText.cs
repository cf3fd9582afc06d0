using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.TeamRules;

/// <summary>A rules file that has models, as the rules are given it: an additional file, as in a build with the package.</summary>
internal sealed class TeamModelsText(string name, string text) : AdditionalText
{
    /// <inheritdoc/>
    public override string Path => name;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
