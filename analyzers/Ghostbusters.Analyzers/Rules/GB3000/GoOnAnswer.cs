using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Methods whose <c>true</c> may mean "handled" or "go on", and not that something went well.</summary>
internal static class GoOnAnswer
{
    private static readonly string[] Verbs = ["Handle", "Process", "Dispatch", "Notify", "Run", "Execute", "Test", "Start", "Stop", "Set", "Add"];

    private static readonly string[] Words = ["continue", "keep going", "go on", "proceed", "stop", "handled", "abort", "cancel", "consumed"];

    /// <summary>Whether others decide what the answer means, as they call the method, or its comment says that it is no success.</summary>
    public static bool IsGivenBy(IMethodSymbol method, CancellationToken cancellation) =>
        IsOfOthers(method) && Verbs.Any(v => method.Name.StartsWith(v, StringComparison.Ordinal)) || IsSaid(method, cancellation) || IsHandedOn(method, cancellation);

    // A filter, a handler, a visitor of a framework.
    private static bool IsOfOthers(IMethodSymbol method)
    {
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (overridden.DeclaringSyntaxReferences.IsEmpty)
                return true;
        }

        return method.ContainingType?.AllInterfaces.SelectMany(i => i.GetMembers(method.Name)).Any(m => m.DeclaringSyntaxReferences.IsEmpty
            && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method)) == true;
    }

    private static bool IsSaid(IMethodSymbol method, CancellationToken cancellation) => method.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).Any(static d =>
        d.GetLeadingTrivia().Where(static t => t.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia))
            .Select(static t => t.ToFullString()).Any(static t => t.IndexOf("true", StringComparison.OrdinalIgnoreCase) >= 0 && Words.Any(w => t.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0)));

    // `window.EnumChildren(HandleChild)`: the caller of the delegate decides.
    private static bool IsHandedOn(IMethodSymbol method, CancellationToken cancellation) => method.ContainingType is { } type
        && type.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax(cancellation).DescendantNodes().OfType<SimpleNameSyntax>())
            .Any(n => n.Identifier.ValueText == method.Name && IsGroup(n));

    private static bool IsGroup(SimpleNameSyntax name)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return whole.Parent is ArgumentSyntax or EqualsValueClauseSyntax || (whole.Parent is AssignmentExpressionSyntax assignment && assignment.Right == whole);
    }
}
