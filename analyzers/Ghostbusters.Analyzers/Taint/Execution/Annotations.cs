using Ghostbusters.Analyzers.Taint.Library;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>What the attributes of an action's parameter say of the values that get through to it.</summary>
/// <remarks>ASP.NET Core checks them before an <c>[ApiController]</c> runs; elsewhere the action has to ask, and nobody knows whether it does.</remarks>
internal static class Annotations
{
    /// <summary>The sinks that the value is safe for because it was validated.</summary>
    public static SinkKinds SafeBy(IParameterSymbol parameter, IMethodSymbol method) =>
        IsValidated(method.ContainingType) ? parameter.GetAttributes().Aggregate(SinkKinds.None, static (safe, attribute) => safe | SafeBy(attribute)) : SinkKinds.None;

    private static SinkKinds SafeBy(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        "RangeAttribute" or "MaxLengthAttribute" or "StringLengthAttribute" or "LengthAttribute" => SinkKinds.Resource,
        "AllowedValuesAttribute" or "EnumDataTypeAttribute" => SinkKinds.All,
        // It has to match the whole text.
        "RegularExpressionAttribute" when attribute.ConstructorArguments.FirstOrDefault().Value is string pattern => AllowLists.SafeBy(Value.Of($"^(?:{pattern})$")),
        _ => SinkKinds.None,
    };

    private static bool IsValidated(INamedTypeSymbol? controller)
    {
        for (var type = controller; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().Any(static a => a.AttributeClass?.Name is "ApiControllerAttribute" or "ApiController"))
                return true;
        }

        return false;
    }
}
