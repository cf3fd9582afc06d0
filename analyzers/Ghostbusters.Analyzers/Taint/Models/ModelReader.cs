using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>Gives entries their meaning, strictly: an error names the file, the line and the cure.</summary>
internal static class ModelReader
{
    private static readonly string[] Marks = ["parameters", "attribute", "parameterAttribute", "delegate", "parameterType", "beside"];
    private static readonly string[] Sections = ["sources", "sinks", "sanitizers", "guards", "summaries"];

    /// <summary>What the entries say.</summary>
    /// <exception cref="ModelFormatException">An entry says nothing that is known.</exception>
    public static ModelSet Read(IEnumerable<ModelEntry> entries)
    {
        var members = ImmutableArray.CreateBuilder<MemberModel>();
        var parameters = ImmutableArray.CreateBuilder<ParameterModel>();
        foreach (var entry in entries)
        {
            if (entry.Section == "sources" && entry["member"] is null)
                parameters.AddRange(ParametersOf(entry));
            else
                members.AddRange(MembersOf(entry));
        }

        return new ModelSet(members.ToImmutable(), parameters.ToImmutable());
    }

    private static IEnumerable<ParameterModel> ParametersOf(ModelEntry entry)
    {
        var marks = Marks.Where(mark => entry[mark] is not null).ToList();
        if (marks.Count != 1)
            throw entry.Error("kind", $"Give one of member, {string.Join(", ", Marks)}.");
        var mark = marks[0];
        Only(entry, mark, "kind");
        var source = SourceOf(entry);
        foreach (var name in entry[mark]!.Values)
        {
            yield return mark == "delegate"
                ? new ParameterModel(ParameterMark.Delegate, TypeOf(entry, mark, name), TypeNames.Simple(name), source)
                : new ParameterModel((ParameterMark)Array.IndexOf(Marks, mark), name, null, source);
        }
    }

    private static IEnumerable<MemberModel> MembersOf(ModelEntry entry)
    {
        var model = entry.Section switch
        {
            "sources" => Only(entry, "member", "kind", "taints", "overload", "extension") with
            {
                Source = SourceOf(entry),
                Taints = entry["taints"] is null ? [new Slot(SlotKind.Return, 0, null)]
                    : SlotReader.Slots(entry, "taints", SlotKind.Return, SlotKind.This, SlotKind.Argument),
            },
            "sinks" => Only(entry, "member", "kind", "takes", "when", "where", "overload", "extension") with { Sinks = SinksOf(entry) },
            "sanitizers" => Only(entry, "member", "for", "except", "overload", "extension") with { Sanitizes = SafeFor(entry) },
            "guards" => Only(entry, "member", "for", "except", "checks", "when", "overload", "extension") with
            {
                Guards = SafeFor(entry),
                Checks = Needing(entry, "checks")["checks"]!.One is not null ? SlotReader.Slots(entry, "checks", SlotKind.Argument, SlotKind.This)[0]
                    : throw entry.Error("checks", "A guard checks one value: write an entry for each."),
                GuardWhen = Truth(entry, "when", otherwise: true),
            },
            "summaries" => Only(entry, "member", "flow", "overload", "extension") with { HasSummary = true, Flows = SlotReader.Flows(Needing(entry, "flow"), "flow") },
            _ => throw new ModelFormatException(entry.File, entry.Line, Unknown("section", entry.Section, Sections)),
        };
        model = model with { IsExtension = Truth(entry, "extension", otherwise: false), Overload = entry["overload"]?.Values ?? [] };
        foreach (var name in Needing(entry, "member")["member"]!.Values)
            yield return model with { TypeName = TypeOf(entry, "member", name), MemberName = TypeNames.Simple(name) is var simple && simple == "new" ? ".ctor" : simple };
    }

    private static MemberModel Only(ModelEntry entry, params string[] known)
    {
        foreach (var field in entry.Fields)
        {
            if (!known.Contains(field.Name))
                throw entry.Error(field.Name, Unknown("field", field.Name, known));
        }

        return new MemberModel("", "");
    }

    private static ImmutableArray<SinkSlot> SinksOf(ModelEntry entry)
    {
        var kinds = SinkKindsOf(entry, "kind");
        var when = entry["when"];
        if (when is { One: null })
            throw entry.Error("when", "`when` is one type: write an entry for each.");
        return [.. SlotReader.Slots(Needing(entry, "takes"), "takes", SlotKind.Argument, SlotKind.AllArguments, SlotKind.This, SlotKind.Value)
            .Select(slot => new SinkSlot(kinds, slot, when?.One, ConditionOf(entry)))];
    }

    private static (Slot Argument, string Text)? ConditionOf(ModelEntry entry)
    {
        if (entry["where"] is not { } where)
            return null;
        const string contains = " contains ";
        var at = where.One?.IndexOf(contains, StringComparison.Ordinal) ?? -1;
        return at > 0
            ? (SlotReader.Slot(entry, "where", where.One!.Substring(0, at), [SlotKind.Argument]), where.One.Substring(at + contains.Length))
            : throw entry.Error("where", "`where` is a condition on another argument: write `arg1 contains text/html`.");
    }

    private static SinkKinds SafeFor(ModelEntry entry) =>
        SinkKindsOf(entry, "for") & ~(entry["except"] is null ? SinkKinds.None : SinkKindsOf(entry, "except"));

    private static SourceKinds SourceOf(ModelEntry entry) =>
        Needing(entry, "kind")["kind"]!.Values.Aggregate(SourceKinds.None, (all, name) => all | KindNames.Source(entry, "kind", name));

    private static SinkKinds SinkKindsOf(ModelEntry entry, string field) =>
        Needing(entry, field)[field]!.Values.Aggregate(SinkKinds.None, (all, name) => all | KindNames.Sink(entry, field, name));

    private static bool Truth(ModelEntry entry, string field, bool otherwise) => entry[field] switch
    {
        null => otherwise,
        { One: "true" } => true,
        { One: "false" } => false,
        _ => throw entry.Error(field, $"'{field}' is true or false here."),
    };

    private static string TypeOf(ModelEntry entry, string field, string name) => TypeNames.Outer(name) is { Length: > 0 } type && TypeNames.Simple(name).Length > 0
        ? type
        : throw entry.Error(field, $"'{name}' names no member: write Namespace.Type.Member, or Namespace.Type.new for a constructor.");

    private static ModelEntry Needing(ModelEntry entry, string field) =>
        entry[field] is null ? throw entry.Error(field, $"The field '{field}' is missing.") : entry;

    private static string Unknown(string what, string name, string[] known) =>
        $"There is no {what} '{name}'{(NearestName.Of(name, known) is { } near ? $"; '{near}' is meant?" : $": {string.Join(", ", known)} are known.")}";
}
