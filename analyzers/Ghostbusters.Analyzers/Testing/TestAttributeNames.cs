using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>Test attributes as they are written, for rules that look before anything is bound.</summary>
internal static class TestAttributeNames
{
    private static readonly HashSet<string> OfMethods = new(StringComparer.Ordinal)
    {
        "Fact", "Theory", "Test", "TestCase", "TestCaseSource", "TestMethod", "DataTestMethod",
    };

    private static readonly HashSet<string> OfTypes = new(StringComparer.Ordinal) { "TestClass", "TestFixture" };

    /// <summary>Whether the attribute makes a test of a method, or a class of tests of a type.</summary>
    public static bool IsTestOrClass(AttributeSyntax attribute) => IsTest(NameOf(attribute)) || OfTypes.Contains(NameOf(attribute));

    /// <summary>Whether an attribute of this name, written without its suffix, makes a test of a method.</summary>
    public static bool IsTest(string name) => OfMethods.Contains(name);

    /// <summary>The name without namespace and without the suffix <c>Attribute</c>.</summary>
    public static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => attribute.Name.ToString(),
        };
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }
}
