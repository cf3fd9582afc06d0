using System.Text.Json.Nodes;

namespace Ghostbusters.Infra.Judge.Tests;

/// <summary>What the recorder hands out of a run.</summary>
public sealed class ResourceGraphTests
{
    [Fact]
    public async Task TwoRuns_GiveTheSameGraph() =>
        Assert.Equal((await SampleProgram.RecordAsync(preview: false)).ToJson(), (await SampleProgram.RecordAsync(preview: false)).ToJson());

    [Fact]
    public async Task Inputs_AreRecordedAsTheyGoOverTheWire()
    {
        var graph = await SampleProgram.RecordAsync(preview: false);

        var function = graph.Resources.Single(resource => resource.Type == "aws:lambda/function:Function");
        var expected = JsonNode.Parse("""
            {
              "architectures": ["arm64"],
              "code": { "$archive": { "path": "artifacts/sample" } },
              "environment": { "variables": { "SECRET": "parameter", "TABLE": "table" } },
              "handler": "bootstrap",
              "loggingConfig": { "logFormat": "JSON", "logGroup": "logs" },
              "memorySize": 512,
              "role": "arn:aws:iam/role:Role:role",
              "runtime": "provided.al2023",
              "timeout": 10,
              "tracingConfig": { "mode": "Active" }
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, function.Inputs), function.Inputs.ToJsonString());
    }

    [Fact]
    public async Task Options_ParentsAndDependencies_AreRecorded()
    {
        var graph = await SampleProgram.RecordAsync(preview: false);
        var urns = graph.Resources.ToDictionary(resource => resource.Name, resource => resource.Urn);

        var function = graph.Resources.Single(resource => resource.Name == "function");
        Assert.Equal(urns["group"], function.Parent);
        Assert.Equal([urns["logs"]], function.Options.DependsOn.ToArray());
        Assert.Equal(new[] { urns["logs"], urns["parameter"], urns["role"], urns["table"] }.Order(StringComparer.Ordinal), function.Dependencies.ToArray());
        Assert.Null(function.Options.Protect);
        Assert.StartsWith(urns["aws"], function.Options.Provider);
        Assert.True(graph.Resources.Single(resource => resource.Name == "role").Options.Protect);
        Assert.True(graph.Resources.Single(resource => resource.Name == "table").Options.RetainOnDelete);
        Assert.False(graph.Resources.Single(resource => resource.Name == "group").IsCustom);
    }

    [Fact]
    public async Task Secrets_AreMarked_InInputsAndOutputs()
    {
        var graph = await SampleProgram.RecordAsync(preview: false);

        var parameter = graph.Resources.Single(resource => resource.Name == "parameter");
        Assert.Equal("""{"$secret":"s3cret"}""", parameter.Inputs["value"]!.ToJsonString());
        Assert.Equal(["value", "valueWo"], parameter.Options.AdditionalSecretOutputs.ToArray());
        Assert.Equal("""{"$secret":"s3cret"}""", graph.Outputs["secret"]!.ToJsonString());
    }

    [Fact]
    public async Task Preview_LeavesUnknownOnlyWhatADeploymentTells()
    {
        var graph = await SampleProgram.RecordAsync(preview: true);

        var alias = graph.Resources.Single(resource => resource.Name == "alias");
        Assert.Equal("""{"$unknown":true}""", alias.Inputs["functionVersion"]!.ToJsonString());
        Assert.Equal("function", alias.Inputs["functionName"]!.GetValue<string>());
        Assert.Equal("table", graph.Outputs["table"]!.GetValue<string>());
    }
}
