using System.Collections.Immutable;
using System.Globalization;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>Reads slots (<c>arg0.Name</c>) and flows (<c>arg0 -> return</c>).</summary>
internal static class SlotReader
{
    private const string Arrow = " -> ";

    /// <summary>The slots of a field, where only those of these kinds may stand.</summary>
    public static ImmutableArray<Slot> Slots(ModelEntry entry, string field, params SlotKind[] allowed) =>
        [.. entry[field]!.Values.Select(text => Slot(entry, field, text, allowed))];

    /// <summary>The flows of a field; <c>none</c> is none.</summary>
    public static ImmutableArray<(Slot From, Slot To)> Flows(ModelEntry entry, string field) =>
        entry[field]!.One == "none" ? [] : [.. entry[field]!.Values.Select(text => Flow(entry, field, text))];

    private static (Slot From, Slot To) Flow(ModelEntry entry, string field, string text)
    {
        var at = text.IndexOf(Arrow, StringComparison.Ordinal);
        if (at < 0)
            throw entry.Error(field, $"'{text}' is no flow: write `arg0 -> return`, or `none` where nothing comes through.");
        return (Slot(entry, field, text.Substring(0, at), [SlotKind.Argument, SlotKind.AllArguments, SlotKind.This]),
            Slot(entry, field, text.Substring(at + Arrow.Length), [SlotKind.Return, SlotKind.This, SlotKind.Argument]));
    }

    /// <summary>One slot, where only one of these kinds may stand.</summary>
    public static Slot Slot(ModelEntry entry, string field, string text, SlotKind[] allowed)
    {
        var dot = text.IndexOf('.');
        var whole = dot < 0 ? text : text.Substring(0, dot);
        var property = dot < 0 ? null : text.Substring(dot + 1);
        var slot = whole switch
        {
            "return" => new Slot(SlotKind.Return, 0, property),
            "this" => new Slot(SlotKind.This, 0, property),
            "args" => new Slot(SlotKind.AllArguments, 0, property),
            "value" => new Slot(SlotKind.Value, 0, property),
            _ when IsArgument(whole, out var index) => new Slot(SlotKind.Argument, index, property),
            _ => throw entry.Error(field, $"'{text}' is no value of a call: {Words(allowed)} can stand here."),
        };
        if (!allowed.Contains(slot.Kind) || property is "")
            throw entry.Error(field, $"'{text}' cannot stand here: {Words(allowed)} can.");
        return slot;
    }

    private static bool IsArgument(string text, out int index)
    {
        index = 0;
        return text.StartsWith("arg", StringComparison.Ordinal) && int.TryParse(text.Substring(3), NumberStyles.None, CultureInfo.InvariantCulture, out index) && index < 32;
    }

    private static string Words(SlotKind[] allowed) => string.Join(", ", allowed.Select(static kind => new Slot(kind, 0, null).ToString()));
}
