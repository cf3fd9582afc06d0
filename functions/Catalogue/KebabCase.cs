using System.Text;

namespace Ghostbusters.Functions.Catalogue;

/// <summary>Names of things that run, made from names in code.</summary>
public static class KebabCase
{
    /// <summary><c>AnalysisFetch</c> is <c>analysis-fetch</c>; what is in kebab case already stays.</summary>
    public static string Of(string pascal)
    {
        var text = new StringBuilder();
        foreach (var c in pascal)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0 && text[^1] != '-') text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
