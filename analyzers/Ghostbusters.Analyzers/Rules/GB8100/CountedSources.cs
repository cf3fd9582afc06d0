using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>Which kinds of source count for a rule: <c>ghostbusters.GB8101.sources = web, file</c> in an .editorconfig.</summary>
/// <param name="Kinds">All that count.</param>
/// <param name="Named">Those that are named there: somebody wants to hear of them, so they are as bad as those from another machine.</param>
internal readonly record struct CountedSources(SourceKinds Kinds, SourceKinds Named)
{
    private const string Beginning = "ghostbusters.";
    private const string End = ".sources";

    // Words for several kinds at once.
    private const string Default = "default";
    private const string All = "all";

    /// <summary>All kinds that there are.</summary>
    public const SourceKinds Every = (SourceKinds)((1 << 14) - 1);

    /// <summary>The setting's name.</summary>
    public static string KeyOf(string ruleId) => Beginning + ruleId + End;

    /// <summary>What counts under these options. A value that cannot be read leaves the default; SettingNotRead tells it.</summary>
    public static CountedSources Of(AnalyzerConfigOptions? options, string ruleId, SourceKinds byDefault) =>
        options?.TryGetValue(KeyOf(ruleId), out var value) == true && Read(value!, byDefault, out var counted) is null
            ? counted : new CountedSources(byDefault, SourceKinds.None);

    /// <summary>What is wrong with a value; null where it can be read.</summary>
    public static string? ProblemOf(string value) => Read(value, SourceKinds.None, out _);

    private static string? Read(string value, SourceKinds byDefault, out CountedSources counted)
    {
        counted = default;
        var (kinds, named) = (SourceKinds.None, SourceKinds.None);
        foreach (var part in value.Split(',').Select(static part => part.Trim()))
        {
            if (part.Equals(Default, StringComparison.OrdinalIgnoreCase))
                kinds |= byDefault;
            else if (part.Equals(All, StringComparison.OrdinalIgnoreCase))
                kinds |= Every;
            else if (KindNames.SourceNamed(part) is { } kind)
                named |= kind;
            else
                return KindNames.NoSource(part, Default, All);
        }

        counted = new CountedSources(kinds | named, named);
        return null;
    }
}
