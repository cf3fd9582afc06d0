using System.Collections.Immutable;

namespace Ghostbusters.Analyzers.Tests.Completeness;

/// <summary>A rule's page, analyzers/docs/GBxxxx.md, taken apart.</summary>
/// <param name="Heading">Without <c>#</c>.</param>
/// <param name="Claim">What stands between the heading and the table.</param>
/// <param name="Cells">Category, severity, basis, CWE.</param>
/// <param name="Sections">Titles with their text, in their order.</param>
public sealed record RulePage(string Heading, string Claim, ImmutableArray<string> Cells, ImmutableArray<(string Title, string Text)> Sections)
{
    private const string Fence = "```";

    /// <summary>The folder of all pages.</summary>
    public const string Folder = "analyzers/docs";

    /// <summary>The ids of all pages that are there.</summary>
    public static IEnumerable<string> Ids =>
        Directory.EnumerateFiles(Repository.PathOf(Folder), "GB*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!;

    /// <summary>Reads the page of a rule.</summary>
    public static RulePage Read(string ruleId) => Parse(File.ReadAllText(Repository.PathOf($"{Folder}/{ruleId}.md")));

    /// <summary>The text of a section; empty where there is none.</summary>
    public string Section(string title) => Sections.FirstOrDefault(s => s.Title == title).Text ?? "";

    /// <summary>The C# in a section.</summary>
    /// <exception cref="FormatException">There is none, or there are several.</exception>
    public string Sample(string title)
    {
        var blocks = Section(title).Split(Fence + "csharp\n");
        return blocks.Length == 2
            ? blocks[1].Split(Fence)[0]
            : throw new FormatException($"{Heading}: the section '{title}' has {blocks.Length - 1} csharp blocks, and must have one.");
    }

    private static RulePage Parse(string text)
    {
        var parts = ("\n" + text.ReplaceLineEndings("\n")).Split("\n## ");
        var head = parts[0].Trim().Split('\n');
        var rows = head.Where(static line => line.StartsWith('|')).ToList();
        return new RulePage(
            head[0].TrimStart('#', ' '),
            string.Join(' ', head.Skip(1).TakeWhile(static line => !line.StartsWith('|'))).Trim(),
            rows.Count == 3 ? [.. rows[2].Trim('|').Split('|').Select(static cell => cell.Trim())] : [],
            [.. parts.Skip(1).Select(static part => (part.Split('\n')[0].Trim(), part[part.IndexOf('\n', StringComparison.Ordinal)..].Trim()))]);
    }
}
