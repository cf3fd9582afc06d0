using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>A row of test data in the source.</summary>
/// <param name="Key">See <see cref="RowKeys"/>; null where the row is not known.</param>
/// <param name="Place">Where it stands.</param>
internal readonly record struct TheoryRow(string? Key, SyntaxNode Place);

/// <summary>Reads the rows of a test and of the members that hand rows to tests.</summary>
internal static class TheoryRows
{
    private static readonly HashSet<string> RowAttributes = new(StringComparer.Ordinal) { "InlineDataAttribute", "TestCaseAttribute", "DataRowAttribute" };

    private static readonly HashSet<string> SourceAttributes = new(StringComparer.Ordinal)
    {
        "MemberDataAttribute", "ClassDataAttribute", "TestCaseSourceAttribute", "DynamicDataAttribute",
    };

    private static readonly HashSet<string> ColumnAttributes = new(StringComparer.Ordinal) { "ValuesAttribute", "ValueSourceAttribute", "RangeAttribute", "RandomAttribute" };

    /// <summary>Whether rows come from one of the framework's own attributes, and from nowhere else.</summary>
    public static bool AreOfFramework(IMethodSymbol test)
    {
        var own = test.GetAttributes().Where(static a => IsData(a.AttributeClass)).ToList();
        return own.TrueForAll(static a => a.AttributeClass is { } type && (RowAttributes.Contains(type.Name) || SourceAttributes.Contains(type.Name)))
            && (own.Count > 0 || test.Parameters.Any(static p => p.GetAttributes().Any(IsColumn)));
    }

    /// <summary>Whether the attribute of a parameter gives its values.</summary>
    public static bool IsColumn(AttributeData attribute) => attribute.AttributeClass is { } type && ColumnAttributes.Contains(type.Name);

    /// <summary>The rows in the attributes of a test.</summary>
    public static List<TheoryRow> InAttributes(IMethodSymbol test, CancellationToken cancellation) =>
    [
        .. test.GetAttributes().Where(static a => a.AttributeClass is { } type && RowAttributes.Contains(type.Name) && a.ApplicationSyntaxReference is not null)
            .Select(a => new TheoryRow(RowKeys.Of(a), a.ApplicationSyntaxReference!.GetSyntax(cancellation))),
    ];

    /// <summary>The lists of rows that the body of a member builds.</summary>
    public static IEnumerable<List<TheoryRow>> In(ISymbol member, ITypeSymbol? type, ImmutableArray<IOperation> blocks)
    {
        var isConstructor = member is IMethodSymbol { MethodKind: MethodKind.Constructor };
        if (!isConstructor && !HoldsRows(type))
            yield break;
        foreach (var block in blocks)
        {
            if (isConstructor || type?.Name == "TheoryData")
            {
                if (block is IBlockOperation body)
                    yield return [.. body.Operations.OfType<IExpressionStatementOperation>().Select(static s => s.Operation).OfType<IInvocationOperation>().Where(IsAdd).Select(RowOf)];
                if (isConstructor)
                    continue;
            }

            foreach (var operation in block.DescendantsAndSelf())
            {
                if (ListIn(operation) is { Count: > 1 } rows)
                    yield return rows;
            }

            if (block is IBlockOperation iterator)
                yield return [.. iterator.Operations.OfType<IReturnOperation>().Where(static r => r is { Kind: OperationKind.YieldReturn, ReturnedValue: not null }).Select(static r => new TheoryRow(RowKeys.Of(r.ReturnedValue), r.Syntax))];
        }
    }

    // IEnumerable<object[]>, object[][], List<TestCaseData>, TheoryData<int>.
    private static bool HoldsRows(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsRowType(array.ElementType),
        INamedTypeSymbol { Name: "TheoryData" } => true,
        INamedTypeSymbol { TypeArguments.Length: 1 } sequence => IsRowType(sequence.TypeArguments[0])
            && (sequence.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T || sequence.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable)),
        _ => false,
    };

    private static bool IsRowType(ITypeSymbol type) =>
        RowKeys.IsRow(type) || type.Name == "ITheoryDataRow" || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Object };

    private static List<TheoryRow>? ListIn(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Initializer: { } adds, Type: { } type } when HoldsRows(type) => [.. adds.Initializers.OfType<IInvocationOperation>().Where(IsAdd).Select(RowOf)],
        IArrayCreationOperation { Initializer: { } elements, Type: IArrayTypeSymbol type } when IsRowType(type.ElementType) => [.. elements.ElementValues.Select(static e => new TheoryRow(RowKeys.Of(e), e.Syntax))],
        ICollectionExpressionOperation collection when HoldsRows(collection.Type) => [.. collection.Elements.Select(static e => new TheoryRow(RowKeys.Of(e), e.Syntax))],
        _ => null,
    };

    private static bool IsAdd(IInvocationOperation call) => call.TargetMethod is { Name: "Add", ContainingType: { } type } && HoldsRows(type);

    private static TheoryRow RowOf(IInvocationOperation add) => new(RowKeys.Join(add.TargetMethod.ToDisplayString(), add.Arguments), add.Syntax);

    // What gives rows to a test: xunit's DataAttribute, NUnit's builders, MSTest's sources.
    private static bool IsData(INamedTypeSymbol? attribute)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (type.Name is "DataAttribute" or "CombiningStrategyAttribute")
                return true;
        }

        return attribute is not null && (attribute.TypeKind == TypeKind.Error
            || attribute.Name is "TestCaseAttribute" || attribute.AllInterfaces.Any(static i => i.Name is "ITestBuilder" or "ITestDataSource" or "IDataAttribute"));
    }
}
