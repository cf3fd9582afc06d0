using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>Methods whose first word is a verb of work, as a reader takes it; not the rules' own list.</summary>
internal static class WorkNames
{
    private static readonly string[] Verbs =
    [
        "Add", "Analyze", "Apply", "Build", "Calculate", "Check", "Collect", "Compare", "Compute", "Consume", "Convert", "Count", "Decode", "Evaluate", "Find",
        "Load", "Measure", "Merge", "Parse", "Read", "Remove", "Render", "Resolve", "Run", "Save", "Search", "Send", "Try", "Update", "Validate", "Verify", "Write",
    ];

    /// <summary>The methods of a file that promise work and have a body.</summary>
    public static IEnumerable<MethodDeclarationSyntax> Methods(SyntaxNode root) =>
        root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static m => (m.Body is not null || m.ExpressionBody is not null) && Array.Exists(Verbs, v => Starts(m.Identifier.ValueText, v)));

    /// <summary>Whether a file hands a method over as a delegate: whether it has to do anything is then up to who calls it.</summary>
    public static bool IsHandedOver(SyntaxNode root, string name) =>
        root.DescendantNodes().OfType<IdentifierNameSyntax>().Any(i => i.Identifier.ValueText == name && i.Parent is ArgumentSyntax or AssignmentExpressionSyntax);

    private static bool Starts(string name, string verb) =>
        name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || char.IsUpper(name[verb.Length]));
}
