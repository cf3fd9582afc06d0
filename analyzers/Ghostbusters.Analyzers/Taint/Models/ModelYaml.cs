using System.Collections.Immutable;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>
/// Reads the part of YAML that models are written in: top fields, lists of mappings below them, plain texts, lists in
/// brackets, comments. Everything else is refused, so that whatever is read here means the same to every YAML reader.
/// </summary>
internal static class ModelYaml
{
    private const string Section = "A line is `version: 1`, a section such as `sources:`, `  - field: value`, or `    field: value`.";

    /// <summary>The entries of a text, in their order; the top field <c>version</c> must be 1.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <param name="others">Top fields that hold no models; whatever stands below them is somebody else's.</param>
    /// <exception cref="ModelFormatException">It is written otherwise.</exception>
    public static ImmutableArray<ModelEntry> Read(string file, string text, params string[] others)
    {
        var lines = new ModelLines(file, text);
        var entries = ImmutableArray.CreateBuilder<ModelEntry>();
        var sections = new HashSet<string>(StringComparer.Ordinal);
        var hasVersion = false;
        while (lines.Next())
        {
            var (name, value) = lines.Field(0);
            if (!sections.Add(name))
                throw lines.Error($"'{name}' is there twice: put its entries into one list.");
            if (name == "version")
                hasVersion = value == "1" ? true : throw lines.Error($"The version '{value}' is not known: write `version: 1`.");
            else if (others.Contains(name))
                lines.SkipBelow();
            else if (value.Length > 0)
                throw lines.Error($"'{name}' is a list: begin each of its entries with `  - ` on a line of its own.");
            else
                ReadSection(lines, name, entries);
        }

        return hasVersion ? entries.ToImmutable() : throw new ModelFormatException(file, 1, "The version is missing: begin with `version: 1`.");
    }

    private static void ReadSection(ModelLines lines, string section, ImmutableArray<ModelEntry>.Builder entries)
    {
        while (lines.NextIs("  - "))
        {
            lines.Next();
            var line = lines.Number;
            var fields = ImmutableArray.CreateBuilder<ModelField>();
            fields.Add(ReadField(lines));
            while (lines.NextIs("    "))
            {
                lines.Next();
                var field = ReadField(lines);
                if (fields.Any(other => other.Name == field.Name))
                    throw lines.Error($"'{field.Name}' is there twice: use a list, [one, two].");
                fields.Add(field);
            }

            entries.Add(new ModelEntry(lines.File, section, line, fields.ToImmutable()));
        }

        if (lines.NextIs(" "))
        {
            lines.Next();
            throw lines.Error(Section);
        }
    }

    private static ModelField ReadField(ModelLines lines)
    {
        var line = lines.Number;
        var (name, value) = lines.Field(4);
        if (value.Length == 0)
            throw lines.Error($"'{name}' has no value: write it on the same line.");
        if (value[0] != '[')
            return new ModelField(name, line, [lines.Plain(value)]);
        while (value[value.Length - 1] != ']')
        {
            if (!lines.NextIs("      ") || !lines.Next())
                throw lines.Error("The list is not closed: end it with ], and indent its further lines by 6 spaces at least.");
            value += " " + lines.Trimmed;
        }

        var items = value.Substring(1, value.Length - 2).TrimEnd();
        if (items.EndsWith(",", StringComparison.Ordinal))
            items = items.Substring(0, items.Length - 1);
        return new ModelField(name, line, [.. items.Split(',').Select(item => lines.Plain(item.Trim()))]);
    }
}
