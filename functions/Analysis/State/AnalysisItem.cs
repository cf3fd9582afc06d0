using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Analysis.State;

/// <summary>How an analysis is stored: by its id; in the first index by time, in the second by project and time.</summary>
internal static class AnalysisItem
{
    public const string HistoryPartition = "history";

    public static ItemKey Key(string id) => new("analysis#" + id, "state");

    /// <summary>Projects are texts of users': hashed, they have the form of a key.</summary>
    public static string ProjectPartition(string project) => "project#" + Digest.Of(project);

    public static ItemDraft Write(AnalysisRecord record)
    {
        var sort = $"{record.CreatedAt.ToUnixTimeMilliseconds():D14}#{record.Id}";
        return new ItemDraft(Key(record.Id), Attributes(record))
        {
            Index1 = new ItemKey(HistoryPartition, sort),
            Index2 = new ItemKey(ProjectPartition(record.Project), sort),
        };
    }

    /// <summary>All attributes but the outbox, which is not the record's.</summary>
    public static AttributeMap Attributes(AnalysisRecord record)
    {
        var values = AttributeMap.Of(
            ("id", record.Id), ("project", record.Project), ("created", record.CreatedAt.ToUnixTimeMilliseconds()), ("payload", record.Payload),
            ("user", record.User), ("phase", record.Phase.Word()), ("percent", record.Percent), ("sequence", record.Sequence),
            ("source", Source(record.Source)), ("options", Options(record.Options)),
            ("entries", new ListValue([.. record.Entries.Select(Entry)])));
        if (record.Reason is { } reason) values = values.With("reason", reason);
        if (record.Counts is { } counts) values = values.With("counts", Counts(counts));
        return values;
    }

    /// <summary>Attributes that a record without them must not keep.</summary>
    public static IReadOnlyCollection<string> Absent(AnalysisRecord record) =>
        [.. new[] { record.Reason is null ? "reason" : null, record.Counts is null ? "counts" : null }.OfType<string>()];

    /// <exception cref="InvalidDataException">The item was not written by this class.</exception>
    public static AnalysisRecord Read(Item item, TenantId tenant)
    {
        var values = item.Attributes;
        return new AnalysisRecord
        {
            Id = Text(values, "id"),
            Project = Text(values, "project"),
            CreatedAt = Time(values, "created"),
            Payload = Text(values, "payload"),
            User = Text(values, "user"),
            Phase = Phases.Read(values.Text("phase")),
            Percent = (int)(values.Number("percent") ?? 0),
            Sequence = (long)(values.Number("sequence") ?? 0),
            Source = ReadSource(values.Map("source") ?? AttributeMap.Empty, tenant),
            Options = ReadOptions(values.Map("options") ?? AttributeMap.Empty),
            Entries = [.. (values.List("entries") ?? []).OfType<MapValue>().Select(static m => ReadEntry(m.Value))],
            Reason = values.Text("reason"),
            Counts = values.Map("counts") is { } counts ? ReadCounts(counts) : null,
        };
    }

    private static AttributeMap Entry(PhaseEntry entry) => AttributeMap.Of(
        ("phase", entry.Phase.Word()), ("sequence", entry.Sequence), ("percent", entry.Percent), ("at", entry.At.ToUnixTimeMilliseconds()));

    private static PhaseEntry ReadEntry(AttributeMap map) => new(
        Phases.Read(map.Text("phase")), (long)(map.Number("sequence") ?? 0), (int)(map.Number("percent") ?? 0), Time(map, "at"));

    private static AttributeMap Counts(ResultCounts counts)
    {
        var map = AttributeMap.Of(
            ("open", counts.Open), ("errors", counts.Errors), ("warnings", counts.Warnings), ("notes", counts.Notes), ("clean", counts.Clean));
        return counts.Score is { } score ? map.With("score", (decimal)score) : map;
    }

    private static ResultCounts ReadCounts(AttributeMap map) => new(
        (double?)map.Number("score"), Whole(map, "open"), Whole(map, "errors"), Whole(map, "warnings"), Whole(map, "notes"), map.Flag("clean") ?? false);

    private static AttributeMap Options(AnalyzeOptions options)
    {
        var map = AttributeMap.Of(("experts", new ListValue([.. (options.Experts ?? []).Select(static e => new TextValue(e))])));
        if (options.Rules is { } rules) map = map.With("rules", rules);
        if (options.Floor is { } floor) map = map.With("floor", floor);
        if (options.MinSeverity is { } severity) map = map.With("min_severity", severity);
        if (options.BaseRef is { } reference) map = map.With("base_ref", reference);
        return options.CallbackUrl is { } url ? map.With("callback_url", url) : map;
    }

    private static AnalyzeOptions ReadOptions(AttributeMap map) => new()
    {
        Rules = map.Text("rules"),
        Floor = map.Text("floor"),
        MinSeverity = map.Text("min_severity"),
        BaseRef = map.Text("base_ref"),
        CallbackUrl = map.Text("callback_url"),
        Experts = [.. (map.List("experts") ?? []).OfType<TextValue>().Select(static e => e.Value)],
    };

    private static AttributeMap Source(SourceOrder source)
    {
        var map = AttributeMap.Of(("kind", source.Kind.ToString()));
        if (source.Repository is { } repository) map = map.With("repository", repository);
        if (source.Ref is { } reference) map = map.With("ref", reference);
        if (source.ReportTo is { } commit) map = map.With("report_to", commit);
        return source.Claim is { } claim ? map.With("blob", claim.Key.Value).With("sha256", claim.Sha256).With("length", claim.Length) : map;
    }

    private static SourceOrder ReadSource(AttributeMap map, TenantId tenant) => new(
        Enum.Parse<SourceKind>(Text(map, "kind")), map.Text("repository"), map.Text("ref"),
        map.Text("blob") is { } blob ? new BlobClaim(tenant, BlobKey.Parse(blob), Text(map, "sha256"), (long)(map.Number("length") ?? 0)) : null,
        map.Text("report_to"));

    private static int Whole(AttributeMap map, string name) => (int)(map.Number(name) ?? 0);

    private static DateTimeOffset Time(AttributeMap map, string name) => DateTimeOffset.FromUnixTimeMilliseconds((long)(map.Number(name) ?? 0));

    private static string Text(AttributeMap map, string name) =>
        map.Text(name) ?? throw new InvalidDataException($"An analysis' record lacks its {name}.");
}
