using System.Collections.Frozen;
using System.Globalization;

namespace Ghostbusters.Engine.Analysis;

/// <summary>The precision of every rule as it was measured on the labelled corpus (precision.tsv, which the tests write).</summary>
public static class RulePrecision
{
    /// <summary>What is assumed of a rule that was never measured: as likely wrong as right.</summary>
    public const double OfUnmeasuredRule = 0.5;

    private const string Resource = "precision.tsv";
    private const string NotMeasured = "-";

    private static readonly Lazy<FrozenDictionary<string, double>> Measured = new(static () => Parse(ReadResource()));

    /// <summary>The share of a rule's findings that are right, from 0 to 1; <see cref="OfUnmeasuredRule"/> where it was never measured.</summary>
    public static double Of(string ruleId) => Find(ruleId) ?? OfUnmeasuredRule;

    /// <summary>The same; null where it was never measured, for those who show it.</summary>
    public static double? Find(string ruleId) => Measured.Value.TryGetValue(ruleId, out var share) ? share : null;

    /// <summary>Reads the table: a line of column names, then one line a rule.</summary>
    /// <exception cref="FormatException">A column is missing or a number cannot be read; the message names the line.</exception>
    internal static FrozenDictionary<string, double> Parse(string table)
    {
        var lines = table.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = lines.Length == 0 ? [] : lines[0].Split('\t');
        var rule = ColumnOf("rule", columns);
        var precision = ColumnOf("precision", columns);
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split('\t');
            if (cells.Length != columns.Length)
                throw new FormatException($"{Resource}, line {i + 1}: {cells.Length} cells, and {columns.Length} columns.");
            if (cells[precision] == NotMeasured)
                continue;
            if (!double.TryParse(cells[precision], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) || share is not (>= 0 and <= 1))
                throw new FormatException($"{Resource}, line {i + 1}: '{cells[precision]}' is no share from 0 to 1.");
            if (!found.TryAdd(cells[rule], share))
                throw new FormatException($"{Resource}, line {i + 1}: {cells[rule]} is there twice.");
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static int ColumnOf(string name, string[] columns) =>
        Array.IndexOf(columns, name) is var index and >= 0 ? index : throw new FormatException($"{Resource}, line 1: there is no column '{name}'.");

    private static string ReadResource()
    {
        using var stream = typeof(RulePrecision).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The engine was built without its resource {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
