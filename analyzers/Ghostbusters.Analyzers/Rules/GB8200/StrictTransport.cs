using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Whether browsers are told to come by HTTPS from the start: a redirection answers a request that has gone over the open network.</summary>
/// <remarks>Only where the program redirects by itself and shows pages: an API's clients follow no such header, and a proxy may send it for others.</remarks>
internal static class StrictTransport
{
    private static readonly ApiTable<bool> Redirections = new() { { "Microsoft.AspNetCore.Builder.HttpsPolicyBuilderExtensions.UseHttpsRedirection!", true } };

    private static readonly HashSet<string> Pages = new(StringComparer.Ordinal)
        { "MapRazorPages", "MapControllerRoute", "MapDefaultControllerRoute", "MapBlazorHub", "MapRazorComponents", "MapFallbackToPage", "MapFallbackToFile", "UseMvc", "UseMvcWithDefaultRoute", "UseSpa" };

    private static readonly string[] Told = ["UseHsts", "AddHsts", "Strict-Transport-Security", "StrictTransportSecurity", "UseSecurityHeaders", "HstsMiddleware"];

    /// <summary>Whether any file of the program speaks of the header.</summary>
    public static bool IsTold(Compilation compilation) => compilation.SyntaxTrees.Any(static t => t.GetText().ToString() is var text && Told.Any(text.Contains));

    /// <summary>Whether the node redirects visitors of pages.</summary>
    public static bool Redirects(SyntaxNode node, ApiNames names, SemanticModel model, CancellationToken cancellation) =>
        node is InvocationExpressionSyntax && names.Match(node, model, Redirections, cancellation) is not null
        && (node.FirstAncestorOrSelf<SyntaxNode>(static a => a is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax) ?? node.SyntaxTree.GetRoot()).DescendantTokens().Any(static t => Pages.Contains(t.ValueText));
}
