using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Symbols;

/// <summary>What a piece of syntax uses: the name of a member, and what stands before its dot.</summary>
/// <param name="Node">The call, creation, attribute, or member name with its receiver.</param>
/// <param name="Type">The type's simple name, as it is written where a creation or attribute says it.</param>
/// <param name="Member">The member's name, <see cref="ApiName.Constructor"/> for creations and attributes.</param>
/// <param name="Receiver">The expression before the dot; the creation for a member of its initializer; null where there is none.</param>
internal sealed record ApiUse(SyntaxNode Node, string? Type, string Member, ExpressionSyntax? Receiver)
{
    /// <summary>Reads a call, creation, attribute or member reference; null for other syntax.</summary>
    public static ApiUse? Of(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => Of(call.Expression) is { } callee ? callee with { Node = call } : null,
        ObjectCreationExpressionSyntax creation => new ApiUse(creation, SimpleNameOf(creation.Type), ApiName.Constructor, null),
        ImplicitObjectCreationExpressionSyntax creation => new ApiUse(creation, null, ApiName.Constructor, null),
        AttributeSyntax attribute => new ApiUse(attribute, SimpleNameOf(attribute.Name), ApiName.Constructor, null),
        MemberAccessExpressionSyntax access => new ApiUse(access, null, access.Name.Identifier.ValueText, access.Expression),
        MemberBindingExpressionSyntax binding => new ApiUse(binding, null, binding.Name.Identifier.ValueText, Conditional(binding)),
        SimpleNameSyntax name => new ApiUse(name, null, name.Identifier.ValueText, InitializedBy(name)),
        _ => null,
    };

    /// <summary>The last name of a type's name, without type arguments.</summary>
    public static string? SimpleNameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        NullableTypeSyntax nullable => SimpleNameOf(nullable.ElementType),
        _ => null,
    };

    /// <summary>The arguments of a call or creation; null where there are none in the syntax.</summary>
    public static SeparatedSyntaxList<ArgumentSyntax>? ArgumentsOf(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => call.ArgumentList.Arguments,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList?.Arguments,
        _ => null,
    };

    // `new X { Member = … }`, and `Outer = { Member = … }`: then the receiver is the outer member.
    private static ExpressionSyntax? InitializedBy(SimpleNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment && assignment.Left == name
            ? initializer.Parent switch
            {
                BaseObjectCreationExpressionSyntax creation => creation,
                WithExpressionSyntax with => with.Expression,
                AssignmentExpressionSyntax outer => outer.Left,
                _ => null,
            }
            : null;

    private static ExpressionSyntax? Conditional(MemberBindingExpressionSyntax binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(a => a.WhenNotNull.Span.Contains(binding.Span))?.Expression;
}
