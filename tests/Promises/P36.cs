using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Logs;

namespace Ghostbusters.Promises;

/// <summary>Every log line is one JSON object with its context, and has no secret and nothing personal in it.</summary>
public class P36
{
    private static readonly TenantId Ada = TenantId.Parse("ada-lovelace");

    private static readonly LogContext Context = new()
    {
        Stage = "analyse",
        RequestId = "req-1",
        TraceId = "0af7651916cd43dd8448eb211c80319c",
        ScanId = "01jnq",
        TenantHash = LogContext.HashOf(Ada, "salt"),
    };

    private readonly MemoryStream _output = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void ALine_SaysWhoseWorkItIs()
    {
        Log(LogLevel.Debug).Information("scan-begun", ("files", 12), ("ratio", 0.5), ("partial", true), ("reason", null));
        var line = Assert.Single(Lines());
        Assert.Equal(
            ("2026-03-01T12:00:00.0000000Z", "Information", "scan-begun", "analyse", "req-1", "01jnq", Context.TenantHash),
            (Text(line, "time"), Text(line, "level"), Text(line, "event"), Text(line, "stage"), Text(line, "request_id"), Text(line, "scan_id"), Text(line, "tenant_hash")));
        Assert.Equal("""{"files":12,"ratio":0.5,"partial":true,"reason":null}""", line.GetProperty("fields").GetRawText());
        Assert.DoesNotContain("ada", Encoding.UTF8.GetString(_output.ToArray()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void AnyText_IsOneLineOfJson() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<double>(), static (text, number) =>
    {
        var test = new P36();
        test.Log(LogLevel.Debug).Error("event", new InvalidOperationException(text, new FormatException(text)), ("text", text), ("number", number));
        var bytes = test._output.ToArray();
        return bytes[^1] == '\n' && bytes.Count(static b => b == '\n') == 1 && test.Lines().Count == 1;
    }));

    public static TheoryData<string> Canaries =>
    [
        "gb_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "ghp_" + new string('7', 36),
        "github_pat_" + new string('7', 40), "glpat-abcdefgh12345678", "AKIAIOSFODNN7EXAMPLE",
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c2VyLTcifQ.c2lnbmF0dXJl", "Bearer abcdef0123456789", "jane.doe+test@example.co.uk", "203.0.113.77",
    ];

    [Theory]
    [MemberData(nameof(Canaries))]
    public void SecretsAndPersons_AreMasked_WhereverTheyStand(string canary)
    {
        foreach (var around in new[] { "{0}", "value={0};", "\"{0}\"", "({0})", "before {0} after", "https://host/?t={0}&x=1" })
        {
            var text = around.Replace("{0}", canary, StringComparison.Ordinal);
            Log(LogLevel.Debug).Error("failed", new InvalidOperationException(text, new IOException(text)), ("text", text));
        }
        var written = Encoding.UTF8.GetString(_output.ToArray());
        Assert.DoesNotContain(canary, written, StringComparison.Ordinal);
        Assert.DoesNotContain(canary.Split('.', '@')[0], written.Replace("Bearer", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("[masked]", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file src/Shop/Order.cs line 12")]
    [InlineData("01jnqzv5t0k8r3y6m2w9x4c7b1 took 1.234 s, version 10.0.12")]
    [InlineData("sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public void WhatIsNoSecret_IsLeft(string text) => Assert.Equal(text, LogMask.Apply(text));

    [Fact]
    public void AHomeFolder_IsMasked() => Assert.Equal("/home/[masked]/src/a.cs", LogMask.Apply("/home/jane/src/a.cs"));

    [Theory]
    [InlineData(null, LogLevel.Information)]
    [InlineData("nonsense", LogLevel.Information)]
    [InlineData("debug", LogLevel.Debug)]
    [InlineData(" WARN ", LogLevel.Warning)]
    [InlineData("FATAL", LogLevel.Error)]
    public void TheLevel_ComesFromTheEnvironment(string? variable, LogLevel level)
    {
        var log = Log(LogLevels.Parse(variable));
        log.Debug("debug");
        log.Information("information");
        log.Warning("warning");
        log.Error("error", null);
        Assert.Equal(Enum.GetValues<LogLevel>().Where(l => l >= level).Select(static l => l.ToString()), Lines().Select(static l => Text(l, "level")));
    }

    [Fact]
    public void LinesOfManyThreads_StayWhole()
    {
        var log = Log(LogLevel.Debug);
        Parallel.For(0, 400, i => (i % 2 == 0 ? log : log.With(Context with { Stage = "report" })).Information("event", ("i", i), ("text", new string('x', i))));
        Assert.Equal(400, Lines().Select(static l => l.GetProperty("fields").GetProperty("i").GetInt32()).Distinct().Count());
    }

    [Fact]
    public void TenantHashes_TellTenantsApart_AndDependOnTheDeployment()
    {
        Assert.Matches("^[0-9a-f]{16}$", LogContext.HashOf(Ada, "salt"));
        Assert.NotEqual(LogContext.HashOf(Ada, "salt"), LogContext.HashOf(TenantId.Parse("bob"), "salt"));
        Assert.NotEqual(LogContext.HashOf(Ada, "salt"), LogContext.HashOf(Ada, "other"));
    }

    private JsonLog Log(LogLevel level) => new(_output, _clock, level, Context);

    private List<JsonElement> Lines() => [.. Encoding.UTF8.GetString(_output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(static line => JsonDocument.Parse(line).RootElement)];

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}
