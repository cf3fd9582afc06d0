using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>What the comments at an empty catch say of why it is empty.</summary>
/// <param name="StateReason">They give a reason.</param>
/// <param name="Shortcoming">Where they do not: what is there instead, for the message.</param>
internal readonly record struct CatchComments(bool StateReason, string Shortcoming)
{
    // Words that say that nothing is done, not why. A comment of such words alone repeats the empty block.
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "all", "an", "and", "any", "anything", "at", "be", "block", "body", "by", "can", "catch", "code", "do", "does",
        "don't", "dont", "empty", "error", "errors", "ex", "exception", "exceptions", "failure", "failures", "handle", "here",
        "ignore", "ignored", "ignores", "ignoring", "in", "is", "it", "just", "left", "moment", "needed", "no", "noop", "nop",
        "nope", "not", "nothing", "now", "op", "ok", "pass", "please", "shall", "should", "silent", "silently", "skip",
        "skipped", "so", "squash", "suppress", "suppressed", "swallow", "swallowed", "swallowing", "that", "the", "them", "these", "this",
        "to", "we", "whatever", "will",
    };

    // With them a comment says again what the code beside it does: "return an empty list on error".
    private static readonly HashSet<string> Retellings = new(StringComparer.OrdinalIgnoreCase)
    {
        "array", "back", "collection", "default", "dictionary", "fail", "failed", "fails", "give", "happened", "happens", "if", "instead", "list", "log", "logged", "logs", "mean",
        "none", "null", "occurred", "occurs", "on", "result", "results", "return", "returned", "returning", "returns", "set", "simply", "something", "string", "then", "thrown", "value",
        "went", "when", "wrong", "zero", "with", "of", "case", "goes",
    };

    private static readonly string[] Deferrals = ["todo", "fixme", "hack", "xxx", "tbd", "to do"];

    // Words by which a comment beside the try speaks of its failure.
    private static readonly string[] AboutFailure =
        ["the catch", "best effort", "best-effort", "ignore", "fail", "error", "exception", "throw", "swallow", "if possible", "optional", "might not", "may not", "may have", "might have", "not important", "go wrong", "goes wrong", "in case", "crash", "safeguard", "safegard", "not exist", "n't exist", "try to", "problem", "fall back", "falling back", "falls back", "fallback"];

    /// <summary>Reads the comments in and beside the catch, and the ones beside its try.</summary>
    public static CatchComments Of(CatchClauseSyntax clause)
    {
        var own = clause.DescendantTrivia().ToList();
        if (own.Any(static t => t.IsKind(SyntaxKind.DisabledTextTrivia)))
            return new CatchComments(true, ""); // Another configuration does something here.

        var texts = own.Where(IsComment).Select(static t => Text(t)).Where(static t => t.Any(char.IsLetter)).ToList();
        if (texts.Any(IsReason) || IsExplainedBeside(clause))
            return new CatchComments(true, "");
        if (texts.Count == 0)
            return new CatchComments(false, "its block is empty and gives no reason");
        return new CatchComments(false, texts.All(IsCode)
            ? "all that it holds is commented-out code"
            : $"its comment '{Shorten(texts.First(static t => !IsCode(t)))}' gives no reason");
    }

    /// <summary>Whether a comment in the catch gives a reason for the answer that it returns, rather than saying again that it does.</summary>
    public static bool ExplainAnswer(CatchClauseSyntax clause) => clause.DescendantTrivia().Where(IsComment).Select(static t => Text(t))
        .Any(static t => IsReason(t) && Words(t).Any(static w => !Fillers.Contains(w) && !Retellings.Contains(w)));

    /// <summary>Whether a comment beside the try speaks of its failure: the first of several such tries in a row speaks for all.</summary>
    public static bool IsExplainedBeside(CatchClauseSyntax clause)
    {
        if (BesideTry(clause).Any(static t => IsReason(t) && Mentions(t, AboutFailure)))
            return true;
        return clause.Parent is TryStatementSyntax { Parent: BlockSyntax block } statement && block.Statements.IndexOf(statement) is > 0 and var at
            && block.Statements[at - 1] is TryStatementSyntax { Catches: { Count: 1 } before } && before[0].Block.Statements.Count == 0 && IsExplainedBeside(before[0]);
    }

    // Above the try, at the head of its block, and above what follows it.
    private static IEnumerable<string> BesideTry(CatchClauseSyntax clause)
    {
        if (clause.Parent is not TryStatementSyntax statement)
            return [];
        var behind = statement.GetLastToken().GetNextToken();
        if (behind is { RawKind: (int)SyntaxKind.CloseBraceToken, Parent: BlockSyntax { Parent: StatementSyntax or ElseClauseSyntax } })
            behind = behind.GetNextToken(); // The comment may follow the branch that the try is the whole of.
        var tokens = new[] { statement.TryKeyword, statement.Block.OpenBraceToken.GetNextToken(), behind };
        return tokens.SelectMany(static t => t.LeadingTrivia).Concat(statement.Block.OpenBraceToken.TrailingTrivia).Where(IsComment).Select(static t => Text(t))
            .Concat(statement.Block.DescendantTrivia().Where(IsComment).Select(static t => Text(t)).Where(static t => t.IndexOf("the catch", StringComparison.OrdinalIgnoreCase) >= 0));
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static string Text(SyntaxTrivia trivia) => trivia.ToString().Trim('/', '*', ' ', '\t', '\r', '\n');

    private static bool IsReason(string text) =>
        !IsCode(text) && !Deferrals.Any(d => text.StartsWith(d, StringComparison.OrdinalIgnoreCase)) && Words(text).Any(static w => !Fillers.Contains(w));

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && (char.IsLetter(text[i]) || (text[i] == '\'' && start >= 0));
            if (isWord && start < 0)
                start = i;
            if (isWord || start < 0)
                continue;
            yield return text.Substring(start, i - start);
            start = -1;
        }
    }

    // `log.Error(ex);`, `throw;`, `x = Load()`: the words of prose do not end so.
    private static bool IsCode(string text) => !IsProse(text) && (
        text.EndsWith(";", StringComparison.Ordinal) || text.EndsWith("{", StringComparison.Ordinal) || text.EndsWith("}", StringComparison.Ordinal)
        || text is "throw" or "return" || (text.EndsWith(")", StringComparison.Ordinal) && IsCall(text)));

    // Four words in a row are a sentence, whatever it ends in: "Can happen when dealing with shell:::{…}".
    private static bool IsProse(string text)
    {
        var inRow = 0;
        foreach (var word in text.Split(' '))
        {
            inRow = word.Length > 0 && word.All(char.IsLetter) ? inRow + 1 : 0;
            if (inRow == 4)
                return true;
        }

        return false;
    }

    private static bool IsCall(string text)
    {
        var name = text.Substring(0, Math.Max(0, text.IndexOf('(')));
        return name.Length > 0 && name.All(static c => char.IsLetterOrDigit(c) || c is '.' or '_' or '<' or '>');
    }

    private static bool Mentions(string text, string[] words) => words.Any(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);

    private static string Shorten(string text)
    {
        var line = text.Split('\n')[0].Trim();
        return line.Length <= 60 ? line : line.Substring(0, 57) + "...";
    }
}
