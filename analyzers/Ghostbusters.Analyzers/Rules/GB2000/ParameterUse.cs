using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>How a body mentions a parameter, by syntax alone: most are handed on, and need no graph.</summary>
internal static class ParameterUse
{
    /// <summary>Whether the mentions leave it open that the parameter changes nothing.</summary>
    public static bool MayBeNone(BaseMethodDeclarationSyntax method, ParameterSyntax parameter)
    {
        var name = parameter.Identifier.ValueText;
        var bodies = new SyntaxNode?[] { method.Body, method.ExpressionBody, (method as ConstructorDeclarationSyntax)?.Initializer };
        var mentions = bodies.OfType<SyntaxNode>().SelectMany(static b => b.DescendantNodes()).OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == name).ToList();

        // What is overwritten may be lost wherever it is read afterwards.
        return mentions.Any(static n => n.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } a && a.Left == n) || mentions.All(n => MayBeIdle(n, method));
    }

    // By its plain name.
    private static bool IsHandedToOwnMethod(SyntaxNode mention) =>
        mention.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } };

    private static bool MayBeIdle(IdentifierNameSyntax mention, BaseMethodDeclarationSyntax method) => mention.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument =>
            CalledName(call) == "nameof" || (IsHandedToOwnMethod(mention) ? MayBeLostIn(call, argument, method) : CalledName(call) is var called && (called.StartsWith("ThrowIf", StringComparison.Ordinal)
                || called.StartsWith("Log", StringComparison.Ordinal) || called is "Debug" or "Info" or "Trace" or "Warn" or "Error" or "Information" or "Warning" or "IsNullOrEmpty" or "IsNullOrWhiteSpace")),
        ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation } => creation.Parent is ThrowStatementSyntax or ThrowExpressionSyntax,
        ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax => false,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => call.Parent is EqualsValueClauseSyntax,
        AssignmentExpressionSyntax assignment when assignment.Right == mention => assignment.Left is IdentifierNameSyntax,
        _ => !mention.Ancestors().TakeWhile(a => a != method).Any(static a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax),
    };

    // A method of this name in the same type that does not mention what it is given there.
    private static bool MayBeLostIn(InvocationExpressionSyntax call, ArgumentSyntax argument, BaseMethodDeclarationSyntax method)
    {
        if (method.Parent is not TypeDeclarationSyntax type)
            return false;
        var position = call.ArgumentList.Arguments.IndexOf(argument);
        return type.Members.OfType<MethodDeclarationSyntax>().Any(m =>
            m != method && m.Identifier.ValueText == CalledName(call) && m.ParameterList.Parameters.Count > position && (m.Body ?? (SyntaxNode?)m.ExpressionBody) is { } body
            && m.ParameterList.Parameters[position].Identifier.ValueText is var inner && !body.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == inner));
    }

    private static string CalledName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
