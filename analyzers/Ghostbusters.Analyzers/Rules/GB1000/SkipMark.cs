using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>What stands in the code and keeps a test from running.</summary>
/// <param name="Place">The attribute or the call.</param>
/// <param name="Words">How a message names it.</param>
/// <param name="Reason">The expression with the reason; null where none is given.</param>
internal readonly record struct SkipMark(SyntaxNode Place, string Words, ExpressionSyntax? Reason)
{
    // Tests that are there to be started by hand say so.
    private static readonly Regex ByHand = new(
        "Manual|Benchmark|Perf(?![a-z])|Performance|Integration|Live|Stress|Load(?![a-z])|Slow|LongRunning|Explor|Tool|Generat|Sandbox|Playground|Profil|Acceptance|EndToEnd|E2E|Demo|Sample|Local|Interactive|Smoke",
        RegexOptions.CultureInvariant, OwnPattern.Patience);

    /// <summary>Reads an attribute of a test, of its rows or of its class; null where it lets the test run, at least sometimes.</summary>
    public static SkipMark? Of(AttributeSyntax attribute)
    {
        var name = TestAttributeNames.NameOf(attribute);
        if (name is "Ignore" or "Explicit")
            return Named(attribute, "Until") is null ? new SkipMark(attribute, $"it is marked [{name}]", Positional(attribute)) : null;
        if (attribute.ArgumentList is null or { Arguments.Count: 0 } || !MayCarry(name))
            return null;
        if (Named(attribute, "SkipUnless") is not null || Named(attribute, "SkipWhen") is not null || Named(attribute, "Until") is not null)
            return null;
        if ((Named(attribute, "Skip") ?? Named(attribute, "Ignore") ?? Named(attribute, "IgnoreReason")) is { } reason)
            return IsNothing(reason) ? null : new SkipMark(attribute, $"[{name}] skips it", reason);
        return Named(attribute, "Explicit") is LiteralExpressionSyntax { Token.ValueText: "true" } ? new SkipMark(attribute, "it is marked explicit", Named(attribute, "Reason")) : null;
    }

    /// <summary>A call at the very start of the test that ends it there.</summary>
    public static SkipMark? Of(MethodDeclarationSyntax test)
    {
        var first = test.Body?.Statements.FirstOrDefault() is ExpressionStatementSyntax statement ? statement.Expression : test.ExpressionBody?.Expression;
        return first is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: "Ignore" or "Inconclusive" or "Skip" } called } call
            && type.ToString().EndsWith("Assert", StringComparison.Ordinal)
            ? new SkipMark(call, $"it ends at once with '{called}'", call.ArgumentList.Arguments.FirstOrDefault()?.Expression) : null;
    }

    /// <summary>Whether names or attributes say that the test is started by hand.</summary>
    public static bool IsByHand(SyntaxNode test) => test.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Any(static member =>
        member is MethodDeclarationSyntax { Identifier.ValueText: var method } && IsByHand(method)
        || member is TypeDeclarationSyntax { Identifier.ValueText: var type } && IsByHand(type)
        || member.AttributeLists.SelectMany(static l => l.Attributes).Any(static a => TestAttributeNames.NameOf(a) is var name && (IsByHand(name) || (IsCategory(name) && IsByHand(a.ToString())))));

    /// <summary>Whether a name says that the test is started by hand.</summary>
    public static bool IsByHand(string name) => ByHand.IsMatch(name);

    private static bool IsCategory(string attribute) => attribute is "Category" or "Trait" or "TestCategory" or "TestProperty" or "Property";

    private static bool MayCarry(string name) =>
        TestAttributeNames.IsTest(name) || name is "InlineData" or "MemberData" or "ClassData" or "TestFixture" or "TestFixtureSource" or "DataRow"
        || name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal);

    // xunit runs a test whose reason is null or empty.
    private static bool IsNothing(ExpressionSyntax reason) => reason is LiteralExpressionSyntax { Token.ValueText: "null" or "" };

    private static ExpressionSyntax? Positional(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(static a => a.NameEquals is null)?.Expression ?? Named(attribute, "Reason");

    private static ExpressionSyntax? Named(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name)?.Expression;
}
