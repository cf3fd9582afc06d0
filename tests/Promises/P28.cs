using System.Text;
using System.Text.Json;
using Ghostbusters.Functions.Analysis.Notifying;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>A secret in the analysed source is found, and is in nothing that the service says: logs, metrics, every form of the result, what forges are told.</summary>
public class P28
{
    private const string Canary = "Tr0ub4dor&3x!canary";

    private const string Code = $$"""
        namespace Shop;

        public sealed class Gateway(System.Net.Http.HttpClient http)
        {
            private const string Password = "{{Canary}}";

            public System.Threading.Tasks.Task<System.Net.Http.HttpResponseMessage> Login() => http.GetAsync("https://example.com/?password=" + Password);
        }
        """;

    [Fact]
    public async Task ASecretInTheSource_IsFound_AndSaidNowhere()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var body = JsonSerializer.Serialize(new { files = new[] { new { path = "Gateway.cs", content = Code } } });
        var id = (await service.CallAsync("Analyze", Requests.Of(key, body))).Json().Text("analysis_id");
        await service.PumpAsync();
        var said = new List<(string Where, string Text)> { ("log", Encoding.UTF8.GetString(service.Written.ToArray())) };
        await foreach (var entry in service.Blobs.ListAsync(Service.Ada, AnalysisBlobs.All(id), default))
        {
            if (entry.Key == AnalysisBlobs.Source(id)) continue; // The source itself.
            await using var content = await service.Blobs.OpenAsync(Service.Ada, entry.Key, default);
            using var reader = new StreamReader(content!.Stream);
            said.Add((entry.Key.Value, await reader.ReadToEndAsync()));
        }
        using var result = JsonDocument.Parse(said.Single(s => s.Where == AnalysisBlobs.Json(id).Value).Text);
        Assert.Contains(result.RootElement.GetProperty("delusions_detected").EnumerateArray(), static found => found.GetProperty("rule").GetString()!.StartsWith("GB82", StringComparison.Ordinal));
        said.Add(("check run", JsonSerializer.Serialize(Verdict.Annotations(result.RootElement).Select(static a => a.Message + a.Title))));
        Assert.True(said.Count >= 6, "Something that should be looked at is not there.");
        Assert.All(said, static s => Assert.False(
            s.Text.Contains(Canary, StringComparison.Ordinal) || s.Text.Contains(JsonEncodedText.Encode(Canary).Value, StringComparison.Ordinal) || s.Text.Contains(System.Net.WebUtility.HtmlEncode(Canary), StringComparison.Ordinal), s.Where));
    }
}
