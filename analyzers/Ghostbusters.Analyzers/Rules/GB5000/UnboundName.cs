using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB5000;

/// <summary>The name by which a piece of code that does not bind reaches for something.</summary>
/// <param name="Name">The name.</param>
/// <param name="Receiver">What stands before its dot; null for a bare name.</param>
/// <param name="Use">The call, creation or access that the name is the heart of.</param>
internal sealed record UnboundName(SimpleNameSyntax Name, ExpressionSyntax? Receiver, SyntaxNode Use)
{
    /// <summary>The words of the name.</summary>
    public string Text => Name.Identifier.ValueText;

    /// <summary>Whether it is called like a method.</summary>
    public bool IsCalled => Use is InvocationExpressionSyntax;

    /// <summary>Whether only a type can be meant.</summary>
    public bool IsType => Use is BaseObjectCreationExpressionSyntax or TypeSyntax { Parent: not ExpressionSyntax };

    /// <summary>What is passed; null where nothing is called.</summary>
    public ArgumentListSyntax? Arguments => Use switch
    {
        InvocationExpressionSyntax call => call.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        _ => null,
    };

    /// <summary>The name that an expression reaches for; null where it has none.</summary>
    public static UnboundName? Of(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax call when Of(call.Expression) is { } callee => callee with { Use = call },
        ObjectCreationExpressionSyntax creation when Rightmost(creation.Type) is { } type => new UnboundName(type, Qualifier(type), creation),
        MemberAccessExpressionSyntax access => Called(new UnboundName(access.Name, access.Expression, access)),
        MemberBindingExpressionSyntax binding when ConditionalReceiver(binding) is { } receiver => Called(new UnboundName(binding.Name, receiver, binding)),
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Name == name => Of(access),
        SimpleNameSyntax name when !name.IsMissing && name.Identifier.ValueText.Length > 0 => Called(new UnboundName(name, null, name)),
        _ => null,
    };

    /// <summary>The name as one of a type in a declaration.</summary>
    public static UnboundName OfType(SimpleNameSyntax name) => new(name, Qualifier(name), name);

    /// <summary>Whether it is the target of an assignment in an object initializer.</summary>
    public bool IsInitialized => Name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == Name;

    private static UnboundName Called(UnboundName name) =>
        name.Use.Parent is InvocationExpressionSyntax call && call.Expression == name.Use ? name with { Use = call } : name;

    private static SimpleNameSyntax? Rightmost(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        SimpleNameSyntax simple => simple,
        _ => null,
    };

    private static NameSyntax? Qualifier(SimpleNameSyntax name) => name.Parent is QualifiedNameSyntax qualified && qualified.Right == name ? qualified.Left : null;

    // a?.b.c: the binding .b belongs to the nearest ?. around it whose right side it is in.
    private static ExpressionSyntax? ConditionalReceiver(MemberBindingExpressionSyntax binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression;
}
