namespace Ghostbusters.Engine.Loading.MSBuild;

/// <summary>What the SDK gives a project before the project says a word.</summary>
internal static class SdkDefaults
{
    public static bool IsWeb(string sdk) =>
        sdk.Equals("Microsoft.NET.Sdk.Web", StringComparison.OrdinalIgnoreCase) || sdk.Equals("Microsoft.NET.Sdk.Razor", StringComparison.OrdinalIgnoreCase);

    public static void ApplyProperties(ProjectEvaluator project, string sdk)
    {
        project.SetDefault("UsingMicrosoftNETSdk", "true");
        if (sdk.EndsWith("Sdk.Web", StringComparison.OrdinalIgnoreCase))
            project.SetDefault("UsingMicrosoftNETSdkWeb", "true");
        if (sdk.EndsWith(".Web", StringComparison.OrdinalIgnoreCase) || sdk.EndsWith(".Worker", StringComparison.OrdinalIgnoreCase))
            project.SetDefault("OutputType", "Exe");
    }

    /// <summary>The items that stand before those of the project file: default sources and implicit usings.</summary>
    public static void AddItems(ItemEvaluation items, ProjectEvaluator project, string sdk)
    {
        if (!project.IsFalse("EnableDefaultItems") && !project.IsFalse("EnableDefaultCompileItems"))
        {
            var output = (Or(project.Property("BaseOutputPath"), "bin/"), Or(project.Property("BaseIntermediateOutputPath"), "obj/"));
            var excludes = $"{output.Item1}/**;{output.Item2}/**;bin/**;obj/**;**/.*/**;{project.Property("DefaultItemExcludes")};{project.Property("DefaultItemExcludesInProjectFolder")}";
            if (project.Property("ArtifactsPath") is { Length: > 0 } artifacts)
                excludes += $";{artifacts}/**";
            items.AddFiles("Compile", "**/*.cs", excludes);
        }
        if (project.Property("ImplicitUsings").Trim().ToLowerInvariant() is "enable" or "true")
        {
            foreach (var name in ImplicitUsings(sdk, project.Property("TargetFrameworkIdentifier"), project))
                items.AddPlain("Using", name);
        }
    }

    private static IEnumerable<string> ImplicitUsings(string sdk, string framework, ProjectEvaluator project)
    {
        string[] usings = ["System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.Threading.Tasks"];
        if (!IsTrue(project, "UseWPF"))
        {
            usings = [.. usings, "System.IO"];
            if (framework != Framework.Classic) usings = [.. usings, "System.Net.Http"];
        }
        if (IsTrue(project, "UseWindowsForms"))
            usings = [.. usings, "System.Drawing", "System.Windows.Forms"];
        var hosted = new[] { "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging" };
        return sdk.ToLowerInvariant() switch
        {
            "microsoft.net.sdk.web" =>
                [.. usings, "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", .. hosted],
            "microsoft.net.sdk.worker" => [.. usings, .. hosted],
            "microsoft.net.sdk.blazorwebassembly" =>
                [.. usings, "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Logging"],
            _ => usings,
        };
    }

    private static bool IsTrue(ProjectEvaluator project, string property) =>
        project.Property(property).Trim().Equals("true", StringComparison.OrdinalIgnoreCase);

    private static string Or(string value, string fallback) => value.Length > 0 ? value : fallback;
}
