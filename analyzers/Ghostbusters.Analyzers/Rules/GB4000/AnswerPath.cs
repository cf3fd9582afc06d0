using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>The way of a value into the answer of the function that it stands in: through initializers, collections, locals and tasks.</summary>
internal static class AnswerPath
{
    // They hand on what they are given.
    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal)
    {
        "FromResult", "Ok", "Json", "Content", "Created", "Accepted", "Success", "Some", "Return", "CreateResponse", "SerializeObject", "Serialize", "Ok200", "Result", "Text",
    };

    private static readonly string[] Queries = ["To", "As", "Where", "First", "Last", "Single", "Order", "Select", "Skip", "Take", "Find", "Concat", "Append", "Prepend", "Configure", "Reverse", "Trim", "Replace", "Generate", "Get"];

    /// <summary>The method, local function, accessor or lambda that answers with the value; null where it goes elsewhere.</summary>
    public static SyntaxNode? FunctionAnsweredBy(ExpressionSyntax value)
    {
        SyntaxNode node = value;
        while (node.Parent is { } parent)
        {
            switch (parent)
            {
                case ReturnStatementSyntax or YieldStatementSyntax:
                    return FunctionAround(parent);
                case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax or AccessorDeclarationSyntax }:
                    return parent.Parent;
                case LambdaExpressionSyntax lambda when lambda.Body == node:
                    return lambda;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local }:
                    return IfReturned(local.Identifier.ValueText, parent);
                case AssignmentExpressionSyntax assignment when assignment.Right == node && assignment.Parent is not InitializerExpressionSyntax:
                    return IfReturned(RootOf(assignment.Left), parent);
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "AddRange" } add } }:
                    return IfReturned(RootOf(add.Expression), parent);
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when Wrappers.Contains(NameOf(call)):
                    node = call;
                    break;
                case ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax or TupleExpressionSyntax } argument when argument.NameColon is not { } named || !HonestPlace.IsNamed(named.Name.Identifier.ValueText):
                    node = argument.Parent!.Parent!;
                    break;
                case ArgumentSyntax { Parent: TupleExpressionSyntax tuple }:
                    node = tuple;
                    break;
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax query } access when access.Expression == node && IsQuery(access.Name.Identifier.ValueText):
                    node = query;
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax property } assignment when assignment.Right == node && !HonestPlace.IsNamed(property.Identifier.ValueText):
                    node = assignment;
                    break;
                case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax } assignment when assignment.Right == node:
                    node = assignment;
                    break;
                case AnonymousObjectMemberDeclaratorSyntax member when member.NameEquals is null || !HonestPlace.IsNamed(member.NameEquals.Name.Identifier.ValueText):
                    node = member;
                    break;
                case ConditionalExpressionSyntax choice when choice.Condition != node:
                case SwitchExpressionArmSyntax arm when arm.Expression == node:
                    node = parent;
                    break;
                case BaseObjectCreationExpressionSyntax creation when !IsNamedType(creation):
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }:
                case InitializerExpressionSyntax or CollectionExpressionSyntax or ExpressionElementSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax
                    or AnonymousObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or SwitchExpressionSyntax or AwaitExpressionSyntax
                    or PostfixUnaryExpressionSyntax or WithExpressionSyntax:
                    node = parent;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The innermost method, local function, accessor or lambda.</summary>
    public static SyntaxNode? FunctionAround(SyntaxNode node) => node.Ancestors().FirstOrDefault(static a =>
        a is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or LambdaExpressionSyntax or AnonymousMethodExpressionSyntax);

    /// <summary>The simple name of what is called.</summary>
    public static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static bool IsQuery(string name) => Queries.Any(q => name.StartsWith(q, StringComparison.Ordinal));

    // `new OpenApiExample("John Doe")`, `new PlaceholderText { … }`.
    private static bool IsNamedType(BaseObjectCreationExpressionSyntax creation) =>
        creation is ObjectCreationExpressionSyntax { Type: var type } && HonestPlace.IsNamed(type.ToString());

    private static string? RootOf(ExpressionSyntax target)
    {
        while (target is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax)
            target = target is MemberAccessExpressionSyntax access ? access.Expression : ((ElementAccessExpressionSyntax)target).Expression;
        return target is IdentifierNameSyntax name ? name.Identifier.ValueText : null;
    }

    // A local is what the function declares; its value is the answer where the answer starts with it.
    private static SyntaxNode? IfReturned(string? local, SyntaxNode place)
    {
        if (local is null || FunctionAround(place) is not { } function
            || !function.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(d => d.Identifier.ValueText == local))
        {
            return null;
        }

        var uses = function.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == local).ToList();
        return uses.Any(IsReturned) && !uses.Any(IsToldToWork) ? function : null;
    }

    // `dialog.Show()`: what it holds afterwards is no longer what it was made with.
    private static bool IsToldToWork(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access && access.Expression == name
        && !access.Name.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal) && !IsQuery(access.Name.Identifier.ValueText);

    private static bool IsReturned(IdentifierNameSyntax name)
    {
        SyntaxNode node = name;
        while (true)
        {
            switch (node.Parent)
            {
                case ReturnStatementSyntax or YieldStatementSyntax:
                    return true;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when Wrappers.Contains(NameOf(call)):
                    node = call;
                    break;
                case ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation }:
                    node = creation;
                    break;
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax query } access when access.Expression == node && IsQuery(access.Name.Identifier.ValueText):
                    node = query;
                    break;
                case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: { } creation } } assignment when assignment.Right == node:
                    node = creation;
                    break;
                case AnonymousObjectMemberDeclaratorSyntax or AnonymousObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }:
                    node = node.Parent;
                    break;
                default:
                    return false;
            }
        }
    }
}
