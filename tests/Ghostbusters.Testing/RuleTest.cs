using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Testing;

/// <summary>
/// Holds a rule to marked code: it must report at every marked span, and nowhere else. The code must compile.
/// </summary>
public static class RuleTest
{
    /// <summary>Fails unless the rule reports exactly the marked spans. Code without marks means: no finding.</summary>
    /// <param name="markup">One file, see <see cref="Markup"/>.</param>
    /// <param name="more">Further files without marks.</param>
    /// <returns>The findings, for tests that look closer.</returns>
    public static Task<ImmutableArray<Diagnostic>> VerifyAsync<TRule>(string markup, params string[] more)
        where TRule : DiagnosticAnalyzer, new() => VerifyAsync<TRule>(markup, mustCompile: true, more);

    /// <summary>The same for code that does not compile, for the rules that are about such code.</summary>
    public static Task<ImmutableArray<Diagnostic>> VerifyBrokenAsync<TRule>(string markup, params string[] more)
        where TRule : DiagnosticAnalyzer, new() => VerifyAsync<TRule>(markup, mustCompile: false, more);

    private static async Task<ImmutableArray<Diagnostic>> VerifyAsync<TRule>(string markup, bool mustCompile, string[] more)
        where TRule : DiagnosticAnalyzer, new()
    {
        var marked = Markup.Parse(markup);
        var compilation = TestCompilation.Of([marked.Code, .. more]);
        var errors = TestCompilation.Errors(compilation);
        if (mustCompile && !errors.IsEmpty)
            throw new RuleTestException("The code does not compile:\n" + string.Join("\n", errors));
        if (!mustCompile && errors.IsEmpty)
            throw new RuleTestException("The code was expected not to compile, and it does.");

        var rule = new TRule();
        var found = await TestCompilation.AnalyzeAsync(compilation, rule);
        var expected = marked.Spans.Select(s => Describe(marked.Code, s.Rule ?? rule.SupportedDiagnostics[0].Id, s.Span.Start, s.Span.End));
        var actual = found.Select(d => Describe(marked.Code, d.Id, d.Location.SourceSpan.Start, d.Location.SourceSpan.End));
        var difference = Difference([.. expected], [.. actual]);
        if (difference.Length > 0)
            throw new RuleTestException(difference + "\nMessages:\n" + string.Join("\n", found.Select(static d => d.ToString())));
        return found;
    }

    private static string Describe(string code, string rule, int start, int end)
    {
        var line = code.AsSpan(0, Math.Min(start, code.Length)).Count('\n') + 1;
        return end <= code.Length ? $"{rule} on line {line} at '{code[start..end]}'" : $"{rule} in another file";
    }

    private static string Difference(List<string> expected, List<string> actual)
    {
        var missing = new List<string>(expected);
        var surplus = actual.Where(a => !missing.Remove(a)).ToList();
        return string.Concat(missing.Select(static m => $"\nMissing: {m}")) + string.Concat(surplus.Select(static s => $"\nNot expected: {s}"));
    }
}

/// <summary>A rule did not do what its test says.</summary>
public sealed class RuleTestException(string message) : Exception(message);
