using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Engine.Analysis;

/// <summary>Why a finding was silenced in the code.</summary>
internal static class SuppressionReason
{
    /// <summary>The justification of the attribute, or the comment behind the pragma; null where neither says anything.</summary>
    public static string? Of(Diagnostic diagnostic, Compilation compilation)
    {
        if (diagnostic.GetSuppressionInfo(compilation)?.Attribute is { } attribute)
            return attribute.NamedArguments.FirstOrDefault(static a => a.Key == "Justification").Value.Value as string;
        var pragma = diagnostic.Location.SourceTree!.GetRoot().DescendantTrivia(static n => n.ContainsDirectives)
            .Where(t => t.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia) && t.SpanStart < diagnostic.Location.SourceSpan.Start)
            .Select(static t => (PragmaWarningDirectiveTriviaSyntax)t.GetStructure()!)
            .LastOrDefault(p => p.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword) && Names(p, diagnostic.Id));
        var comment = pragma?.EndOfDirectiveToken.LeadingTrivia.Concat(pragma.ErrorCodes.LastOrDefault()?.GetTrailingTrivia() ?? [])
            .FirstOrDefault(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)).ToString().TrimStart('/').Trim();
        return string.IsNullOrEmpty(comment) ? null : comment;
    }

    private static bool Names(PragmaWarningDirectiveTriviaSyntax pragma, string id) =>
        pragma.ErrorCodes.Count == 0 || pragma.ErrorCodes.Any(code => code.ToString() == id);
}
