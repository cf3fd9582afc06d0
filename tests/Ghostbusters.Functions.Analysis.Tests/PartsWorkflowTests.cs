using System.Text.Json.Nodes;
using Ghostbusters.Functions.Analysis.FanningOut;
using Ghostbusters.Testing;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>The document is reviewed as Step Functions gets it.</summary>
public class PartsWorkflowTests
{
    [Fact]
    public async Task TheDocument_IsTheReviewedOne()
    {
        var reviewed = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("tests/Ghostbusters.Functions.Analysis.Tests/Golden/analysis-parts.json")));
        var written = JsonNode.Parse(PartsWorkflow.Definition().ToJson(static function => $"${{{function}}}"));
        Assert.True(JsonNode.DeepEquals(reviewed, written), written!.ToString());
    }
}
