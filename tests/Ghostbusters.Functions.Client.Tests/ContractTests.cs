using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ghostbusters.Functions.Catalogue.OpenApi;
using Ghostbusters.Functions.Host.Running;

namespace Ghostbusters.Functions.Client.Tests;

/// <summary>The client's models beside the document that is written from what the service really reads and writes.</summary>
public sealed class ContractTests : IDisposable
{
    private readonly JsonDocument _document;

    public ContractTests()
    {
        var hosted = ServeCommand.Hosted().Catalogue;
        _document = JsonDocument.Parse(OpenApiDocument.Write(hosted.Routes, hosted.Assemblies, new Uri("http://localhost")));
    }

    [Theory]
    [InlineData(typeof(AnalyzeRequest))]
    [InlineData(typeof(RepositorySource))]
    [InlineData(typeof(FileSource))]
    [InlineData(typeof(AnalyzeOptions))]
    [InlineData(typeof(AnalyzeAccepted))]
    [InlineData(typeof(AnalysisLinks))]
    [InlineData(typeof(UploadAnnouncement))]
    [InlineData(typeof(UploadTicket))]
    [InlineData(typeof(AnalysisSummary))]
    [InlineData(typeof(HistoryPage))]
    [InlineData(typeof(RecoveryRequest))]
    [InlineData(typeof(RecoveryAnswer))]
    [InlineData(typeof(ApiProblem), "Problem")]
    public void AModel_HasTheMembersOfItsSchema_NoMoreAndNoFewer(Type model, string? schema = null)
    {
        var info = ClientJson.Default.GetTypeInfo(model) ?? throw new InvalidOperationException($"{model.Name} is in no contract.");
        var ours = info.Properties.Where(static p => p.Get is not null && !IsComputed(p)).ToDictionary(static p => p.Name, static p => KindOf(p.PropertyType));
        var theirs = Schema(schema ?? model.Name).GetProperty("properties").EnumerateObject().ToDictionary(static p => p.Name, p => KindOf(p.Value));
        Assert.Equal(theirs.OrderBy(static p => p.Key, StringComparer.Ordinal), ours.OrderBy(static p => p.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("post", "/ghostbusters/analyze")]
    [InlineData("post", "/ghostbusters/uploads")]
    [InlineData("get", "/ghostbusters/results/{analysis_id}")]
    [InlineData("delete", "/ghostbusters/results/{analysis_id}")]
    [InlineData("post", "/ghostbusters/results/{analysis_id}/recover")]
    [InlineData("get", "/ghostbusters/history")]
    public void ARouteThatTheClientCalls_IsThere(string verb, string path) =>
        Assert.True(_document.RootElement.GetProperty("paths").GetProperty(path).TryGetProperty(verb, out _));

    [Fact]
    public void EveryFilterOfTheHistory_IsDocumented()
    {
        var documented = _document.RootElement.GetProperty("paths").GetProperty("/ghostbusters/history").GetProperty("get").GetProperty("parameters")
            .EnumerateArray().Select(static p => p.GetProperty("name").GetString()).Order(StringComparer.Ordinal);
        var all = new HistoryQuery { Project = "p", Status = "done", MinScore = 0, MaxScore = 1 };
        var sent = all.PathOf("c").Split('?')[1].Split('&').Select(static p => p.Split('=')[0]).Order(StringComparer.Ordinal);
        Assert.Equal(documented, sent);
    }

    public void Dispose() => _document.Dispose();

    private JsonElement Schema(string name) => _document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(name);

    /// <summary>What is worked out from other members is no part of the wire's form.</summary>
    private static bool IsComputed(JsonPropertyInfo property) => property.Set is null && property.AssociatedParameter is null;

    private static string KindOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string) || plain == typeof(DateTimeOffset)) return "string";
        if (plain == typeof(bool)) return "boolean";
        if (plain == typeof(int) || plain == typeof(long)) return "integer";
        if (plain == typeof(double)) return "number";
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return "array";
        return "object";
    }

    private static string KindOf(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out _) || schema.TryGetProperty("anyOf", out _)) return "object";
        var type = schema.GetProperty("type");
        return type.ValueKind == JsonValueKind.String ? type.GetString()! : type.EnumerateArray().Select(static t => t.GetString()!).First(static t => t != "null");
    }
}
