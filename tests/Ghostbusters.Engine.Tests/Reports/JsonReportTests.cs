using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;
using Ghostbusters.Testing;

namespace Ghostbusters.Engine.Tests.Reports;

public class JsonReportTests
{
    private static readonly JsonElement Schema = ReadSchema();

    [Fact]
    public void EveryResult_IsAsTheSchemaSays()
    {
        foreach (var sample in new[] { Samples.Empty, Samples.Many, Samples.Partial, Samples.Nothing, Samples.Hostile, Samples.Secret })
            Assert.Empty(Violations(sample));
        Check.QuickThrowOnFailure(Prop.ForAll(RandomResults.Any, static result => !Violations(result).Any()));
    }

    [Fact]
    public void TheSchema_RefusesWhatIsNotAResult()
    {
        using var wrong = JsonDocument.Parse("""{"format":"x","status":"fine","surplus":1}""");
        var violations = Violations(wrong.RootElement, Schema, "$").ToList();
        Assert.Contains("$.format is not ghostbusters/result/v1", violations);
        Assert.Contains("$.status is none of the values", violations);
        Assert.Contains("$.surplus is not in the schema", violations);
        Assert.Contains("$.coverage is missing", violations);
    }

    private static List<string> Violations(AnalysisResult result)
    {
        using var json = JsonDocument.Parse(Samples.Write(ReportFormat.Json, result));
        return [.. Violations(json.RootElement, Schema, "$")];
    }

    // The part of JSON Schema that the schema uses; a keyword that is not known here fails the test.
    private static IEnumerable<string> Violations(JsonElement value, JsonElement schema, string at) =>
        schema.EnumerateObject().SelectMany(keyword => keyword.Name switch
        {
            "$ref" => Violations(value, Schema.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), at),
            "type" => Unless(TypesOf(keyword.Value).Any(t => IsOf(value, t)), $"{at} is no {keyword.Value}"),
            "const" => Unless(value.ToString() == keyword.Value.ToString(), $"{at} is not {keyword.Value}"),
            "enum" => Unless(keyword.Value.EnumerateArray().Any(v => v.ToString() == value.ToString()), $"{at} is none of the values"),
            "minimum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(), $"{at} is too small"),
            "maximum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(), $"{at} is too large"),
            "pattern" => Unless(Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!), $"{at} does not match"),
            "items" => value.EnumerateArray().SelectMany((item, i) => Violations(item, keyword.Value, $"{at}[{i}]")),
            "required" => keyword.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}.{name} is missing"),
            "properties" => value.EnumerateObject().SelectMany(p => keyword.Value.TryGetProperty(p.Name, out var own)
                ? Violations(p.Value, own, $"{at}.{p.Name}") : [$"{at}.{p.Name} is not in the schema"]),
            "additionalProperties" or "description" or "title" or "$schema" or "$id" or "$defs" => [],
            _ => [$"The test does not know the keyword {keyword.Name}"],
        });

    private static IEnumerable<string> Unless(bool holds, string violation) => holds ? [] : [violation];

    private static IEnumerable<string> TypesOf(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(static t => t.GetString()!) : [type.GetString()!];

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };

    private static JsonElement ReadSchema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("docs/result.schema.json")));
        return schema.RootElement.Clone();
    }
}
