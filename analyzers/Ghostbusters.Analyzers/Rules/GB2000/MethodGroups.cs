using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>
/// The names that a compilation mentions without calling them: methods among them are handed over as delegates, and their
/// parameters are the receiver's. By name, without binding, and read when first asked.
/// </summary>
internal sealed class MethodGroups(Compilation compilation)
{
    // Of an instance, or of a type that is not written.
    private const string Anything = "";

    private readonly Lazy<Dictionary<string, HashSet<string>>> _owners = new(() => Read(compilation));

    /// <summary>Whether the method may be handed over somewhere: by its name alone in its type, behind its type's name, or, if it is no static one, behind any value.</summary>
    public bool Contain(IMethodSymbol method)
    {
        if (!_owners.Value.TryGetValue(method.Name, out var owners))
            return false;
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            // `Handler.Run`, where a property of that name holds an `OrderHandler`.
            if (owners.Any(owner => owner.Length > 0 && type.Name.EndsWith(owner, StringComparison.Ordinal)))
                return true;
        }

        return (!method.IsStatic || method.IsExtensionMethod) && owners.Contains(Anything);
    }

    private static Dictionary<string, HashSet<string>> Read(Compilation compilation)
    {
        var names = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var root = tree.GetRoot();
            var imports = root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()
                .Where(static u => u.StaticKeyword.RawKind != 0 && u.Name is not null).Select(static u => LastName(u.Name!)).ToList();
            foreach (var name in root.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsHandedOver))
            {
                if (!names.TryGetValue(name.Identifier.ValueText, out var owners))
                    names[name.Identifier.ValueText] = owners = new HashSet<string>(StringComparer.Ordinal);
                owners.UnionWith(OwnersOf(name));
                owners.UnionWith(imports);
            }
        }

        return names;
    }

    // Alone, it is of a type around it, or of a base of one.
    private static IEnumerable<string> OwnersOf(SimpleNameSyntax name)
    {
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            return access.Expression is ThisExpressionSyntax or BaseExpressionSyntax ? TypesAround(name) : LastName(access.Expression) is { Length: > 0 } owner && char.IsUpper(owner[0]) ? [owner] : [Anything];
        return TypesAround(name);
    }

    private static IEnumerable<string> TypesAround(SyntaxNode node) => node.Ancestors().OfType<TypeDeclarationSyntax>()
        .SelectMany(static t => (t.BaseList?.Types.Select(static b => LastName(b.Type)) ?? []).Append(t.Identifier.ValueText));

    private static string LastName(SyntaxNode expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => Anything,
    };

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
