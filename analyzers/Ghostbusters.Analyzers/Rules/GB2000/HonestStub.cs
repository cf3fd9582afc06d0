using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>The honest look-alikes of a stub: those that own up to it, and those whose contract lies elsewhere.</summary>
internal static class HonestStub
{
    // What fails, and when, says nothing of what is done else.
    private static readonly Regex Fault = new(@"<exception\b.*?</exception>", RegexOptions.Singleline | RegexOptions.CultureInvariant, OwnPattern.Patience);

    // "The order; null where it does not exist": a document that denies something of the data says nothing of the body. What it says of
    // the member itself does: "does not do anything", "cannot be called".
    private static readonly Regex Denial = new(
        @"\b(can't|cannot|can not|never|don't|do not|doesn't|does not|nowhere)\b(?!\s+(do|be\s+(called|used|supported)|used?|call|called|have\s+(any|an)\s+(effect|use)|apply|need|anything)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, OwnPattern.Patience);

    // By which a member says that it is not there, or not for calling.
    private static readonly string[] Missing =
    [
        "support", "not implement", "n't implement", "unimplement", "to implement", "notimplemented", "no-op", "noop", "no op", "by design", "intentional", "deliberate", "not used", "unused", "not needed", "not required", "not necessary", "no need", "not applicable",
        "compatib", "legacy", "deprecated", "obsolete", "can't", "cannot", "can not", "never call", "never use", "not call", "n't call", "not use", "n't use", "not available", "unavailable", "does nothing", "do nothing", "override", "derived", "subclass", "extension point", "hook", "reserved", "until", "it throws",
    ];

    // A word of a type's name that says that its members do nothing, or always answer the same.
    private static readonly HashSet<string> NullObjects = new(StringComparer.OrdinalIgnoreCase)
    {
        "null", "noop", "nop", "no", "empty", "dummy", "fake", "stub", "mock", "test", "tests", "testing", "sample", "demo", "example", "disabled",
        "unsupported", "void", "silent", "none", "never", "always", "constant", "fixed", "identity", "blank", "missing", "nothing", "zero", "passthrough",
        "placeholder", "simulated", "inert", "allow", "deny", "disallow", "unlimited", "untrusted", "insecure", "dangerous", "static", "unavailable", "invalid",
    };

    private static readonly string[] Attributes =
        ["Obsolete", "Conditional", "DllImport", "LibraryImport", "UnmanagedCallersOnly", "DbFunction", "Intrinsic", "Benchmark", "GlobalSetup", "EditorBrowsable"];

    private static readonly string[] Reasons =
    [
        "nothing", "no-op", "no op", "noop", "not supported", "unsupported", "not support", "by design", "intentional", "deliberate", "always return", "always true", "always false",
        "ignore", "not used", "unused", "not needed", "not required", "not necessary", "no need", "not applicable", "compatib", "legacy", "deprecated", "obsolete", "doesn't matter", "irrelevant",
        "can't", "cannot", "can not", "never", "don't", "do not", "doesn't", "does not", "override", "derived", "subclass", "subclasses", "extension point", "hook", "nowhere", "constant",
    ];

    /// <summary>Whether the type's name, an attribute, the documentation or a comment says that nothing is done.</summary>
    public static bool OwnsUp(MemberDeclarationSyntax method) => IsMarked(method) || Comments(method).Any(static c => States(c.Text, Reasons));

    /// <summary>The same of a body that gives nothing back: what a document denies of the data is not meant.</summary>
    public static bool OwnsUpToNothing(MemberDeclarationSyntax method) =>
        IsMarked(method) || Comments(method).Any(static c => States(c.IsDocument ? Denial.Replace(c.Text, " ") : c.Text, Reasons));

    /// <summary>Whether it says by one of these ways that it is not there, or not for calling: an answer that "is never null" says no such thing.</summary>
    public static bool SaysItIsMissing(MemberDeclarationSyntax method) => IsMarked(method) || Comments(method).Any(static c => States(c.Text, Missing));

    /// <summary>Whether the member that a node stands in owns up.</summary>
    public static bool OwnsUp(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && OwnsUp(member);

    /// <summary>Whether a word of the name says that its members do nothing, or always answer the same.</summary>
    public static bool IsNullObject(string typeName) => PascalWords.Of(typeName).Any(NullObjects.Contains);

    /// <summary>Whether the contract is one of several answers, or of a library, or not known: then a constant may be its answer.</summary>
    public static bool IsContractOfOthers(IMethodSymbol method, Implementers implementers)
    {
        var type = method.ContainingType;
        if (HasUnknownContract(type) || IsEventHandler(method))
            return true;
        foreach (var contract in Implemented(method))
        {
            if (contract.DeclaringSyntaxReferences.IsEmpty || !implementers.IsSole(contract) || type.Name.StartsWith("Default", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether the method implements a member of an interface.</summary>
    public static bool ImplementsInterface(IMethodSymbol method) => Implemented(method).Any();

    /// <summary>Whether its own type hands the method over as a delegate: its shape is then the receiver's.</summary>
    public static bool IsCallback(MethodDeclarationSyntax method) =>
        method.Parent is { } type && type.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == method.Identifier.ValueText && !IsCalled(name) && !name.Ancestors().Any(static a => a is AttributeSyntax or CrefSyntax));

    private static bool IsCalled(IdentifierNameSyntax name)
    {
        SyntaxNode expression = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return expression.Parent is InvocationExpressionSyntax call && (call.Expression == expression || call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" })
            || expression.Parent is MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax }
            || expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
    }

    private static IEnumerable<INamedTypeSymbol> Implemented(IMethodSymbol method) =>
        method.DeclaredAccessibility != Accessibility.Public || method.IsStatic ? []
        : method.ContainingType.AllInterfaces.Where(contract => contract.GetMembers(method.Name).Any(member =>
            SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)));

    /// <summary>Whether a base or an interface of the type is not known.</summary>
    public static bool HasUnknownContract(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t.TypeKind == TypeKind.Error)
                return true;
        }

        return type.AllInterfaces.Any(static i => i.TypeKind == TypeKind.Error);
    }

    /// <summary>Whether its parameters are those of an event handler.</summary>
    public static bool IsEventHandler(IMethodSymbol method) =>
        method.Parameters.Length == 2 && method.Parameters[0].Type.SpecialType == SpecialType.System_Object
        && (method.Parameters[1].Type.Name.EndsWith("EventArgs", StringComparison.Ordinal) || method.Parameters[0].Name == "sender");

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => "",
    };

    private static IEnumerable<(string Text, bool IsDocument)> Comments(MemberDeclarationSyntax method) =>
        method.DescendantTrivia(descendIntoTrivia: false).Where(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
            .Select(static t => (Fault.Replace(t.ToString(), ""), t.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia));

    private static bool IsMarked(MemberDeclarationSyntax method) =>
        method.Ancestors().OfType<BaseTypeDeclarationSyntax>().Any(static t => t is InterfaceDeclarationSyntax || IsNullObject(t.Identifier.ValueText))
        || PascalWords.Of(NameOf(method)).Any(NullObjects.Contains)
        || method.AttributeLists.SelectMany(static l => l.Attributes).Any(static a => Attributes.Any(a.Name.ToString().Contains));

    private static bool States(string comment, string[] reasons) => reasons.Any(reason => comment.IndexOf(reason, StringComparison.OrdinalIgnoreCase) >= 0);
}
