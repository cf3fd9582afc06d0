using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>The conversions that nobody wrote.</summary>
internal static class ImplicitConversion
{
    /// <summary>The value before the language's own implicit conversions; a type's own operator is work and stays.</summary>
    public static IOperation Strip(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
            value = conversion.Operand;
        return value;
    }
}
