using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>
/// Tests that claim no more than that the call comes back: they say so in their name or in a comment, and then having no
/// assertion is honest.
/// </summary>
internal static class ModestTests
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    // Words at the starts of the name's parts: NoThrow, DoesNotThrow, CanCreate, Smoke, ThreadSafe, Allows, IsIgnored.
    private static readonly Regex Name = new(
        "(Not|No|Never|Without|Doesnt|Dont)[A-Za-z]*(Throw|Exception|Error|Fail|Crash|Hang|Block|Deadlock|Leak|Overflow|Op(?![a-z])|Problem|Break|Warn|Regress)"
        + "|(Do|Does|Doing|Is)Nothing|Nothing(Happens|IsDone)"
        + "|(^|[a-z0-9])(Can(?=[A-Z])|Could(?!Not|Be)|Allow|Accept|Support|Permit|Tolerat|Ignore|Safe|Smoke|Sanity|Compil(?!ation|er|ing)|Noop|Stress|Concurren|Parallel|Race"
        + "|Deadlock|Hang|Crash|Leak|Idempoten(?!cyKey)|Construct|Ctor|Instantiat|Surviv|Robust|Fuzz|Perf|Benchmark|Sample|Example|Demo|Manual|Playground|Regression|Issue|Bug|Repro)",
        Options, OwnPattern.Patience);

    private static readonly Regex Comment = new(
        "throw|exception|crash|hang|deadlock|smoke|compil|not fail|no error|without error|does ?n[o']t|should ?n[o']t|must not|won't|will not|no assert|nothing to assert"
        + "|sanity|just |no-op|regression|https?:|#[0-9]|leak|repro|(do|does|doing) nothing",
        Options | RegexOptions.IgnoreCase, OwnPattern.Patience);

    private static readonly Regex ActAndAssert = new(@"\bact\s*(&|and|/|\+)\s*assert", Options | RegexOptions.IgnoreCase, OwnPattern.Patience);

    /// <summary>Whether the test's own words promise no outcome.</summary>
    public static bool IsModest(string name, SyntaxNode declaration) =>
        PartsOf(name).Any(static part => Name.IsMatch(part)) || IsActTheAssertion(name, declaration) || CommentsOf(declaration).Any(static c => Comment.IsMatch(c)) || IsQuoted(name, declaration) || Drains(declaration);

    // `Disconnect_Succeeds` with "Act & Assert" above its one call: that it comes back is the assertion. Without the comment it is forgotten.
    private static bool IsActTheAssertion(string name, SyntaxNode declaration) =>
        name.IndexOf("Succeed", StringComparison.OrdinalIgnoreCase) >= 0 && CommentsOf(declaration).Any(static c => ActAndAssert.IsMatch(c));

    // A region of the test's own name is what the manual quotes: the test is there so that the sample compiles and runs.
    private static bool IsQuoted(string name, SyntaxNode declaration) => declaration.ContainsDirectives
        && declaration.DescendantNodes(descendIntoTrivia: true).OfType<RegionDirectiveTriviaSyntax>().Any(region => region.ToString().EndsWith(" " + name, StringComparison.Ordinal));

    // `while (reader.Read()) { }`: that it comes to the end is the outcome.
    private static bool Drains(SyntaxNode declaration) => declaration.DescendantNodes().OfType<WhileStatementSyntax>().Any(static loop =>
        loop.Statement is EmptyStatementSyntax or BlockSyntax { Statements.Count: 0 } && loop.Condition is InvocationExpressionSyntax or AwaitExpressionSyntax);

    // Does_not_throw reads as DoesNotThrow; in `Order_IsNotThere_FailsAtOnce` no part denies another.
    private static IEnumerable<string> PartsOf(string name)
    {
        var words = name.Split(new[] { '_' }, StringSplitOptions.RemoveEmptyEntries).Select(static w => char.ToUpperInvariant(w[0]) + w.Substring(1)).ToList();
        var isSpelled = words.Any(static w => w.Length > 1 && !w.Skip(1).Any(char.IsUpper) && !char.IsDigit(w[0])) && words.Count > 2;
        return isSpelled ? [string.Concat(words)] : words;
    }

    /// <summary>Whether there is any comment with words in it.</summary>
    public static bool HasComment(SyntaxNode declaration) => CommentsOf(declaration).Any();

    private static IEnumerable<string> CommentsOf(SyntaxNode declaration) =>
        declaration.DescendantTrivia(descendIntoTrivia: false)
            .Where(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
            .Select(static t => t.ToFullString())
            .Where(static text => text.Any(char.IsLetter));
}
