using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Conditions that keep an unsafe setting out of production, or leave it to whoever runs the program.</summary>
internal static class Guard
{
    private static readonly HashSet<string> Development = new(StringComparer.OrdinalIgnoreCase)
        { "development", "dev", "debug", "debugger", "local", "localhost", "test", "tests", "testing", "staging", "production", "prod", "sandbox", "emulator", "loopback", "debugging", "environment", "env" };

    private static readonly HashSet<string> Choices = new(StringComparer.OrdinalIgnoreCase)
    {
        "insecure", "ignore", "skip", "allow", "trust", "accept", "unsafe", "self", "verify", "validate", "disable", "bypass", "untrusted", "check", "strict", "enable", "use", "require", "secure", "invalid", "validation", "verification", "detailed", "show", "expose", "include", "sensitive",
    };

    /// <summary>Whether the node runs only in development, by a condition, a directive or the name of its member.</summary>
    public static bool IsDevelopment(SyntaxNode node) => Conditions(node).Any(static c => Mentions(c, Development)) || IsInDebugDirective(node) || NamesOf(node).Any(static n => PascalWords.Of(n).Any(static w => w is "Development" or "Dev" or "Debug" or "Testing"));

    /// <summary>Whether the node runs in production only: somebody turned the condition round.</summary>
    public static bool IsProduction(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null and not MemberDeclarationSyntax; (child, parent) = (parent, parent.Parent))
        {
            if (parent is IfStatementSyntax branch && child == branch.Statement)
                return AsksForDevelopment(branch.Condition) is false;
            if (parent is ElseClauseSyntax { Parent: IfStatementSyntax other })
                return AsksForDevelopment(other.Condition) is true;
        }

        return false;
    }

    // true for `env.IsDevelopment()`, false for `!env.IsDevelopment()` and `env.IsProduction()`; null for anything else.
    private static bool? AsksForDevelopment(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax inner => AsksForDevelopment(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => !AsksForDevelopment(not.Operand),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsDevelopment" } } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsProduction" } } => false,
        _ => null,
    };

    /// <summary>Whether an option decides: a condition on a name that speaks of the choice.</summary>
    public static bool IsChosen(SyntaxNode node) => Conditions(node).Any(static c => Mentions(c, Choices));

    /// <summary>Whether a condition around the node has one of the words.</summary>
    public static bool IsUnder(SyntaxNode node, HashSet<string> words) => Conditions(node).Any(c => Mentions(c, words));

    /// <summary>Whether the node is one case of many: a factory (<c>"des" => DES.Create()</c>) makes what its caller names.</summary>
    public static bool IsOneOfMany(SyntaxNode node) => node.AncestorsAndSelf().TakeWhile(static a => a is not MemberDeclarationSyntax).Any(static a => a switch
    {
        SwitchExpressionArmSyntax { Pattern: ConstantPatternSyntax } => true,
        SwitchSectionSyntax { Labels: var labels } => labels.Any(static l => l is CaseSwitchLabelSyntax),
        _ => false,
    });

    // Of `if`, `?:`, `&&` and `switch` around the node, of `if (…) return;` before it, and of the value itself.
    private static IEnumerable<SyntaxNode> Conditions(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null and not BaseTypeDeclarationSyntax; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IfStatementSyntax branch when child != branch.Condition:
                    yield return branch.Condition;
                    break;
                case ElseClauseSyntax { Parent: IfStatementSyntax branch }:
                    yield return branch.Condition;
                    break;
                case ConditionalExpressionSyntax choice when child != choice.Condition:
                    yield return choice.Condition;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both when child == both.Right:
                    yield return both.Left;
                    break;
                case SwitchSectionSyntax { Parent: SwitchStatementSyntax @switch } section:
                    yield return @switch.Expression;
                    foreach (var label in section.Labels)
                        yield return label;
                    break;
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax @switch }:
                    yield return @switch.GoverningExpression;
                    break;
                case BlockSyntax block:
                    foreach (var exit in block.Statements.TakeWhile(s => s != child).OfType<IfStatementSyntax>().Where(IsExit))
                        yield return exit.Condition;
                    break;
            }
        }
    }

    private static bool IsExit(IfStatementSyntax branch) =>
        (branch.Statement is BlockSyntax { Statements: var statements } ? statements.LastOrDefault() : branch.Statement) is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax;

    private static bool Mentions(SyntaxNode condition, HashSet<string> words) => condition.DescendantTokens().Any(t =>
        t.IsKind(SyntaxKind.IdentifierToken) || t.IsKind(SyntaxKind.StringLiteralToken) ? PascalWords.Of(t.ValueText).Any(words.Contains) : false);

    private static IEnumerable<string> NamesOf(SyntaxNode node) => node.Ancestors().Select(static a => a switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => "",
    });

    private static bool IsInDebugDirective(SyntaxNode node)
    {
        var open = new Stack<bool>();
        for (var directive = node.SyntaxTree.GetRoot().GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax branch:
                    open.Push(Mentions(branch.Condition, Development));
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open.Contains(true);
    }
}
