using System.Collections.Immutable;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What is wrong with an assembly of functions as a whole.</summary>
internal static class AssemblyRules
{
    private static readonly string[] Runtimes = ["dotnet8", "dotnet10", "provided.al2", "provided.al2023"];

    public static IEnumerable<DiagnosticModel> Check(
        ImmutableArray<FunctionModel> functions, ImmutableArray<StartupModel> startups, AssemblyModel assembly)
    {
        if (startups.Length > 1)
            yield return new DiagnosticModel(Descriptors.SeveralStartups, string.Join(", ", startups.Select(startup => startup.FullName)), startups[1].Location);

        foreach (var diagnostic in startups.SelectMany(startup => startup.Diagnostics))
            yield return diagnostic;

        if (assembly.Runtime is { } runtime && !Runtimes.Contains(runtime, StringComparer.Ordinal))
            yield return new DiagnosticModel(Descriptors.Runtime, runtime, null);

        if (!assembly.GenerateMain)
            yield break;

        if (!assembly.IsExecutable)
            yield return new DiagnosticModel(Descriptors.NotExecutable, "", null);

        if (!assembly.HasRuntimeSupport)
            yield return new DiagnosticModel(Descriptors.MissingPackage, "Amazon.Lambda.RuntimeSupport", null);

        if (functions.IsEmpty)
            yield return new DiagnosticModel(Descriptors.NoFunctions, "", null);

        foreach (var same in functions.GroupBy(function => function.Method, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new DiagnosticModel(Descriptors.SameHandler, same.Key, same.Last().Location);
    }
}
