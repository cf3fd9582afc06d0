using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Local.Folder;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>From a submission through every stage to its result, through the generated handlers.</summary>
public class SubmissionTests
{
    [Fact]
    public async Task InlineFiles_GiveTheEnginesOwnFindings_InEachForm()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = await service.AnalysedAsync(key);
        var result = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json();
        Assert.Equal("done", result.Text("status"));
        var found = result.GetProperty("delusions_detected").EnumerateArray().Select(static f => f.Text("rule") + f.Text("fingerprint")).ToList();
        Assert.NotEmpty(found);
        Assert.Equal(await OwnAsync(), found);
        Assert.Equal(id, result.Text("analysis_id"));
        Assert.Equal(found.Count, result.GetProperty("summary").GetProperty("open").GetInt32());

        var sarif = await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)).With("accept", "application/sarif+json"));
        Assert.Equal(found.Count, sarif.Json().GetProperty("runs")[0].GetProperty("results").GetArrayLength());
        var html = await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)).With("accept", "text/html"));
        Assert.StartsWith("<!doctype html", html.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(406, (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)).With("accept", "image/png"))).StatusCode);
    }

    [Fact]
    public async Task AnUpload_IsAnalysedAsTheArchiveThatItIs()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var bytes = Zip("shop-1/src/OrderStore.cs", Requests.Store);
        var announcement = JsonSerializer.Serialize(new { length = bytes.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) });
        var ticket = (await service.CallAsync("Upload", Requests.Of(key, announcement))).Json();
        var upload = JsonSerializer.Serialize(new { upload = ticket.Text("upload_id"), project_path = "shop" });
        Assert.Equal(400, (await service.CallAsync("Analyze", Requests.Of(key, upload))).StatusCode);

        Assert.True(service.Uploads.TryRead(new Uri(ticket.Text("url")).Segments[^1], out var allowed));
        Assert.Equal(UploadRefusal.None, await service.Blobs.ReceiveAsync(allowed!, new MemoryStream(bytes), default));
        var accepted = await service.CallAsync("Analyze", Requests.Of(key, upload));
        Assert.Equal(202, accepted.StatusCode);
        await service.PumpAsync();
        var result = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", accepted.Json().Text("analysis_id"))))).Json();
        Assert.Equal(await OwnAsync(), result.GetProperty("delusions_detected").EnumerateArray().Select(static f => f.Text("rule") + f.Text("fingerprint")));
    }

    [Fact]
    public async Task AnIdempotencyKey_NamesOneAnalysis_AndRefusesAnotherRequest()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var first = await service.CallAsync("Analyze", Requests.Files(key).With("Idempotency-Key", "a"));
        var again = await service.CallAsync("Analyze", Requests.Files(key).With("Idempotency-Key", "a"));
        Assert.Equal(first.Json().Text("analysis_id"), again.Json().Text("analysis_id"));
        var other = await service.CallAsync("Analyze", Requests.Of(key, Requests.FilesBody.Replace("shop", "other", StringComparison.Ordinal)).With("Idempotency-Key", "a"));
        Assert.Equal(409, other.StatusCode);
        Assert.Equal(1, await service.Queue.CountAsync(Stages.StageQueues.Analyse, default));
    }

    [Fact]
    public async Task TheHistory_IsNewestFirst_Filtered_AndPaged()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            service.Clock.Advance(TimeSpan.FromSeconds(1));
            ids.Insert(0, (await service.CallAsync("Analyze", Requests.Files(key))).Json().Text("analysis_id"));
        }
        var request = Requests.Of(key);
        request.QueryStringParameters["limit"] = "2";
        request.QueryStringParameters["project"] = "shop";
        request.QueryStringParameters["status"] = "queued";
        var seen = new List<string>();
        for (var page = 0; page < 3; page++)
        {
            var answer = (await service.CallAsync("History", request)).Json();
            seen.AddRange(answer.GetProperty("items").EnumerateArray().Select(static item => item.Text("analysis_id")));
            if (answer.GetProperty("next").GetString() is not { } next) break;
            request.QueryStringParameters["cursor"] = next;
        }
        Assert.Equal(ids, seen);
        request.QueryStringParameters["status"] = "done";
        Assert.Equal(400, (await service.CallAsync("History", request)).StatusCode);
        request.QueryStringParameters.Remove("cursor");
        Assert.Empty((await service.CallAsync("History", request)).Json().GetProperty("items").EnumerateArray());
    }

    /// <summary>What Lambda could not answer is got from the store, at an address for this caller and five minutes.</summary>
    [Fact]
    public async Task AResultThatIsTooLarge_IsElsewhere()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = await service.AnalysedAsync(key);
        var noise = new byte[4 << 20];
        System.Security.Cryptography.RandomNumberGenerator.Fill(noise);
        await service.Blobs.PutAsync(Service.Ada, AnalysisBlobs.Json(id), new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { noise })), "application/json", default);
        foreach (var encoding in new[] { "identity", "gzip" })
        {
            var answer = await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)).With("accept-encoding", encoding));
            Assert.Equal((303, null), (answer.StatusCode, answer.Body));
            Assert.True(service.Uploads.Downloads.TryRead(answer.Headers["location"].Split('/')[^1], out var tenant, out var blob));
            Assert.Equal((Service.Ada, AnalysisBlobs.Json(id)), (tenant, blob));
        }
        await service.Blobs.PutAsync(Service.Ada, AnalysisBlobs.Json(id), new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { noise = new string('x', 5 << 20) })), "application/json", default);
        Assert.Equal(200, (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)).With("accept-encoding", "gzip"))).StatusCode);
    }

    [Fact]
    public async Task ADeletedAnalysis_IsGone_WithItsBytes_AndItsMessagesAreDone()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = (await service.CallAsync("Analyze", Requests.Files(key))).Json().Text("analysis_id");
        Assert.Equal(204, (await service.CallAsync("DeleteResult", Requests.Of(key, null, ("analysis_id", id)))).StatusCode);
        Assert.Equal(404, (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).StatusCode);
        Assert.Null(await service.Blobs.HeadAsync(Service.Ada, State.AnalysisBlobs.Source(id), default));
        await service.PumpAsync();
        Assert.Equal(0, await service.Queue.CountAsync(Stages.StageQueues.Analyse, default));
    }

    [Fact]
    public async Task Recovery_GivesAPatch_ThatTakesTheFindingAway()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = await service.AnalysedAsync(key);
        Assert.Equal(202, (await service.CallAsync("Recover", Requests.Of(key, "", ("analysis_id", id)))).StatusCode);
        await service.PumpAsync();
        var answer = await service.CallAsync("Recover", Requests.Of(key, "", ("analysis_id", id)));
        Assert.Equal(200, answer.StatusCode);
        Assert.Contains("+        await File.AppendAllTextAsync", answer.Json().Text("patch"), StringComparison.Ordinal);
    }

    private static async Task<List<string>> OwnAsync()
    {
        var tree = new MemoryTree([("src/OrderStore.cs", Requests.Store)], "shop");
        var result = await CodeAnalysis.RunAsync(new AnalysisRequest { Tree = tree, Today = new DateOnly(2026, 11, 26) });
        return [.. result.Findings.Select(static finding => finding.RuleId + finding.Fingerprint)];
    }

    private static byte[] Zip(string path, string content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(path).Open())
            entry.Write(Encoding.UTF8.GetBytes(content));
        return bytes.ToArray();
    }
}
