using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>A parameter: its fully qualified type, the type of the items if it takes several values, its name in the request.</summary>
internal sealed record ParameterModel(string Name, string Type, string? Element, ParameterSource Source, string Key);

/// <summary>
/// A function. Types are fully qualified; the namespace is empty for the global one; the result is without its task, and null for none;
/// the serializer is null if its attribute is missing; the class needs services if it has no constructor without parameters.
/// </summary>
internal sealed record FunctionModel(
    string Namespace,
    string Class,
    string ClassFullName,
    string Method,
    bool IsPublic,
    bool NeedsServices,
    EventKind Event,
    bool IsTask,
    ResultKind ResultKind,
    string? Result,
    EquatableArray<ParameterModel> Parameters,
    string? Serializer,
    LocationModel? Location,
    EquatableArray<DiagnosticModel> Diagnostics)
{
    public string HandlerClass => $"{Class}_{Method}_Generated";

    public string HandlerFullName => $"global::{(Namespace.Length == 0 ? "" : Namespace + ".")}{HandlerClass}";
}

internal sealed record StartupModel(string FullName, EquatableArray<DiagnosticModel> Diagnostics, LocationModel? Location);

internal sealed record AssemblyModel(bool GenerateMain, bool IsExecutable, string? Runtime, bool HasRuntimeSupport, bool HasServices);

internal sealed record LocationModel(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationModel? Of(Location? location) => location?.SourceTree is { } tree
        ? new LocationModel(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span)
        : null;

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}

/// <summary>A diagnostic before it is one: without a syntax tree, which would keep a compilation alive.</summary>
internal sealed record DiagnosticModel(string Id, string Argument, LocationModel? Location)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptors.Of(Id), Location?.ToLocation() ?? Microsoft.CodeAnalysis.Location.None, Argument);
}
