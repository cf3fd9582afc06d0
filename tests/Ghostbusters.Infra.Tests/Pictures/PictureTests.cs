using System.Xml.Linq;
using Ghostbusters.Testing;

namespace Ghostbusters.Infra.Tests.Pictures;

/// <summary>The published picture is the one of the graph that would be deployed.</summary>
public sealed class PictureTests
{
    [Fact]
    public async Task Picture_IsOfTheGraph()
    {
        var picture = Svg.Draw(new ComponentMap(await StackRun.RecordedAsync("dev")), "Ghostbusters, stack dev");

        Assert.Equal("svg", XDocument.Parse(picture).Root!.Name.LocalName);
        PublishedFile.Verify("docs/infrastructure.svg", picture);
    }

    [Fact]
    public async Task Page_CountsTheResources() =>
        PublishedFile.Verify("docs/infrastructure.md", InfrastructurePage.Write(await StackRun.RecordedAsync("dev"), await StackRun.RecordedAsync("prod")));

    [Fact]
    public async Task EveryResource_IsInAComponent_OrConnectsTwo()
    {
        var graph = await StackRun.RecordedAsync("dev");
        var map = new ComponentMap(graph);

        var shown = map.Components.Sum(component => component.Resources);
        var connecting = graph.Resources.Count(resource => resource.IsCustom && resource.Parent!.Contains("pulumi:pulumi:Stack::", StringComparison.Ordinal));
        Assert.Equal(graph.Resources.Count(resource => resource.IsCustom), shown + connecting);
        Assert.All(map.Edges, edge => Assert.NotEqual(edge.From, edge.To));
    }
}
