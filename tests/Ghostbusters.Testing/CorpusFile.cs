using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ghostbusters.Testing;

/// <summary>One file of tests/Corpus, see the README there.</summary>
/// <param name="Path">Relative to the repository, with <c>/</c>.</param>
/// <param name="Code">Without labels, line for line.</param>
/// <param name="IsBroken">Whether it must not compile; else it must.</param>
/// <param name="Labels">In the order of their lines.</param>
public sealed partial record CorpusFile(string Path, string Code, bool IsBroken, ImmutableArray<CorpusLabel> Labels)
{
    private const string Folder = "tests/Corpus";
    private const string BrokenMark = "//@broken";

    /// <summary>All files, in ordinal order of their paths.</summary>
    public static ImmutableArray<CorpusFile> ReadAll()
    {
        var root = Repository.PathOf(Folder);
        return
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Select(file => (Path: $"{Folder}/{System.IO.Path.GetRelativePath(root, file).Replace('\\', '/')}", Text: File.ReadAllText(file)))
                .OrderBy(static file => file.Path, StringComparer.Ordinal)
                .Select(static file => Parse(file.Path, file.Text)),
        ];
    }

    /// <summary>Cuts the labels out of a file.</summary>
    /// <exception cref="FormatException">A label cannot be read, or is said twice.</exception>
    public static CorpusFile Parse(string path, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var labels = ImmutableArray.CreateBuilder<CorpusLabel>();
        var isBroken = lines[0].Trim() == BrokenMark;
        for (var i = isBroken ? 1 : 0; i < lines.Length; i++)
        {
            if (LabelStart().Match(lines[i]) is not { Success: true } start)
                continue;
            labels.AddRange(LabelsOf(lines[i][start.Index..], $"{path}:{i + 1}", i + 1));
            lines[i] = lines[i][..start.Index].TrimEnd();
        }

        if (labels.GroupBy(static l => (l.Rule, l.Line)).FirstOrDefault(static g => g.Count() > 1) is { } twice)
            throw new FormatException($"{path}:{twice.Key.Line}: {twice.Key.Rule} is labelled twice on one line.");
        return new CorpusFile(path, string.Join('\n', lines), isBroken, labels.ToImmutable());
    }

    /// <summary>The text of a line without its label, for reports.</summary>
    public string LineText(int line) => Code.Split('\n')[line - 1].Trim();

    private static IEnumerable<CorpusLabel> LabelsOf(string text, string place, int line)
    {
        if (!WholeLabel().IsMatch(text))
            throw new FormatException($"{place}: '{text.Trim()}' is no label; write //@true GB1001 or //@near GB1001, several as //@true GB1001 @near GB1002.");
        return OneLabel().Matches(text).Select(m => new CorpusLabel(m.Groups["rule"].Value, m.Groups["kind"].Value == "true", line));
    }

    [GeneratedRegex("//@(?!broken)")]
    private static partial Regex LabelStart();

    [GeneratedRegex(@"^//@(true|near) GB\d{4}(\s+@(true|near) GB\d{4})*\s*$")]
    private static partial Regex WholeLabel();

    [GeneratedRegex(@"@(?<kind>true|near) (?<rule>GB\d{4})")]
    private static partial Regex OneLabel();
}

/// <summary>What a line of the corpus is an example of.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="IsTrue">True where a finding is right here, false where it is wrong.</param>
/// <param name="Line">From one.</param>
public sealed record CorpusLabel(string Rule, bool IsTrue, int Line);
