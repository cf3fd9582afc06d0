using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

internal static class AssemblyReader
{
    public static AssemblyModel Read(Compilation compilation, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var properties = compilation.Assembly.Attribute(Names.GlobalProperties);
        return new AssemblyModel(
            properties?.Named("GenerateMain") is true,
            compilation.Options.OutputKind == OutputKind.ConsoleApplication,
            properties?.Named("Runtime") as string,
            compilation.GetTypeByMetadataName(Names.Bootstrap) is not null,
            compilation.GetTypeByMetadataName(Names.ServiceProvider) is not null);
    }
}
