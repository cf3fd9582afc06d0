using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>What in a test's code may be the check of a promise. A mere hint is enough: then the test is believed.</summary>
internal static class PromiseHints
{
    private static readonly ImmutableArray<string> OfFailure =
        ["Throw", "Exception", "Error", "Fail", "Fault", "Rais", "Reject", "Success", "Succe", "StatusCode", "ExitCode", "Abort", "Crash", "Panic", "Valid", "Problem", "Stderr", "Logge"];

    private static readonly ImmutableArray<string> OfThrow = ["Throw", "Exception"];

    private static readonly ImmutableArray<string> OfNull = ["Null", "None", "HasValue", "Default", "Nothing", "Missing", "Undefined"];

    /// <summary>Whether the operation may check the promise, or prepare the check.</summary>
    public static bool Hints(IOperation operation, NamePromise promise) => promise switch
    {
        NamePromise.Throw => HintsAtThrow(operation),
        NamePromise.Null => HintsAtNull(operation),
        _ => false, // BlindAssertions says what is left.
    };

    private static bool HintsAtThrow(IOperation operation) =>
        operation is IThrowOperation or ITryOperation { Catches.IsEmpty: false }
        || TypesOf(operation).Any(IsException)
        || (NamesOf(operation).Any(static name => Has(name, OfFailure)) && !(operation.ConstantValue.HasValue && IsInput(operation)))
        // Of code that is data to the subject, "throws" may be what it says.
        || (operation.ConstantValue is { HasValue: true, Value: string text } && Has(text, IsInput(operation) ? OfThrow : OfFailure));

    private static bool HintsAtNull(IOperation operation) =>
        operation is IDefaultValueOperation
        || (operation.ConstantValue is { HasValue: true, Value: null } && !IsInput(operation))
        || NamesOf(operation).Any(static name => Has(name.Replace("NotNull", "").Replace("NotBeNull", ""), OfNull))
        || (operation.ConstantValue is { HasValue: true, Value: string text } && text.IndexOf("null", StringComparison.OrdinalIgnoreCase) >= 0);

    // `Find(null)`, `Parse(Header + "error")`: what is handed to the subject is no check. Set-ups (Returns) and assertions are told by their names.
    private static bool IsInput(IOperation constant)
    {
        var at = constant;
        while (at.Parent is IConversionOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation
            or IInterpolationOperation or IInterpolatedStringOperation or ITupleOperation or IArgumentOperation { Parameter.IsParams: true, Parent: not IInvocationOperation })
        {
            at = at.Parent;
        }

        if (at.Parent is IArgumentOperation { Parent: IObjectCreationOperation { Type: { } made } })
            return !IsException(made);
        return at.Parent is IArgumentOperation { Parent: IInvocationOperation call } argument
            && (argument.ArgumentKind == ArgumentKind.DefaultValue || !IsAssertionOrSetup(call.TargetMethod));
    }

    private static bool IsAssertionOrSetup(IMethodSymbol method) =>
        Testing.AssertionFailures.IsOfLibrary(method) || Testing.AsyncAssertions.IsOfLibrary(method)
        || (method.DeclaringSyntaxReferences.IsEmpty ? Testing.OracleNames.MayCheck(method) : Testing.OracleNames.ClaimsToCheck(method.Name))
        || method.Name.StartsWith("Return", StringComparison.Ordinal) || method.Name is "Is" or "Be" or "Equals" or "EqualTo" or "ReferenceEquals" or "Setup";

    private static IEnumerable<ITypeSymbol> TypesOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.TypeArguments,
        ITypeOfOperation type => [type.TypeOperand],
        IVariableDeclaratorOperation declarator => [declarator.Symbol.Type],
        IIsTypeOperation type => [type.TypeOperand],
        ITypePatternOperation pattern => [pattern.MatchedType],
        IDeclarationPatternOperation { MatchedType: { } matched } => [matched],
        IParameterReferenceOperation parameter => [parameter.Parameter.Type],
        { Type: { } type } => [type],
        _ => [],
    };

    private static bool IsException(ITypeSymbol type)
    {
        if (type is { Name: "Type", ContainingNamespace.Name: "System" } or { TypeKind: TypeKind.Dynamic or TypeKind.Error })
            return true;
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    private static IEnumerable<string> NamesOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod.Name, call.TargetMethod.ContainingType?.Name ?? ""],
        IMemberReferenceOperation member => [member.Member.Name, member.Member.ContainingType?.Name ?? ""],
        IObjectCreationOperation creation => [creation.Type?.Name ?? ""],
        ILocalReferenceOperation local => [local.Local.Name],
        IParameterReferenceOperation parameter => [parameter.Parameter.Name],
        _ => [],
    };

    private static bool Has(string name, ImmutableArray<string> words, StringComparison comparison = StringComparison.OrdinalIgnoreCase) =>
        words.Any(word => name.IndexOf(word, comparison) >= 0);
}
