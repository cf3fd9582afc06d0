using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>
/// The names that a compilation mentions without calling them: methods among them are handed over as delegates, and their
/// parameters are the receiver's. By name, without binding, and read when first asked.
/// </summary>
internal sealed class MethodGroups(Compilation compilation)
{
    private readonly Lazy<HashSet<string>> _names = new(() => Read(compilation));

    /// <summary>Whether something of this name is handed over somewhere.</summary>
    public bool Contain(string name) => _names.Value.Contains(name);

    private static HashSet<string> Read(Compilation compilation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in compilation.SyntaxTrees.SelectMany(static t => t.GetRoot().DescendantNodes()).OfType<SimpleNameSyntax>())
        {
            if (IsHandedOver(name))
                names.Add(name.Identifier.ValueText);
        }

        return names;
    }

    private static bool IsHandedOver(SimpleNameSyntax name)
    {
        SyntaxNode expression = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return expression.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => false,
            ArgumentSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax
                or InitializerExpressionSyntax or ExpressionElementSyntax or SwitchExpressionArmSyntax or ConditionalExpressionSyntax or CastExpressionSyntax
                or ParenthesizedExpressionSyntax or LambdaExpressionSyntax => true,
            _ => false,
        };
    }
}
