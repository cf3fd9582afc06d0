using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>
/// Whether the words beside a disabled test say what it waits for: an issue, a condition, a cause. That it is flaky, broken or
/// to be fixed some day says only that it is off.
/// </summary>
internal static class SkipReason
{
    // An address, #123, ABC-123, issue 123.
    private static readonly Regex Reference = new(
        @"https?://|#\s?[0-9]+|\b[A-Z]{2,}-[0-9]+|\b(issue|bug|ticket|story|task|pr|gh|case|defect)s?[\s:.-]*[0-9]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, OwnPattern.Patience);

    // What makes a comment one about running: those above a test may just as well describe it.
    private static readonly Regex AboutRunning = new(
        @"\b(because|since|requires?|required|needs?|depends?|until|once|only|unless|supported|manual(ly)?|slow|hand|disabled?|ignored?|skip(ped)?|explicit|run|runs|running|currently|longer|uncomment(ed)?|enable|re-enable|available|license)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, OwnPattern.Patience);

    private static readonly HashSet<string> StatusWords = new(StringComparer.OrdinalIgnoreCase);

    static SkipReason() => StatusWords.UnionWith((
        "flaky flakey flake flakes unstable unreliable intermittent intermittently random randomly sometimes occasionally often nondeterministic broken break breaks "
        + "fail fails failing failed failure failures fix fixed fixing fixme hack todo tbd wip xxx temp temporary temporarily disable disabled disabling ignore ignored "
        + "ignoring skip skipped skipping test tests testing case reason none na idc later soon tomorrow someday now yet currently still again "
        + "not no never dont doesnt does do cant cannot work works working worked implemented implement finished done ready complete completed incomplete "
        + "progress refactor refactoring refactored changes change changed execution investigate investigation investigating revisit review look check figure out "
        + "need needs needed must should will would be been being is it its are was were has have had get gets this that these those the a an and or but so "
        + "for to of in on at by with after before until when why because due me us i we he you someone ci cd build builds builder server agent pipeline machine "
        + "local locally appveyor travis github actions azure devops error errors bug buggy bugs issue issues problem problems known unknown wrong red green "
        + "some something somehow just only really too very all any every here there see comment please remove removed delete old obsolete").Split(' '));

    /// <summary>Whether the words name what the test waits for.</summary>
    public static bool SaysWhy(string words)
    {
        if (Reference.IsMatch(words))
            return true;
        var plain = words.Replace("'", "").Replace("’", "");
        var start = -1;
        for (var i = 0; i <= plain.Length; i++)
        {
            if (i < plain.Length && char.IsLetter(plain[i]))
                start = start < 0 ? i : start;
            else if (start >= 0)
            {
                if (i - start > 1 && !StatusWords.Contains(plain.Substring(start, i - start)))
                    return true;
                start = -1;
            }
        }

        return false;
    }

    /// <summary>Whether a name says only that something is off: BROKEN, NotWorking.</summary>
    public static bool IsStatus(string name) => !SaysWhy(string.Join(" ", PascalWords.Of(name))) && name.Any(char.IsLetter);

    /// <summary>Whether a comment above the test gives a reason for its not running.</summary>
    public static bool IsGivenIn(string comment) => Reference.IsMatch(comment) || (AboutRunning.IsMatch(comment) && SaysWhy(comment));

    /// <summary>The plain comments in some trivia.</summary>
    public static IEnumerable<string> CommentsIn(IEnumerable<SyntaxTrivia> trivia) => trivia
        .Where(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
        .Select(static t => t.ToFullString());
}
