using Microsoft.CodeAnalysis;

namespace Ghostbusters.Mutation;

/// <summary>What can stand in for a body: nothing, or one or two constants of the returned type.</summary>
internal static class Replacements
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly ImmutableHashSet<string> Lists =
        ["IEnumerable`1", "ICollection`1", "IList`1", "IReadOnlyCollection`1", "IReadOnlyList`1", "List`1"];

    /// <summary>The statements, each a mutant; empty where nothing can stand in.</summary>
    /// <param name="method">The method.</param>
    /// <param name="isIterator">Whether its body yields.</param>
    public static ImmutableArray<string> For(IMethodSymbol method, bool isIterator)
    {
        if (method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error)
            return [];
        if (isIterator)
            return ["yield break;"];
        var type = method.ReturnType;
        if (method.ReturnsVoid)
            return ["return;"];
        var result = ResultOf(type);
        if (result is null && TaskKind(type) is { } plain)
            return [method.IsAsync ? "return;" : plain == "Task" ? "return global::System.Threading.Tasks.Task.CompletedTask;" : "return default;"];
        if (result is null)
            return [.. Values(type).Select(static v => $"return {v};")];
        if (method.IsAsync)
            return [.. Values(result).Select(static v => $"return {v};")];
        var name = result.ToDisplayString(Full);
        return TaskKind(type) == "Task"
            ? [.. Values(result).Select(v => $"return global::System.Threading.Tasks.Task.FromResult<{name}>({v});")]
            : [.. Values(result).Select(v => $"return new global::System.Threading.Tasks.ValueTask<{name}>(result: {v});")];
    }

    // "Task" or "ValueTask"; null for any other type.
    private static string? TaskKind(ITypeSymbol type) =>
        type.Name is "Task" or "ValueTask" && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks" ? type.Name : null;

    private static ITypeSymbol? ResultOf(ITypeSymbol type) =>
        TaskKind(type) is not null && type is INamedTypeSymbol { TypeArguments: [var result] } ? result : null;

    private static IEnumerable<string> Values(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean:
                return ["false", "true"];
            case SpecialType.System_String:
                return ["\"\"", "\"A\""];
            case SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32
                or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal:
                return ["0", "1"];
        }

        return type switch
        {
            IArrayTypeSymbol { Rank: 1, ElementType: { TypeKind: not TypeKind.Pointer } element } => [$"global::System.Array.Empty<{element.ToDisplayString(Full)}>()"],
            INamedTypeSymbol { TypeArguments: [var element] } list when Lists.Contains(list.MetadataName) && list.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic" =>
                [$"new global::System.Collections.Generic.List<{element.ToDisplayString(Full)}>()"],
            _ => ["default"],
        };
    }
}
