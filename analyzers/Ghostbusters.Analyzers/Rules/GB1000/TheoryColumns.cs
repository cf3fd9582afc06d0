using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>Finds the parameters of a data-driven test that nothing reads.</summary>
internal static class TheoryColumns
{
    // Columns that name a row, number it, or say themselves that they are not read.
    private static readonly Regex Label = new(
        "^(_.*|desc|.*description|(test|case|display|scenario|testCase)?(Name|Title|Label|Id|Index|Number)|.*(testName|caseName|displayName|scenario|comment|explanation|reason)|because|note|notes|why|hint|label|title|name"
        + "|case|caseNumber|testCase|id|index|iteration|iterations|run|round|attempt|repetition|repeat|.*(dummy|unused|ignored|ignore|placeholder|discard).*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, OwnPattern.Patience);

    /// <summary>The unread parameters, in their order.</summary>
    public static IEnumerable<IParameterSymbol> UnreadIn(IMethodSymbol test, ImmutableArray<IOperation> blocks, SyntaxNode declaration)
    {
        var candidates = test.Parameters.Where(p => IsColumn(p) && !IsInDisabledText(p.Name, declaration)).ToList();
        if (candidates.Count == 0 || SharesRows(test) || blocks.FirstOrDefault(static b => b is IBlockOperation) is not IBlockOperation body || IsUnwritten(body))
            return [];
        foreach (var operation in body.Descendants())
        {
            if (candidates.Count == 0 || operation is IInvalidOperation || ReadsAll(operation))
                return [];
            if (operation is IParameterReferenceOperation { Parameter: var read } && !IsOverwritten(operation))
                candidates.RemoveAll(p => SymbolEqualityComparer.Default.Equals(p, read));
        }

        return candidates;
    }

    // Rows that two tests are given have the columns of both.
    private static bool SharesRows(IMethodSymbol test) => SourcesOf(test).ToList() is { Count: > 0 } own
        && test.ContainingType.GetMembers().OfType<IMethodSymbol>().Any(other => !SymbolEqualityComparer.Default.Equals(other, test) && SourcesOf(other).Any(own.Contains));

    private static IEnumerable<string> SourcesOf(IMethodSymbol test) => test.GetAttributes()
        .Where(static a => a.AttributeClass?.Name is "TestCaseSourceAttribute" or "MemberDataAttribute" or "DynamicDataAttribute")
        .SelectMany(static a => a.ConstructorArguments).Where(static c => c.Kind == TypedConstantKind.Primitive).Select(static c => c.Value).OfType<string>();

    private static bool IsColumn(IParameterSymbol parameter) =>
        !Label.IsMatch(parameter.Name)
        && parameter.RefKind == RefKind.None
        && parameter.Type.Name != "CancellationToken"
        && !MentionsTypeParameter(parameter.Type)
        && parameter.GetAttributes().All(TheoryRows.IsColumn);

    // `Parses<T>(T sample)`: the value is there to say the type.
    private static bool MentionsTypeParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => MentionsTypeParameter(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(MentionsTypeParameter),
        _ => false,
    };

    private static bool IsOverwritten(IOperation reference) => reference.Parent is ISimpleAssignmentOperation assignment && ReferenceEquals(assignment.Target, reference);

    // Nothing is done yet: that is another rule's finding.
    private static bool IsUnwritten(IBlockOperation body) => !body.Operations.Any(static o => o is not IThrowOperation and not IReturnOperation { ReturnedValue: null or IThrowOperation or IConversionOperation { Operand: IThrowOperation } } and not IExpressionStatementOperation { Operation: IThrowOperation });

    // The framework hands the row over by another way too.
    private static bool ReadsAll(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Arguments" or "TestMethodArguments" or "TestName" or "DisplayName" or "TestDisplayName" } } => true,
        IInvocationOperation { TargetMethod: { Name: "GetCurrentMethod" } } => true,
        _ => false,
    };

    // Another platform's branch of the test reads it.
    private static bool IsInDisabledText(string name, SyntaxNode declaration) => declaration.ContainsDirectives
        && declaration.DescendantTrivia().Any(t => t.IsKind(SyntaxKind.DisabledTextTrivia) && t.ToString().Contains(name));

    /// <summary>The identifier of a parameter in a declaration.</summary>
    public static Location PlaceOf(IParameterSymbol parameter, CancellationToken cancellation) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is ParameterSyntax syntax ? syntax.Identifier.GetLocation() : parameter.Locations[0];
}
