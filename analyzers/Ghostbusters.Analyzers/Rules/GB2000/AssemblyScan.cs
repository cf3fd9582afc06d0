using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Containers and mediators that look through an assembly for the types that keep a contract.</summary>
internal static class AssemblyScan
{
    private static readonly HashSet<string> Calls = new(StringComparer.Ordinal)
    {
        "GetTypes", "GetExportedTypes", "ExportedTypes", "DefinedTypes", "Scan", "AddMediatR", "AddMediator", "AddAutoMapper", "AddMassTransit", "UseWolverine", "AddCarter", "AddFastEndpoints", "GetExecutingAssembly", "GetEntryAssembly", "GetType",
    };

    /// <summary>Whether one of the names is such a call's.</summary>
    public static bool AnyIn(IEnumerable<string> names) => names.Any(static n =>
        Calls.Contains(n) || n.StartsWith("RegisterAssembly", StringComparison.Ordinal) || n.IndexOf("FromAssembl", StringComparison.Ordinal) >= 0);

    /// <summary>Whether a scan can find the type: it keeps a contract.</summary>
    public static bool CanFind(INamedTypeSymbol type) =>
        !type.AllInterfaces.IsEmpty || type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum) };
}
