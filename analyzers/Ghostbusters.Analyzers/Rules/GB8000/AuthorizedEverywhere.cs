using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>Settings by which every route asks who calls, whatever stands on it.</summary>
internal static class AuthorizedEverywhere
{
    private static readonly HashSet<string> Signs = new(StringComparer.Ordinal)
        { "FallbackPolicy", "SetFallbackPolicy", "AuthorizeFilter", "AuthorizeFolder", "AuthorizeAreaFolder", "IApplicationModelConvention", "IControllerModelConvention", "IActionModelConvention", "IAuthorizationFilter", "IAsyncAuthorizationFilter" };

    /// <summary>Whether the compilation has one.</summary>
    public static bool Is(Compilation compilation, CancellationToken cancellation) => compilation.SyntaxTrees.Any(t => t.GetRoot(cancellation).DescendantNodes().Any(static n => n switch
    {
        SimpleNameSyntax name => Signs.Contains(name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequireAuthorization", Expression: InvocationExpressionSyntax mapped } } => MapsAll(mapped),
        // `filters.Add(new AuthorizeAttribute())`.
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString().EndsWith("AuthorizeAttribute", StringComparison.Ordinal),
        _ => false,
    }));

    private static bool MapsAll(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver }
        && (name.StartsWith("MapControllers", StringComparison.Ordinal) || name.StartsWith("MapControllerRoute", StringComparison.Ordinal) || name.StartsWith("MapDefaultController", StringComparison.Ordinal) || name.StartsWith("MapAreaController", StringComparison.Ordinal)
            || (receiver is InvocationExpressionSyntax inner && MapsAll(inner)));
}
