using Ghostbusters.Functions.Analysis.State;

namespace Ghostbusters.Functions.World;

/// <summary>Records as they are made.</summary>
internal static class Records
{
    public static AnalysisRecord Fresh() => new()
    {
        Id = "01arz3ndektsv4rrffq69g5fav",
        Project = "shop",
        Source = new SourceOrder(SourceKind.Files, null, null, null),
        CreatedAt = DateTimeOffset.UnixEpoch,
        Payload = "",
        User = "user-1",
    };
}
