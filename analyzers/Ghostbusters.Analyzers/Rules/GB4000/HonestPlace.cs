using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Places whose names, conditions or docs say that made-up data belongs there.</summary>
internal static class HonestPlace
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "seed", "seeds", "seeder", "seeding", "migration", "migrations", "demo", "demos", "design", "designer", "sample", "samples", "example", "examples", "preview", "previews",
        "test", "tests", "testing", "tester", "fixture", "fixtures", "mock", "mocks", "mocked", "mocking", "moq", "fake", "fakes", "faker", "bogus", "dummy", "stub", "stubs", "placeholder",
        "placeholders", "template", "templates", "scaffold", "swagger", "openapi", "schema", "showcase", "playground", "tutorial", "storybook", "simulator", "simulation", "simulated", "simulate",
        "development", "dev", "debug", "benchmark", "benchmarks", "hint", "help", "usage", "description", "watermark", "documentation", "docs", "tooltip", "anonymous",
        "anonymized", "anonymize", "redacted", "masked", "default", "defaults", "offline", "sandbox", "onboarding", "trial", "dry", "bootstrap", "substitute", "canned", "hardcoded", "initial",
    };

    // What a branch asks when someone has chosen that the data is not real.
    private static readonly HashSet<string> Choices = new(Words, StringComparer.OrdinalIgnoreCase)
    {
        "option", "options", "setting", "settings", "config", "configuration", "feature", "features", "flag", "environment", "env", "mode", "production", "staging", "local", "enabled", "emulator",
    };

    /// <summary>Whether a name says so: of a member, a type, a namespace, a folder, a property that is set.</summary>
    public static bool IsNamed(string name)
    {
        var words = PascalWords.Of(name);
        for (var i = 0; i < words.Length; i++)
        {
            if (Words.Contains(words[i]) || (words[i] is "Open" or "open" && i + 1 < words.Length && words[i + 1] is "Api" or "API"))
                return true;
        }

        return false;
    }

    /// <summary>Whether the names around the node, its file's folder, or its member's documentation say so.</summary>
    public static bool Contains(SyntaxNode node) => IsInNamedFile(node.SyntaxTree.FilePath) || node.Ancestors().Any(SaysSo) || IsBetweenDirectives(node);

    /// <summary>Whether the node runs only where a branch has chosen what is not real.</summary>
    public static bool IsChosen(SyntaxNode node) => ConditionsAround(node).Any(static c => c.DescendantTokens().Any(static t =>
        t.IsKind(SyntaxKind.IdentifierToken) || t.IsKind(SyntaxKind.StringLiteralToken) ? PascalWords.Of(t.ValueText).Any(Choices.Contains) : false));

    /// <summary>Whether the node runs only under some condition.</summary>
    public static bool IsConditional(SyntaxNode node) => ConditionsAround(node).Any();

    // Conditions of the branches that it stands in, and of those that left the function before it.
    private static IEnumerable<SyntaxNode> ConditionsAround(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null and not BaseTypeDeclarationSyntax; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IfStatementSyntax branch when branch.Condition != child:
                    yield return branch.Condition;
                    break;
                case ElseClauseSyntax { Parent: IfStatementSyntax first }:
                    yield return first.Condition;
                    break;
                case ConditionalExpressionSyntax choice when choice.Condition != child:
                    yield return choice.Condition;
                    break;
                case SwitchSectionSyntax { Parent: SwitchStatementSyntax statement } section:
                    yield return statement.Expression;
                    foreach (var label in section.Labels)
                        yield return label;
                    break;
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax expression } arm:
                    yield return expression.GoverningExpression;
                    yield return arm.Pattern;
                    break;
                case BlockSyntax block:
                    foreach (var left in block.Statements.TakeWhile(s => s != child).OfType<IfStatementSyntax>().Where(static s => Leaves(s.Statement)))
                        yield return left.Condition;
                    break;
            }
        }
    }

    private static bool Leaves(StatementSyntax statement) =>
        (statement is BlockSyntax { Statements.Count: > 0 } block ? block.Statements[block.Statements.Count - 1] : statement) is ReturnStatementSyntax or ThrowStatementSyntax;

    private static bool SaysSo(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => IsNamed(method.Identifier.ValueText) || AreNamed(method.AttributeLists) || IsDocumentedSo(method),
        LocalFunctionStatementSyntax function => IsNamed(function.Identifier.ValueText),
        PropertyDeclarationSyntax property => IsNamed(property.Identifier.ValueText) || AreNamed(property.AttributeLists),
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field => IsNamed(field.Identifier.ValueText),
        BaseTypeDeclarationSyntax type => IsNamed(type.Identifier.ValueText) || AreNamed(type.AttributeLists) || IsDocumentedSo(type)
            || type.BaseList?.Types.Any(static t => IsNamed(t.Type.ToString())) == true,
        BaseNamespaceDeclarationSyntax space => IsNamed(space.Name.ToString()),
        AttributeSyntax => true,
        _ => false,
    };

    private static bool AreNamed(SyntaxList<AttributeListSyntax> lists) => lists.Any(static l => l.Attributes.Any(static a => IsNamed(a.Name.ToString())));

    // "Sample data for the designer." A plain comment is no document: who calls the member does not see it.
    private static bool IsDocumentedSo(SyntaxNode member) => member.GetLeadingTrivia()
        .Where(static t => t.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
        .Any(static t => IsDocument(t.ToString()));

    private static bool IsDocument(string text) =>
        new[] { "design-time", "design time", "designer", "demo", "sample", "placeholder", "preview", "example data", "made-up", "made up", "seed", "for tests", "fake", "mock" }
            .Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsInNamedFile(string path)
    {
        var parts = path.Split('/', '\\');
        return parts.Skip(Math.Max(0, parts.Length - 3)).Any(static p => IsNamed(p.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) ? p.Substring(0, p.Length - 3) : p));
    }

    // `#if DEBUG` … `#endif`.
    private static bool IsBetweenDirectives(SyntaxNode node)
    {
        var root = node.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
            return false;
        var depth = 0;
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
            depth += directive is IfDirectiveTriviaSyntax ? 1 : directive is EndIfDirectiveTriviaSyntax ? -1 : 0;
        return depth > 0;
    }
}
