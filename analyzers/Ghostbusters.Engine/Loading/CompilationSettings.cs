using Ghostbusters.Engine.Loading.MSBuild;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ghostbusters.Engine.Loading;

/// <summary>The compiler options that a project's properties mean.</summary>
internal static class CompilationSettings
{
    private const string NullableAnalysis = "run-nullable-analysis";

    public static CSharpParseOptions ParseOptions(EvaluatedProject project, Framework framework, string configuration)
    {
        var symbols = new SortedSet<string>(StringComparer.Ordinal);
        symbols.UnionWith(project["DefineConstants"].Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (project.Sdk.Length > 0)
        {
            symbols.Add("TRACE");
            if (configuration.Equals("Debug", StringComparison.OrdinalIgnoreCase)) symbols.Add("DEBUG");
            if (!project.IsTrue("DisableImplicitFrameworkDefines")) symbols.UnionWith(framework.Symbols());
        }
        return new CSharpParseOptions(Language(project["LangVersion"], framework), DocumentationMode.Parse, SourceCodeKind.Regular, symbols)
            .WithFeatures(Features(project["Features"]));
    }

    public static CSharpCompilationOptions CompilationOptions(EvaluatedProject project) => new(
        OutputKindOf(project["OutputType"]),
        mainTypeName: project["StartupObject"] is { Length: > 0 } startup ? startup : null,
        checkOverflow: project.IsTrue("CheckForOverflowUnderflow"),
        allowUnsafe: project.IsTrue("AllowUnsafeBlocks"),
        nullableContextOptions: project["Nullable"].ToLowerInvariant() switch
        {
            "enable" => NullableContextOptions.Enable,
            "warnings" => NullableContextOptions.Warnings,
            "annotations" => NullableContextOptions.Annotations,
            _ => NullableContextOptions.Disable,
        },
        concurrentBuild: true,
        deterministic: true);

    private static OutputKind OutputKindOf(string outputType) => outputType.ToLowerInvariant() switch
    {
        "exe" => OutputKind.ConsoleApplication,
        "winexe" or "appcontainerexe" => OutputKind.WindowsApplication,
        _ => OutputKind.DynamicallyLinkedLibrary,
    };

    private static LanguageVersion Language(string text, Framework framework)
    {
        if (text.Length > 0 && LanguageVersionFacts.TryParse(text, out var version) && version != LanguageVersion.Default) return version;
        return (framework.Identifier, framework.Version.Major) switch
        {
            (Framework.Core, >= 5 and <= 10) => (LanguageVersion)((framework.Version.Major + 4) * 100),
            (Framework.Core, > 10) => LanguageVersion.Latest,
            (Framework.Core, 3) => LanguageVersion.CSharp8,
            (Framework.Standard, 2) when framework.Version.Minor == 1 => LanguageVersion.CSharp8,
            _ => LanguageVersion.CSharp7_3,
        };
    }

    /// <summary>
    /// The compiler's features that a project asks for, without its nullable warnings: no rule reads them, and they cost a
    /// seventh of a run. Annotations on symbols stay.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, string>> Features(string features) => features
        .Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries)
        .Select(static feature => feature.Split('=', 2))
        .Select(static parts => KeyValuePair.Create(parts[0], parts.Length > 1 ? parts[1] : "true"))
        .Where(static feature => feature.Key != NullableAnalysis)
        .Append(KeyValuePair.Create(NullableAnalysis, "never"));
}
