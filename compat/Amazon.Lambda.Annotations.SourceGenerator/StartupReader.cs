using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

internal static class StartupReader
{
    public static StartupModel Read(INamedTypeSymbol type)
    {
        var location = LocationModel.Of(type.Locations.FirstOrDefault());
        var configures = type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(method =>
            method is { ReturnsVoid: true, IsStatic: false, DeclaredAccessibility: Accessibility.Public, Parameters: [var only] }
            && only.Type.Is(Names.ServiceCollection));
        var problem = configures
            ? null
            : $"A [LambdaStartup] class without 'public void ConfigureServices(IServiceCollection services)' ({type.Name})";
        return new StartupModel(
            type.FullName(),
            problem is null ? default : new(ImmutableArray.Create(new DiagnosticModel(Descriptors.NotSupported, problem, location))),
            location);
    }
}
