using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>What the code around does with a formatter or its settings.</summary>
internal static class FormatterUse
{
    private static readonly HashSet<string> Writers = new(StringComparer.Ordinal) { "Serialize", "SerializeObject", "SerializeAsync", "WriteObject", "FromObject" };
    private static readonly HashSet<string> Bounds = new(StringComparer.Ordinal) { "Binder", "SerializationBinder" };

    /// <summary>Whether it only ever writes: it is handed to a serializing call, or all calls on its variable write.</summary>
    public static bool IsForWriting(SyntaxNode made)
    {
        var creation = made is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax owner } } ? owner : made;
        switch (creation.Parent)
        {
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }:
                return IsWriter(call);
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call }:
                return IsWriter(call);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax or UsingStatementSyntax } variable }:
                return variable.FirstAncestorOrSelf<SyntaxNode>(static a => a is MemberDeclarationSyntax) is { } member && OnlyWrites(variable.Identifier.ValueText, member, variable);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Modifiers: var modifiers } } field } when !modifiers.Any(static m => m.IsKind(SyntaxKind.PublicKeyword) || m.IsKind(SyntaxKind.InternalKeyword) || m.IsKind(SyntaxKind.ProtectedKeyword)):
                return field.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && OnlyWrites(field.Identifier.ValueText, type, field);
            default:
                return made is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax settings } } && made.FirstAncestorOrSelf<SyntaxNode>(static a => a is MemberDeclarationSyntax) is { } around
                    && OnlyWrites(settings.Identifier.ValueText, around, made);
        }
    }

    // Used at all, and each time to write, or to read what it has just written itself; what only gets a property set tells nothing.
    private static bool OnlyWrites(string name, SyntaxNode scope, SyntaxNode declared)
    {
        var uses = scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == name && !declared.Span.Contains(n.Span) && !IsSetter(n)).ToList();
        var isCopy = scope is not TypeDeclarationSyntax && uses.Exists(static u => u.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Serialize" });
        return uses.Count > 0 && uses.TrueForAll(use => use.Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == use => IsWriter(call) || (isCopy && access.Name.Identifier.ValueText == "Deserialize"),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => IsWriter(call),
            _ => false,
        });
    }

    private static bool IsSetter(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } access && assignment.Left == access;

    private static bool IsWriter(InvocationExpressionSyntax call) => ApiUse.Of(call)?.Member is { } member && Writers.Contains(member);

    /// <summary>Whether the same object is told which types there are, by a binder, or to take none later on.</summary>
    public static bool IsBounded(SyntaxNode made) => made switch
    {
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } => SetsBinder(initializer) || (initializer.Parent is { } creation && IsBoundedVariable(creation)),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var settings } } => SetsBinderOf(settings.ToString(), made),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } when SetsBinder(initializer) => true,
        _ => IsBoundedVariable(made),
    };

    private static bool IsBoundedVariable(SyntaxNode creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => SetsBinderOf(variable.Identifier.ValueText, creation),
        AssignmentExpressionSyntax { Left: var target } => SetsBinderOf(target.ToString(), creation),
        _ => false,
    };

    private static bool SetsBinder(InitializerExpressionSyntax initializer) =>
        initializer.Expressions.Any(static e => e is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Right: not LiteralExpressionSyntax } && Bounds.Contains(name));

    private static bool SetsBinderOf(string owner, SyntaxNode place) => (place.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? place.SyntaxTree.GetRoot()).DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(a => a.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access && access.Expression.ToString() == owner && (Bounds.Contains(name) ? a.Right is not LiteralExpressionSyntax : a.SpanStart > place.SpanStart && IsNone(name, a.Right)));

    private static bool IsNone(string property, ExpressionSyntax value) => property == "TypeNameHandling" && value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "None" };

    /// <summary>Whether a table of properties says that all types are let through: <c>properties["typeFilterLevel"] = "Full"</c>.</summary>
    public static bool SetsFullFilter(ExpressionSyntax properties, SyntaxNode place) => properties is IdentifierNameSyntax { Identifier.ValueText: var table }
        && (place.FirstAncestorOrSelf<SyntaxNode>(static a => a is MemberDeclarationSyntax) ?? place.SyntaxTree.GetRoot()).DescendantNodes().Any(n => n switch
        {
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } element, Right: LiteralExpressionSyntax value } =>
                owner.Identifier.ValueText == table && IsFull(element.ArgumentList.Arguments[0].Expression, value),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: IdentifierNameSyntax owner }, ArgumentList.Arguments: { Count: 2 } arguments } =>
                owner.Identifier.ValueText == table && IsFull(arguments[0].Expression, arguments[1].Expression),
            _ => false,
        });

    private static bool IsFull(ExpressionSyntax key, ExpressionSyntax value) => key is LiteralExpressionSyntax { Token.Value: string name } && value is LiteralExpressionSyntax { Token.Value: string level }
        && string.Equals(name, "typeFilterLevel", StringComparison.OrdinalIgnoreCase) && string.Equals(level, "Full", StringComparison.OrdinalIgnoreCase);

    /// <summary>The call in a method that makes a type of a name that it is given; null where there is none.</summary>
    public static InvocationExpressionSyntax? TypeByName(MethodDeclarationSyntax method) => method.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(c =>
        c.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetType", Expression: var owner } && c.ArgumentList.Arguments.Count > 0
        && (owner.ToString() is "Type" or "System.Type" || owner is InvocationExpressionSyntax || owner.ToString().IndexOf("ssembly", StringComparison.Ordinal) >= 0)
        && c.ArgumentList.Arguments[0].Expression is not LiteralExpressionSyntax);

    /// <summary>Whether the method decides which names it takes: it compares, looks up or throws.</summary>
    public static bool Chooses(MethodDeclarationSyntax method) => method.DescendantNodes().Any(static n => n switch
    {
        ThrowStatementSyntax or ThrowExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax => true,
        IfStatementSyntax { Condition: var condition } => !IsNullCheck(condition),
        ConditionalExpressionSyntax { Condition: var condition } => !IsNullCheck(condition),
        InvocationExpressionSyntax call => ApiUse.Of(call)?.Member is "Contains" or "ContainsKey" or "TryGetValue" or "IsAllowed" or "StartsWith" or "Any",
        _ => false,
    });

    private static bool IsNullCheck(ExpressionSyntax condition) => condition is BinaryExpressionSyntax { Right.RawKind: (int)SyntaxKind.NullLiteralExpression } or IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } or UnaryPatternSyntax };
}
