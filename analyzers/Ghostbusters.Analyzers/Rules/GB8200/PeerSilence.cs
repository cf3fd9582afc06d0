using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Places at which somebody has silenced another analyzer's rule on unsafe APIs: it was seen and decided. GB9001 asks for the reason.</summary>
internal static class PeerSilence
{
    // .NET's own security rules (CA5350 and on), Security Code Scan, and Sonar's on hashes, ciphers, random numbers and TLS.
    private static readonly string[] Ids = ["CA53", "CA54", "SCS", "S2245", "S4423", "S4426", "S4790", "S4830", "S5332", "S5542", "S5547"];

    /// <summary>Whether such a rule is switched off at the node by a pragma.</summary>
    public static bool IsAt(SyntaxNode node)
    {
        var silenced = new HashSet<string>(StringComparer.Ordinal);
        for (var directive = node.SyntaxTree.GetRoot().GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            if (directive is not PragmaWarningDirectiveTriviaSyntax pragma)
                continue;
            foreach (var code in pragma.ErrorCodes.Select(static c => c.ToString()).Where(static c => Ids.Any(id => c.StartsWith(id, StringComparison.Ordinal))))
            {
                if (pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword))
                    silenced.Add(code);
                else
                    silenced.Remove(code);
            }
        }

        return silenced.Count > 0;
    }
}
