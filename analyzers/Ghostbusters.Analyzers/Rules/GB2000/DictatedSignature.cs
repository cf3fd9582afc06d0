using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Methods whose parameters somebody else chose: an unused one is no promise of theirs.</summary>
internal static class DictatedSignature
{
    private static readonly string[] Attributes =
    [
        "Obsolete", "EditorBrowsable", "Conditional", "UnmanagedCallersOnly", "DllImport", "LibraryImport", "DbFunction", "SqlFunction", "SqlProcedure", "OnDeseriali", "OnSeriali",
        "JSInvokable", "MonoPInvokeCallback", "Export", "Benchmark", "GlobalSetup", "KernelFunction", "Fact", "Theory", "Test", "Intrinsic",
    ];

    private static readonly string[] Reasons =
    [
        "ignore", "unused", "not used", "no effect", "not supported", "unsupported", "reserved", "compatib", "legacy", "deprecated", "obsolete", "not needed", "no-op", "noop",
        "not honored", "not honoured", "not implemented", "has no use", "signature", "intentional", "deliberate", "must not be cancel", "cannot be cancel", "can't be cancel", "not cancel", "don't cancel", "do not cancel", "never cancel",
    ];

    /// <summary>Whether its declaration alone says so: modifiers, attributes, directives, the type that it stands in, and what comments state.</summary>
    public static bool ByDeclaration(BaseMethodDeclarationSyntax method) =>
        method is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null } || method.ContainsDirectives
        || method.Modifiers.Any(static m => m.Kind() is SyntaxKind.OverrideKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.ExternKeyword
            or SyntaxKind.PartialKeyword or SyntaxKind.NewKeyword)
        || HasAttribute(method.AttributeLists)
        || method.Ancestors().OfType<BaseTypeDeclarationSyntax>().Any(static t => t is InterfaceDeclarationSyntax || HasAttribute(t.AttributeLists) || HonestStub.IsNullObject(t.Identifier.ValueText))
        || method.DescendantTrivia().Any(static t => StatesReason(t));

    /// <summary>Whether a contract or a delegate says so.</summary>
    public static bool ByContract(IMethodSymbol method, MethodGroups groups) =>
        HonestStub.HasUnknownContract(method.ContainingType) || HonestStub.ImplementsInterface(method) || HonestStub.IsEventHandler(method)
        || method.IsVirtual || method.IsOverride || !method.ExplicitInterfaceImplementations.IsEmpty
        || (method.MethodKind == MethodKind.Ordinary && groups.Contain(method));

    private static bool HasAttribute(SyntaxList<AttributeListSyntax> lists) =>
        lists.Count > 0 && lists.SelectMany(static l => l.Attributes).Any(static a => Attributes.Any(a.Name.ToString().Contains));

    private static bool StatesReason(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia
        && trivia.ToString() is var text && Reasons.Any(reason => text.IndexOf(reason, StringComparison.OrdinalIgnoreCase) >= 0);
}
