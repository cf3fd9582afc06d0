using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>The program's entry point, whose one parameter is the command line.</summary>
internal static class MainMethod
{
    public const string Name = "args";

    /// <summary>Whether the parameter is the command line: that of <c>static Main(string[])</c>, or <c>args</c> of top-level statements.</summary>
    public static bool IsArguments(IParameterSymbol parameter, IMethodSymbol method) =>
        method.IsStatic && method.Name is "Main" or "<Main>$"
        && method.Parameters.Length == 1
        && parameter.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String };
}
