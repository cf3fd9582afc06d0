using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>Methods that have everything of a test but the attribute, among tests that have it.</summary>
internal sealed class LooseTests
{
    // The rest of the class must show how a test looks here.
    private const int LeastSiblings = 2;

    private static readonly HashSet<string> OtherRoles = new(StringComparer.Ordinal)
    {
        "Setup", "Set", "Up", "Init", "Initialize", "Initialise", "Dispose", "Cleanup", "Clean", "Tear", "Teardown", "Down", "Verify", "Assert", "Check", "Ensure", "Validate",
        "Given", "When", "Then", "And", "Arrange", "Act", "Helper", "Run", "Execute", "Base", "Before", "After", "Configure", "Main", "Benchmark", "Expect",
    };

    private readonly Lazy<HashSet<string>> _mentioned;

    public LooseTests(Compilation compilation) => _mentioned = new Lazy<HashSet<string>>(() => MentionedIn(compilation));

    /// <summary>The methods of a type that nothing runs.</summary>
    public IEnumerable<MethodDeclarationSyntax> In(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellation)
    {
        if (type is not ClassDeclarationSyntax || type.Modifiers.Any(static m => m.Kind() is SyntaxKind.AbstractKeyword or SyntaxKind.StaticKeyword))
            yield break;
        var methods = type.Members.OfType<MethodDeclarationSyntax>().ToList();
        if (methods.Count(HasTestAttribute) < LeastSiblings)
            yield break;
        foreach (var method in methods)
        {
            if (LooksLikeTest(method) && !_mentioned.Value.Contains(method.Identifier.ValueText)
                && model.GetDeclaredSymbol(method, cancellation) is { } symbol && !ImplementsAny(symbol))
            {
                yield return method;
            }
        }
    }

    /// <summary>Whether the method carries a test attribute, by its name.</summary>
    public static bool HasTestAttribute(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(static l => l.Attributes).Select(TestAttributeNames.NameOf)
            .Any(static n => TestAttributeNames.IsTest(n) || n.EndsWith("Fact", StringComparison.Ordinal) || n.EndsWith("Theory", StringComparison.Ordinal));

    private static bool LooksLikeTest(MethodDeclarationSyntax method) =>
        method is { AttributeLists.Count: 0, ParameterList.Parameters.Count: 0, TypeParameterList: null, ExplicitInterfaceSpecifier: null }
        && method.Modifiers.Any(SyntaxKind.PublicKeyword)
        && !method.Modifiers.Any(static m => m.Kind() is SyntaxKind.OverrideKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.StaticKeyword or SyntaxKind.NewKeyword or SyntaxKind.PartialKeyword)
        && method.ReturnType.ToString() is "void" or "Task" or "ValueTask" or "System.Threading.Tasks.Task"
        && !OtherRoles.Contains(PascalWords.Of(method.Identifier.ValueText).FirstOrDefault() ?? "Main")
        && ((SyntaxNode?)method.Body ?? method.ExpressionBody) is { } body
        && body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(IsAssertion);

    private static bool IsAssertion(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax access
        && (access.Expression is IdentifierNameSyntax { Identifier.ValueText: "Assert" or "StringAssert" or "CollectionAssert" or "ClassicAssert" }
            || access.Name.Identifier.ValueText is "Should" or "Verify" || access.Name.Identifier.ValueText.StartsWith("Should", StringComparison.Ordinal));

    private static bool ImplementsAny(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type.BaseType?.TypeKind == TypeKind.Error)
            return true;
        return type.AllInterfaces.SelectMany(static i => i.GetMembers().OfType<IMethodSymbol>())
            .Any(m => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(m), method));
    }

    // Whoever mentions the name, also as text, may run it.
    private static HashSet<string> MentionedIn(Compilation compilation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in compilation.SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes()))
        {
            if (node is SimpleNameSyntax name)
                names.Add(name.Identifier.ValueText);
            else if (node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text)
                names.Add(text.Token.ValueText);
        }

        return names;
    }
}
