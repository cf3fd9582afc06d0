using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>What a type says of its values.</summary>
internal static class TypeKinds
{
    /// <summary>The sinks that a number or a date cannot harm: it holds no text of an attacker's choice.</summary>
    public const SinkKinds SafeForNumbers = SinkKinds.All & ~(SinkKinds.Resource | SinkKinds.Trust | SinkKinds.Exposure);

    /// <summary>A date, an identity or a name out of a fixed list cannot even fill memory or say more than which one.</summary>
    public const SinkKinds SafeForIdentities = SinkKinds.All & ~SinkKinds.Exposure;

    /// <summary>The sinks that a value of a type without text cannot harm.</summary>
    public static SinkKinds SafeFor(ITypeSymbol type) =>
        Flow.TypeFacts.WithoutNullable(type) is { } plain && (plain.TypeKind == TypeKind.Enum || plain.SpecialType is SpecialType.System_DateTime || (plain.SpecialType == SpecialType.None && plain.Name != "TimeSpan" && plain.Name != "BigInteger"))
            ? SafeForIdentities : SafeForNumbers;

    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal)
    {
        "Dictionary", "IDictionary", "IReadOnlyDictionary", "ConcurrentDictionary", "SortedDictionary", "SortedList", "Hashtable", "ImmutableDictionary",
        "IImmutableDictionary", "ImmutableSortedDictionary", "FrozenDictionary", "ReadOnlyDictionary", "HybridDictionary", "ListDictionary", "OrderedDictionary", "StringDictionary",
    };

    private static readonly HashSet<string> Sequences = new(StringComparer.Ordinal)
    {
        "List", "IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection", "Queue", "Stack", "HashSet", "SortedSet", "ISet", "IReadOnlySet", "LinkedList",
        "ConcurrentQueue", "ConcurrentStack", "ConcurrentBag", "BlockingCollection", "ImmutableList", "ImmutableArray", "ImmutableHashSet", "ImmutableQueue", "ImmutableStack",
        "Collection", "ObservableCollection", "ReadOnlyCollection", "ArrayList", "Span", "ReadOnlySpan", "Memory", "ReadOnlyMemory", "ArraySegment", "PriorityQueue",
        "Channel", "ChannelReader", "ChannelWriter", "IOrderedEnumerable", "IQueryable", "StringCollection", "IAsyncEnumerable", "FrozenSet", "ILookup", "Array",
    };

    private static readonly HashSet<string> TextFree = new(StringComparer.Ordinal)
    {
        "Guid", "DateTime", "DateTimeOffset", "TimeSpan", "DateOnly", "TimeOnly", "BigInteger", "Int128", "UInt128", "Half", "Version", "IPAddress", "Index", "Range", "CancellationToken",
    };

    /// <summary>What an object of a type is.</summary>
    public static ObjectKind ObjectKindOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol)
            return ObjectKind.Sequence;
        if (type.TypeKind == TypeKind.Delegate)
            return ObjectKind.Delegate;
        if (type is IErrorTypeSymbol || IsOfLibrary(type))
        {
            if (IsCollectionSpace(type) && Maps.Contains(type.Name))
                return ObjectKind.Map;
            if (IsCollectionSpace(type) && Sequences.Contains(type.Name))
                return ObjectKind.Sequence;
        }

        return ObjectKind.Instance;
    }

    /// <summary>Whether values of the type are objects that somebody may write into.</summary>
    public static bool HasIdentity(ITypeSymbol type) =>
        type.SpecialType is not (SpecialType.System_String or SpecialType.System_Object) && type is not (ITypeParameterSymbol or IDynamicTypeSymbol)
        && type.TypeKind is not (TypeKind.Delegate or TypeKind.Enum or TypeKind.Pointer or TypeKind.FunctionPointer)
        && !IsTask(type) && (type.IsReferenceType || (type.IsValueType && type.SpecialType == SpecialType.None && !TextFree.Contains(type.Name) && !Flow.TypeFacts.IsNullable(type)));

    /// <summary>Whether its values hold no text.</summary>
    public static bool IsTextFree(ITypeSymbol type) => Flow.TypeFacts.WithoutNullable(type) is { } plain
        && (plain.TypeKind == TypeKind.Enum
            || (plain.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Char)
            || plain.SpecialType == SpecialType.System_DateTime
            || (TextFree.Contains(plain.Name) && plain.ContainingNamespace?.Name is "System" or "Numerics" or "Net"));

    /// <summary>Whether values of the type are copied when they are assigned, field by field.</summary>
    public static bool IsCopied(ITypeSymbol? type) =>
        type is { IsValueType: true, SpecialType: SpecialType.None, TypeKind: TypeKind.Struct } && !Flow.TypeFacts.IsNullable(type);

    /// <summary>Whether it is a task: here a task is what it gives.</summary>
    public static bool IsTask(ITypeSymbol type) => type.Name is "Task" or "ValueTask" && type.ContainingNamespace?.Name == "Tasks";

    /// <summary>Whether no source of it is here.</summary>
    public static bool IsOfLibrary(ITypeSymbol type) => !type.Locations.Any(static l => l.IsInSource);

    private static bool IsCollectionSpace(ITypeSymbol type) => type is IErrorTypeSymbol
        || type.ContainingNamespace?.ToDisplayString() is { } space && (space.StartsWith("System.Collections", StringComparison.Ordinal) || space is "System" or "System.Linq" or "System.Threading.Channels");
}
