namespace Ghostbusters.Engine.References;

/// <summary>Packages that are used for the code they generate: without running them, members are missing.</summary>
internal static class GeneratorPackages
{
    private static readonly HashSet<string> Known = new(
        [
            "CommunityToolkit.Mvvm", "Grpc.Tools", "Riok.Mapperly", "Mediator.SourceGenerator", "ReactiveUI.SourceGenerators", "MemoryPack",
            "MessagePack", "Microsoft.Windows.CsWin32", "Vogen", "StronglyTypedId", "Refit", "Dunet", "Thinktecture.Runtime.Extensions",
            "PropertyChanged.SourceGenerator", "Amazon.Lambda.Annotations", "Meziantou.Polyfill", "PolySharp", "Jab", "StrawberryShake",
            "HotChocolate.Types.Analyzers", "Reqnroll", "SpecFlow", "NetEscapades.EnumGenerators", "Orleans.CodeGenerator", "Microsoft.Orleans.Sdk",
            "Avalonia", "Uno.WinUI", "Microsoft.Maui.Controls", "NSwag.ApiDescription.Client", "Microsoft.Extensions.ApiDescription.Client",
            "ServiceScan.SourceGenerator", "AutoCtor", "AutoConstructor", "Immediate.Handlers", "Microsoft.Azure.Functions.Worker.Sdk", "TUnit", "FastEndpoints.Generator",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string id) => Known.Contains(id) || id.EndsWith(".SourceGenerator", StringComparison.OrdinalIgnoreCase) || id.EndsWith(".SourceGenerators", StringComparison.OrdinalIgnoreCase);
}
