using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Analysis.Notifying;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>The counts are the same everywhere: in the record, the lists, the result, SARIF and what forges are told.</summary>
public class P40
{
    private static readonly string[] Codes =
    [
        Requests.Store,
        "namespace Honest; public static class Adder { public static int Add(int a, int b) => checked(a + b); }",
        "namespace S; public class R { public string? Read(string p) { try { return System.IO.File.ReadAllText(p); } catch (System.Exception) { } return null; } }",
        "namespace T; public class R {\n#pragma warning disable GB3003 // the cache is optional: a miss is answered by the store\n public string? Read(string p) { try { return System.IO.File.ReadAllText(p); } catch (System.Exception) { } return null; }\n#pragma warning restore GB3003\n}",
    ];

    [Fact]
    public void OfAnyFiles_TheCountsAgree() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5),
        Prop.ForAll(Gen.Choose(0, Codes.Length - 1).ArrayOf(3).ToArbitrary(), static chosen => Task.Run(async () =>
        {
            await using var service = await Service.StartAsync();
            var key = await service.KeyAsync(Service.Ada);
            var files = chosen.Select(static (code, i) => new { path = $"src/F{i}.cs", content = Codes[code] });
            var id = (await service.CallAsync("Analyze", Requests.Of(key, JsonSerializer.Serialize(new { files })))).Json().Text("analysis_id");
            await service.PumpAsync();
            var result = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json();
            var record = AnalysisItem.Read((await service.Table.GetAsync(Service.Ada, AnalysisItem.Key(id), default))!, Service.Ada);
            var listed = (await service.CallAsync("History", Requests.Of(key))).Json().GetProperty("items")[0];
            var sarif = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)).With("accept", "application/sarif+json"))).Json().GetProperty("runs")[0];

            var open = record.Counts!.Open;
            Assert.Equal(open, record.Counts.Errors + record.Counts.Warnings + record.Counts.Notes);
            Assert.Equal(open, result.GetProperty("summary").GetProperty("open").GetInt32());
            Assert.Equal(open, listed.GetProperty("open").GetInt32());
            Assert.Equal(open, result.GetProperty("delusions_detected").EnumerateArray().Count(static found => !found.TryGetProperty("suppression", out _)));
            Assert.Equal(open, sarif.GetProperty("results").EnumerateArray().Count(static r => !r.TryGetProperty("suppressions", out var s) || s.GetArrayLength() == 0));
            Assert.Equal(result.GetProperty("delusions_detected").GetArrayLength(), sarif.GetProperty("results").GetArrayLength());
            Assert.Equal(open, Verdict.Annotations(result).Count);
            foreach (var (name, level, count) in new[] { ("errors", "error", record.Counts.Errors), ("warnings", "warning", record.Counts.Warnings), ("notes", "note", record.Counts.Notes) })
            {
                Assert.Equal(count, result.GetProperty("summary").GetProperty(name).GetInt32());
                Assert.Equal(count, result.GetProperty("delusions_detected").EnumerateArray().Count(found => !found.TryGetProperty("suppression", out _) && found.Text("severity") == level));
            }
            Assert.Equal(open == 0 ? "Clean" : open == 1 ? "1 finding" : $"{open} findings", Verdict.Of(record.Summary).Title);
        })));
}
