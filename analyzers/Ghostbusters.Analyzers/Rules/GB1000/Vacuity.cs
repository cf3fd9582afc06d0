using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>Proves that an assertion holds on every way to it.</summary>
internal sealed class Vacuity
{
    private readonly ValueAnalysis _values;
    private readonly Compilation _compilation;
    private readonly bool _isAboutEquality;

    /// <param name="values">What is known in the method.</param>
    /// <param name="compilation">The tests.</param>
    /// <param name="isAboutEquality">The method tests equality itself: then comparing a value with itself is the point.</param>
    public Vacuity(ValueAnalysis values, Compilation compilation, bool isAboutEquality)
    {
        _values = values;
        _compilation = compilation;
        _isAboutEquality = isAboutEquality;
    }

    /// <summary>Why the assertion cannot fail, as the rest of a sentence; null where it may.</summary>
    public string? ReasonOf(Assertion assertion) => assertion.Kind switch
    {
        AssertionKind.True => OfBool(assertion.Actual, true),
        AssertionKind.False => OfBool(assertion.Actual, false),
        AssertionKind.Null => _values.At(assertion.Actual).IsNull ? $"{Quote(assertion.Actual)} is always null here" : null,
        AssertionKind.NotNull => OfNotNull(assertion.Actual),
        AssertionKind.Equal => OfEqual(assertion.Actual, assertion.Other),
        AssertionKind.NotEqual => OfNotEqual(assertion.Actual, assertion.Other),
        AssertionKind.Same => assertion.Other is { } other && IsReference(other)
            && other is not IPropertyReferenceOperation // That a property gives the same object each time is a promise worth testing.
            && IsSameValue(assertion.Actual, other)
            ? $"{Quote(assertion.Actual)} is compared with itself" : null,
        AssertionKind.Greater => OfGreater(assertion.Actual, assertion.Other, -1),
        AssertionKind.GreaterOrEqual => OfGreater(assertion.Actual, assertion.Other, 0),
        AssertionKind.ExactType => OfExactType(assertion.Actual, assertion.Type),
        _ => null,
    };

    private string? OfBool(IOperation condition, bool wanted)
    {
        if (condition is ILiteralOperation)
            return condition.ConstantValue is { HasValue: true, Value: bool literal } && literal == wanted ? $"its condition is the literal {Quote(condition)}" : null;
        if (_values.At(condition).AsBool == wanted)
            return IsChoiceOfOperator(condition) ? null : $"{Quote(condition)} is always {(wanted ? "true" : "false")} here";
        var kind = wanted ? BinaryOperatorKind.Equals : BinaryOperatorKind.NotEquals;
        return condition is IBinaryOperation { OperatorMethod: null } binary && binary.OperatorKind == kind
            && !TypeFacts.IsFloating(binary.LeftOperand.Type) && IsSameValue(ImplicitConversion.Strip(binary.LeftOperand), ImplicitConversion.Strip(binary.RightOperand))
            ? $"{Quote(binary.LeftOperand)} is compared with itself" : null;
    }

    // `default(Money) == null`: with an operator of the type's own, which one the compiler takes is what is tested.
    private static bool IsChoiceOfOperator(IOperation condition)
    {
        if (condition is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison)
            return false;
        return new[] { comparison.LeftOperand, comparison.RightOperand }.Any(static o => ImplicitConversion.Strip(o) is IDefaultValueOperation { Type: { SpecialType: SpecialType.None } type } && HasOperator(type));
    }

    private static bool HasOperator(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (!type.GetMembers("op_Equality").IsEmpty)
                return true;
        }

        return false;
    }

    // `Assert.NotNull(typeof(Plugin));` before the rest of a method: it makes the runtime load the other assembly.
    private bool LoadsAssembly(IOperation value) =>
        value is ITypeOfOperation { TypeOperand: var type } && _values.Graph.Source.OriginalOperation.SemanticModel is { } model && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, model.Compilation.Assembly)
        && value.Syntax.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax block } statement && block.Statements.Last() != statement;

    private string? OfNotNull(IOperation value)
    {
        if (!_values.At(value).IsNotNull || LoadsAssembly(ImplicitConversion.Strip(value)))
            return null;
        if (TypeFacts.IsNeverNull(value.Type))
            return $"{Quote(value)} is of the value type '{value.Type!.ToMinimalDisplay()}' and never null";
        return _values.At(value).OriginOperation is IObjectCreationOperation or IArrayCreationOperation
            ? $"{Quote(value)} was just created with 'new', which never gives null" : $"{Quote(value)} is never null here";
    }

    private string? OfEqual(IOperation actual, IOperation? other)
    {
        if (other is null)
            return null;
        var (a, b) = (_values.At(actual), _values.At(other));
        if (a.Kind == FlowValueKind.Constant && b.Kind == FlowValueKind.Constant)
            return Equals(a.Constant, b.Constant) ? $"{Quote(actual)} and {Quote(other)} are the same constant" : null;
        return EqualToItself.IsTrusted(actual.Type, _isAboutEquality) && IsSameValue(actual, other) ? $"{Quote(actual)} is compared with itself" : null;
    }

    private string? OfNotEqual(IOperation actual, IOperation? other)
    {
        if (other is null)
            return null;
        var (a, b) = (_values.At(actual), _values.At(other));
        return a is { Kind: FlowValueKind.Constant, Constant: { } x } && b is { Kind: FlowValueKind.Constant, Constant: { } y } && x.GetType() == y.GetType() && !x.Equals(y)
            ? $"{Quote(actual)} and {Quote(other)} are two different constants" : null;
    }

    private string? OfGreater(IOperation actual, IOperation? bound, int greatest)
    {
        if (bound is null || !_values.At(actual).IsNotNegative)
            return null;
        return _values.At(bound) is { Constant: int or long } value && Convert.ToInt64(value.Constant, System.Globalization.CultureInfo.InvariantCulture) <= greatest
            ? $"{Quote(actual)} is never below zero" : null;
    }

    private string? OfExactType(IOperation actual, ITypeSymbol? type) =>
        type is not null && _values.At(actual).OriginOperation is IObjectCreationOperation { Type: { } created } && SymbolEqualityComparer.Default.Equals(created, type)
            ? $"{Quote(actual)} was just created as '{type.ToMinimalDisplay()}'" : null;

    private bool IsSameValue(IOperation a, IOperation b)
    {
        if (_values.At(a) is { Kind: FlowValueKind.Opaque } x && _values.At(b) is { Kind: FlowValueKind.Opaque } y && Equals(x.Origin, y.Origin))
        {
            // A copy of a struct can be changed by itself, member by member.
            return FlowState.KeyOf(a) is { } key && key.Equals(FlowState.KeyOf(b))
                || a is IInstanceReferenceOperation || IsReference(a) || a.Type?.SpecialType != SpecialType.None || a.Type.TypeKind == TypeKind.Enum;
        }

        return (a, b) switch
        {
            (IInstanceReferenceOperation, IInstanceReferenceOperation) => true,
            (IFieldReferenceOperation f, IFieldReferenceOperation g) => SymbolEqualityComparer.Default.Equals(f.Field, g.Field) && !f.Field.IsVolatile && IsSameInstance(f.Instance, g.Instance),
            (IPropertyReferenceOperation { Arguments.IsEmpty: true } p, IPropertyReferenceOperation q) =>
                SymbolEqualityComparer.Default.Equals(p.Property, q.Property) && SteadyProperties.IsSteady(p.Property, _compilation) && IsSameInstance(p.Instance, q.Instance),
            _ => false,
        };
    }

    private bool IsSameInstance(IOperation? a, IOperation? b) => a is null ? b is null : b is not null && IsSameValue(ImplicitConversion.Strip(a), ImplicitConversion.Strip(b));

    private static bool IsReference(IOperation operation) => operation.Type?.IsReferenceType == true;

    private static string Quote(IOperation operation)
    {
        var text = string.Join(" ", operation.Syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"'{(text.Length > 60 ? text.Substring(0, 57) + "..." : text)}'";
    }
}

/// <summary>Types as messages name them.</summary>
internal static class TypeNames
{
    public static string ToMinimalDisplay(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
