namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What is wrong with a function in its assembly.</summary>
internal static class FunctionRules
{
    public static IEnumerable<DiagnosticModel> Check(FunctionModel function, StartupModel? startup, AssemblyModel assembly)
    {
        if (startup is not null && !assembly.HasServices)
            yield return new DiagnosticModel(Descriptors.MissingPackage, "Microsoft.Extensions.DependencyInjection", function.Location);

        if (startup is null && function.NeedsServices)
        {
            yield return new DiagnosticModel(
                Descriptors.NotSupported, $"A constructor with parameters ({function.Class}) without a [LambdaStartup] class", function.Location);
        }

        if (startup is null && UsesServices(function))
            yield return new DiagnosticModel(Descriptors.NotSupported, $"[FromServices] in '{function.Method}' without a [LambdaStartup] class", function.Location);
    }

    private static bool UsesServices(FunctionModel function)
    {
        foreach (var parameter in function.Parameters)
        {
            if (parameter.Source == ParameterSource.Services)
                return true;
        }

        return false;
    }
}
