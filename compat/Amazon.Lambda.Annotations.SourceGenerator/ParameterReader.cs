using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Decides where an argument comes from: by its attribute, else by its type, else by the route's names.</summary>
internal static class ParameterReader
{
    public static ParameterModel Read(IParameterSymbol parameter, EventKind kind, ImmutableArray<string> routeNames)
    {
        var source = SourceOf(parameter, kind, routeNames);
        var element = source is ParameterSource.Query or ParameterSource.Header ? ElementOf(parameter.Type) : null;
        return new ParameterModel(parameter.Name, parameter.Type.FullName(), element, source, KeyOf(parameter));
    }

    private static ParameterSource SourceOf(IParameterSymbol parameter, EventKind kind, ImmutableArray<string> routeNames)
    {
        if (parameter.Has(Names.FromServices))
            return ParameterSource.Services;

        if (parameter.Has(Names.FromRoute))
            return ParameterSource.Route;

        if (parameter.Has(Names.FromQuery))
            return ParameterSource.Query;

        if (parameter.Has(Names.FromHeader))
            return ParameterSource.Header;

        if (parameter.Has(Names.FromBody))
            return ParameterSource.Body;

        if (parameter.Type.Is(Names.Context))
            return ParameterSource.Context;

        if (!kind.IsApi() || parameter.Type.Is(Names.ProxyRequest) || parameter.Type.Is(Names.HttpRequest))
            return ParameterSource.Event;

        if (routeNames.Contains(parameter.Name))
            return ParameterSource.Route;

        return MethodRules.IsPrimitive(parameter.Type) || ElementOf(parameter.Type) is not null ? ParameterSource.Query : ParameterSource.Body;
    }

    private static string KeyOf(IParameterSymbol parameter) => parameter.GetAttributes()
        .Select(attribute => attribute.Named("Name") as string)
        .FirstOrDefault(name => name is not null) ?? parameter.Name;

    /// <summary>The items' type of a list that a List can be given to.</summary>
    private static string? ElementOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [var element], Name: "List" or "IList" or "ICollection" or "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" } named
        && named.ContainingNamespace.ToDisplayString() == "System.Collections.Generic"
        && MethodRules.IsPrimitive(element)
            ? element.FullName()
            : null;
}
