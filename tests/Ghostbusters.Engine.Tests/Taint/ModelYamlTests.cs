using Ghostbusters.Analyzers.Taint.Models;
using YamlDotNet.RepresentationModel;

namespace Ghostbusters.Engine.Tests.Taint;

/// <summary>The models are YAML: a YAML library reads the same out of each file as the rules' own reader.</summary>
public sealed class ModelYamlTests
{
    public static TheoryData<string> Files => [.. EmbeddedModels.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void AYamlLibraryReadsTheSame(string file)
    {
        var text = EmbeddedModels.TextOf(file);
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var root = Assert.IsType<YamlMappingNode>(Assert.Single(stream.Documents).RootNode);
        var expected = root.Children.Where(static section => section.Value is YamlSequenceNode)
            .SelectMany(static section => ((YamlSequenceNode)section.Value).Select(entry => $"{section.Key}: {Text((YamlMappingNode)entry)}"));
        Assert.Equal("1", ((YamlScalarNode)root.Children["version"]).Value);
        Assert.Equal(expected, ModelYaml.Read(file, text).Select(Text));
    }

    private static string Text(YamlMappingNode entry) => $"{entry.Start.Line}: " + string.Join("; ", entry.Select(static field =>
        $"{field.Key} = {string.Join(" | ", field.Value is YamlSequenceNode list ? list.Select(static item => ((YamlScalarNode)item).Value) : [((YamlScalarNode)field.Value).Value])}"));

    private static string Text(ModelEntry entry) =>
        $"{entry.Section}: {entry.Line}: " + string.Join("; ", entry.Fields.Select(static field => $"{field.Name} = {string.Join(" | ", field.Values)}"));
}
