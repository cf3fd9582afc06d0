using Ghostbusters.Testing;
using Pulumi;
using Pulumi.Recording;
using Pulumi.Testing;
using YamlDotNet.RepresentationModel;

namespace Ghostbusters.Infra.Tests.Graphs;

/// <summary>Runs the program with the configuration that is shipped, and keeps what it declares.</summary>
internal static class StackRun
{
    private const string Project = "ghostbusters";

    private static readonly Lazy<Task<ResourceGraph>> DevRun = new(() => RunAsync<GhostbustersStack>("dev"));
    private static readonly Lazy<Task<ResourceGraph>> ProdRun = new(() => RunAsync<GhostbustersStack>("prod"));

    /// <summary>A copy that the caller may change.</summary>
    public static async Task<Graph> OfAsync(string stack) => new(await RecordedAsync(stack), stack);

    /// <summary>As it was recorded.</summary>
    public static Task<ResourceGraph> RecordedAsync(string stack) => (stack == "dev" ? DevRun : ProdRun).Value;

    public static Task<ResourceGraph> RunAsync<TStack>(string stack, bool isPreview = false, Action<Dictionary<string, string>>? change = null) where TStack : Stack, new() => Task.Run(async () =>
    {
        var settings = Read(stack);
        change?.Invoke(settings);
        TestConfiguration.Use(settings);
        return ResourceGraph.Of(await Deployment.TestAsync<TStack>(new Aws(), new TestOptions { ProjectName = Project, StackName = stack, IsPreview = isPreview }));
    });

    private static Dictionary<string, string> Read(string stack)
    {
        using var text = File.OpenText(Repository.PathOf($"Pulumi.{stack}.yaml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        var config = (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode).Children["config"];
        return config.ToDictionary(static pair => pair.Key.ToString(), static pair => pair.Value.ToString(), StringComparer.Ordinal);
    }
}
