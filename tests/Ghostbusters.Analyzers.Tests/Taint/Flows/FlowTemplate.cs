using System.Collections.Immutable;

namespace Ghostbusters.Analyzers.Tests.Taint.Flows;

/// <summary>One way in which data passes through a feature of the language, and, where it has one, the near way in which it does not.</summary>
/// <param name="Feature">The file's name.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Code">Statements that make <c>$out</c> of <c>$in</c>, or end in a sink of their own.</param>
/// <param name="Members">Members that the statements need.</param>
/// <param name="Keeps">Whether there is a way in which the data comes through.</param>
/// <param name="Loses">Whether there is a way in which it does not.</param>
internal sealed record FlowTemplate(string Feature, string Title, string Code, string Members, bool Keeps, bool Loses)
{
    private const string Folder = "tests/Flows";

    /// <summary>Whether it has a sink of its own, so that nothing can follow.</summary>
    public bool IsLast => !Code.Contains("$out", StringComparison.Ordinal);

    /// <summary>The templates of all features, in the order of the files' names.</summary>
    public static ImmutableArray<FlowTemplate> ReadAll() =>
        [.. Directory.EnumerateFiles(Repository.PathOf(Folder), "*.txt").Order(StringComparer.Ordinal).SelectMany(static f => Parse(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f)))];

    /// <summary>The templates of one file; tests/Flows/README.md describes the form.</summary>
    public static IEnumerable<FlowTemplate> Parse(string feature, string text)
    {
        foreach (var block in text.ReplaceLineEndings("\n").Split("\n=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var body = block.StartsWith("=== ", StringComparison.Ordinal) ? block[4..] : block;
            var end = body.IndexOf('\n');
            var (title, rest) = (body[..end].Trim(), body[(end + 1)..].Trim('\n'));
            var parts = rest.Split("\n---\n");
            var isOneWay = title[0] is '+' or '-';
            yield return new FlowTemplate(
                feature, isOneWay ? title[1..].Trim() : title, parts[0], parts.Length > 1 ? parts[1] : "", title[0] != '-', title[0] != '+');
        }
    }
}
