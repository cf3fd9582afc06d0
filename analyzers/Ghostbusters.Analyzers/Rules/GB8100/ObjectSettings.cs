using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>Which properties of an object the code sets: in its initializer, through its variable, in the method that makes it.</summary>
internal static class ObjectSettings
{
    // A method that makes the settings may call one that does, and a variable may be made of another.
    private const int DeepestMaker = 3;

    /// <summary>The last value that each property is set to before a place.</summary>
    /// <param name="expression">The object: a creation, a variable, or a call of a method that makes it.</param>
    /// <param name="before">Where it is used.</param>
    public static IReadOnlyDictionary<string, ExpressionSyntax> Of(ExpressionSyntax expression, int before)
    {
        var set = new Dictionary<string, ExpressionSyntax>(StringComparer.Ordinal);
        Collect(set, expression, before, 0);
        return set;
    }

    /// <summary>What the properties of a new object are set to, also after it was made.</summary>
    public static IReadOnlyDictionary<string, ExpressionSyntax> OfMade(BaseObjectCreationExpressionSyntax creation) =>
        VariableOf(creation) is { } variable && BodyOf(creation) is { } body
            ? OfVariable(variable, body, body.Span.End)
            : Of(creation, creation.Span.End);

    /// <summary>The creation behind a variable's name; null where it is no variable, or is made otherwise.</summary>
    public static ExpressionSyntax? MadeBy(ExpressionSyntax expression) =>
        NameOf(expression) is { } name && BodyOf(expression) is { } body ? ValuesOf(name, body, expression.SpanStart).LastOrDefault() : null;

    /// <summary>The type that a creation names, or the variable's where it names none.</summary>
    public static TypeSyntax? TypeOf(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax named => named.Type,
        { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } } => declaration.Type,
        { Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } } => property.Type,
        _ => null,
    };

    private static Dictionary<string, ExpressionSyntax> OfVariable(string name, SyntaxNode body, int before)
    {
        var set = new Dictionary<string, ExpressionSyntax>(StringComparer.Ordinal);
        CollectVariable(set, name, body, before, 0);
        return set;
    }

    private static void Collect(Dictionary<string, ExpressionSyntax> set, ExpressionSyntax expression, int before, int depth)
    {
        if (depth > DeepestMaker)
            return;
        if (expression is BaseObjectCreationExpressionSyntax creation)
            CollectInitializer(set, creation);
        else if (NameOf(expression) is { } name && BodyOf(expression) is { } body)
            CollectVariable(set, name, body, before, depth);
        else if (expression is InvocationExpressionSyntax call && NameOf(call.Expression) is { } maker)
            CollectMaker(set, maker, call.SyntaxTree.GetRoot(), depth);
    }

    private static void CollectInitializer(Dictionary<string, ExpressionSyntax> set, BaseObjectCreationExpressionSyntax creation)
    {
        foreach (var assignment in creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
            set[assignment.Left.ToString()] = assignment.Right;
    }

    private static void CollectVariable(Dictionary<string, ExpressionSyntax> set, string name, SyntaxNode body, int before, int depth)
    {
        foreach (var value in ValuesOf(name, body, before))
            Collect(set, value, value.SpanStart, depth + 1);
        foreach (var assignment in body.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.SpanStart < before && assignment.Left is MemberAccessExpressionSyntax member && NameOf(member.Expression) == name)
                set[member.Name.Identifier.ValueText] = assignment.Right;
        }
    }

    private static void CollectMaker(Dictionary<string, ExpressionSyntax> set, string maker, SyntaxNode root, int depth)
    {
        foreach (var method in root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(m => m.Identifier.ValueText == maker))
        {
            if (method.ExpressionBody is { } arrow)
                Collect(set, arrow.Expression, arrow.Span.End, depth + 1);
            foreach (var given in method.DescendantNodes().OfType<ReturnStatementSyntax>())
            {
                if (given.Expression is { } expression)
                    Collect(set, expression, expression.SpanStart, depth + 1);
            }
        }
    }

    // What a variable is made with: in the body before the place, or as a field or property of the type.
    private static IEnumerable<ExpressionSyntax> ValuesOf(string name, SyntaxNode body, int before)
    {
        var isLocal = false;
        foreach (var node in body.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax local && local.Identifier.ValueText == name)
            {
                isLocal = true;
                if (local.Initializer is { } initializer && local.SpanStart < before)
                    yield return initializer.Value;
            }
            else if (node is AssignmentExpressionSyntax assignment && assignment.SpanStart < before && NameOf(assignment.Left) == name && !assignment.Parent.IsKind(SyntaxKind.ObjectInitializerExpression))
            {
                yield return assignment.Right;
            }
        }

        if (isLocal || body.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            yield break;
        foreach (var made in ValuesOfMember(name, type))
            yield return made;
    }

    private static IEnumerable<ExpressionSyntax> ValuesOfMember(string name, TypeDeclarationSyntax type)
    {
        foreach (var member in type.Members)
        {
            if (member is FieldDeclarationSyntax field && field.Declaration.Variables.FirstOrDefault(v => v.Identifier.ValueText == name) is { Initializer.Value: var made })
                yield return made;
            else if (member is PropertyDeclarationSyntax property && property.Identifier.ValueText == name && (property.Initializer?.Value ?? property.ExpressionBody?.Expression) is { } kept)
                yield return kept;
            else if (member is ConstructorDeclarationSyntax constructor && constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>().LastOrDefault(a => NameOf(a.Left) == name) is { Right: var given })
                yield return given;
        }
    }

    private static string? VariableOf(ExpressionSyntax made) => made.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } => local.Identifier.ValueText,
        AssignmentExpressionSyntax assignment when assignment.Right == made => NameOf(assignment.Left),
        _ => null,
    };

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => member.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type } member when char.IsUpper(type.Identifier.ValueText[0]) => member.Name.Identifier.ValueText,
        PostfixUnaryExpressionSyntax postfix when postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression) => NameOf(postfix.Operand),
        _ => null,
    };

    private static SyntaxNode? BodyOf(SyntaxNode place) =>
        (SyntaxNode?)place.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or GlobalStatementSyntax))
        ?? place.FirstAncestorOrSelf<CompilationUnitSyntax>();
}
