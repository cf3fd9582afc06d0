using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What is wrong with a method as a function.</summary>
internal static class MethodRules
{
    private static readonly Regex RequestName = new("^[a-zA-Z0-9._$-]+$");
    private static readonly Regex Alphanumeric = new("^[a-zA-Z0-9]+$");

    public static IEnumerable<Problem> Check(IMethodSymbol method, FunctionModel function)
    {
        if (function.Serializer is null)
            yield return new Problem(Descriptors.MissingSerializer, method.Name);

        if (Names.Events.Sum(name => method.GetAttributes().Count(attribute => attribute.AttributeClass.Is(name))) > 1)
            yield return new Problem(Descriptors.SeveralEvents, method.Name);

        if (method.Attribute(Names.LambdaFunction)?.Named("ResourceName") is string name && !Alphanumeric.IsMatch(name))
            yield return new Problem(Descriptors.ResourceName, name);

        if (function.ResultKind == ResultKind.HttpResult && !function.Event.IsApi())
            yield return new Problem(Descriptors.HttpResultWithoutApi, method.Name);

        if (Unsupported(method) is { } reason)
            yield return new Problem(Descriptors.NotSupported, reason);

        foreach (var problem in method.Parameters.Zip(function.Parameters, (symbol, model) => OfParameter(symbol, model, function.Event)))
        {
            if (problem is { } found)
                yield return found;
        }

        if (function.Parameters.Count(parameter => parameter.Source == ParameterSource.Event) > 1)
            yield return new Problem(Descriptors.Signature, $"'{method.Name}' takes more than one event");
    }

    public static bool IsPrimitive(ITypeSymbol type) => type.SpecialType is SpecialType.System_String
        or (>= SpecialType.System_Boolean and <= SpecialType.System_Double);

    private static string? Unsupported(IMethodSymbol method)
    {
        if (method.IsStatic)
            return $"The static function '{method.Name}'";

        if (method.IsGenericMethod || method.ContainingType.IsGenericType)
            return $"The generic function '{method.Name}'";

        if (method.ContainingType.ContainingType is not null)
            return $"The function '{method.Name}' in a nested class";

        if (method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal))
            return $"The function '{method.Name}', which is not public";

        if (method.ReturnType.Is("System.Threading.Tasks.ValueTask"))
            return $"ValueTask as the result of '{method.Name}'";

        return method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None) is { } byReference
            ? $"The parameter '{byReference.Name}' by reference"
            : null;
    }

    private static Problem? OfParameter(IParameterSymbol symbol, ParameterModel model, EventKind kind)
    {
        var fromRequest = model.Source is ParameterSource.Route or ParameterSource.Query or ParameterSource.Header or ParameterSource.Body;
        if (fromRequest && !kind.IsApi())
            return new Problem(Descriptors.ParameterWithoutApi, model.Name);

        if (fromRequest && !RequestName.IsMatch(model.Key))
            return new Problem(Descriptors.ParameterName, model.Key);

        if (model.Source is ParameterSource.Route or ParameterSource.Query or ParameterSource.Header && model.Element is null && !IsPrimitive(symbol.Type))
            return new Problem(Descriptors.ParameterType, $"Parameter '{model.Name}' of type {symbol.Type.ToDisplayString()} cannot be read from a request");

        if (kind.IsApi() && model.Source == ParameterSource.Event && !symbol.Type.Is(kind.RequestType()))
            return new Problem(Descriptors.Signature, $"Parameter '{model.Name}' has another payload version than the API: take {kind.RequestType()}");

        return null;
    }
}
