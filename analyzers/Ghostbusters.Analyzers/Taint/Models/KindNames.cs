using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Symbols;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>The names that models write for the kinds: <c>HttpAnswer</c> is <c>http-answer</c>, <c>XPath</c> is <c>xpath</c>.</summary>
internal static class KindNames
{
    private static readonly Dictionary<string, SourceKinds> Sources = Named<SourceKinds>();
    private static readonly Dictionary<string, SinkKinds> Sinks = Named<SinkKinds>();

    /// <summary>The kind of input of this name.</summary>
    public static SourceKinds Source(ModelEntry entry, string field, string name) => Find(Sources, entry, field, name);

    /// <summary>The kind of harm of this name.</summary>
    public static SinkKinds Sink(ModelEntry entry, string field, string name) => Find(Sinks, entry, field, name);

    /// <summary>The kind of input of this name, however cased; null where it is none.</summary>
    public static SourceKinds? SourceNamed(string name) => Sources.TryGetValue(name.ToLowerInvariant(), out var kind) ? kind : null;

    /// <summary>What to write instead of a name that is no kind of input.</summary>
    public static string NoSource(string name, params string[] more) => Instead(name, [.. Sources.Keys, .. more]);

    private static T Find<T>(Dictionary<string, T> kinds, ModelEntry entry, string field, string name) =>
        kinds.TryGetValue(name, out var kind) ? kind : throw entry.Error(field, Instead(name, kinds.Keys));

    private static string Instead(string name, IReadOnlyCollection<string> known) =>
        $"'{name}' is no kind here{(NearestName.Of(name, known) is { } near ? $"; '{near}' is meant?" : $": {string.Join(", ", known)} are.")}";

    private static Dictionary<string, T> Named<T>() where T : struct, Enum =>
        Enum.GetNames(typeof(T)).Where(static name => name != "None").Select(static name => (T)Enum.Parse(typeof(T), name)).ToDictionary(static kind => NameOf(kind.ToString()), StringComparer.Ordinal);

    // XPath is one word.
    private static string NameOf(string kind) => Regex.Replace(kind, "(?<=[a-z])[A-Z]", "-$0").ToLowerInvariant();
}
