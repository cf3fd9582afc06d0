using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ghostbusters.Functions.Host.Tests.Running;

public partial class DocumentTests
{
    [Fact]
    public async Task TheDocument_HasEveryRoute_ItsScopeParametersTypesAndProblems()
    {
        await using var run = await HostRun.StartAsync();
        using var json = JsonDocument.Parse(await run.Http.GetStringAsync("/openapi.json"));
        var document = json.RootElement;
        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        Assert.Equal(
            ["/sample/bytes", "/sample/echo/{id}", "/sample/fail", "/sample/never", "/sample/result", "/sample/send"],
            document.GetProperty("paths").EnumerateObject().Select(static p => p.Name));
        var echo = document.GetProperty("paths").GetProperty("/sample/echo/{id}").GetProperty("post");
        Assert.Equal("Says what it was given", echo.GetProperty("summary").GetString());
        Assert.Equal("sample:write", echo.GetProperty("security")[0].GetProperty("key")[0].GetString());
        Assert.Equal(["id path", "tag query"], echo.GetProperty("parameters").EnumerateArray().Select(static p => $"{p.GetProperty("name")} {p.GetProperty("in")}"));
        Assert.Equal(["200", "400", "401", "403", "404", "413", "429", "500"], echo.GetProperty("responses").EnumerateObject().Select(static p => p.Name));
        Assert.Equal(0, document.GetProperty("paths").GetProperty("/sample/bytes").GetProperty("get").GetProperty("security").GetArrayLength());

        var body = document.GetProperty("components").GetProperty("schemas").GetProperty("SampleBody");
        Assert.Equal(["first_name", "count", "part"], body.GetProperty("properties").EnumerateObject().Select(static p => p.Name));
        Assert.Contains("#/components/schemas/SamplePart", body.GetProperty("properties").GetProperty("part").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryReference_LeadsSomewhere()
    {
        await using var run = await HostRun.StartAsync();
        var text = await run.Http.GetStringAsync("/openapi.json");
        using var json = JsonDocument.Parse(text);
        var references = References().Matches(text).Select(static match => match.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, reference => !Leads(json.RootElement, reference.Split('/')));
    }

    private static bool Leads(JsonElement at, string[] parts) =>
        parts.Length == 0 || (at.TryGetProperty(parts[0], out var next) && Leads(next, parts[1..]));

    [Fact]
    public async Task ThePage_NeedsNothingFromElsewhere()
    {
        await using var run = await HostRun.StartAsync();
        using var response = await run.Http.GetAsync("/docs");
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("//", Comments().Replace(page, ""), StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", response.Headers.GetValues("content-security-policy").Single(), StringComparison.Ordinal);
    }

    [GeneratedRegex("\"\\$ref\": \"#/([^\"]+)\"")]
    private static partial Regex References();

    [GeneratedRegex("(?m)^\\s*//.*$")]
    private static partial Regex Comments();
}
