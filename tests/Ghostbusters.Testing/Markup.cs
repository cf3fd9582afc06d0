using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Testing;

/// <summary>
/// Code with marked spans: <c>[|here|]</c>, or <c>{|GB1001:here|}</c> where the rule must be named.
/// </summary>
/// <param name="Code">The code without marks.</param>
/// <param name="Spans">The marked spans in it, by the order of their starts; the rule is null where it is not named.</param>
public sealed record Markup(string Code, ImmutableArray<(string? Rule, TextSpan Span)> Spans)
{
    /// <summary>Reads marked code.</summary>
    /// <exception cref="FormatException">A mark is not closed.</exception>
    public static Markup Parse(string text)
    {
        var code = new StringBuilder();
        var open = new Stack<(string? Rule, int Start)>();
        var spans = new List<(string? Rule, TextSpan Span)>();
        for (var i = 0; i < text.Length;)
        {
            if (StartsWith(text, i, "[|"))
            {
                open.Push((null, code.Length));
                i += 2;
            }
            else if (StartsWith(text, i, "{|GB"))
            {
                var colon = text.IndexOf(':', i);
                open.Push((text[(i + 2)..colon], code.Length));
                i = colon + 1;
            }
            else if (open.Count > 0 && (StartsWith(text, i, "|]") || StartsWith(text, i, "|}")))
            {
                var (rule, start) = open.Pop();
                spans.Add((rule, TextSpan.FromBounds(start, code.Length)));
                i += 2;
            }
            else
            {
                code.Append(text[i++]);
            }
        }

        if (open.Count > 0)
            throw new FormatException($"A mark that starts at {open.Peek().Start} is not closed.");
        return new Markup(code.ToString(), [.. spans.OrderBy(static s => s.Span.Start).ThenBy(static s => s.Span.End)]);
    }

    private static bool StartsWith(string text, int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;
}
