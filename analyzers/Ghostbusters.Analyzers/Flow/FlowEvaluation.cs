using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>The value of an expression under what is known at its point.</summary>
internal static class FlowEvaluation
{
    /// <summary>Evaluates an expression.</summary>
    /// <param name="operation">An operation of the control flow graph.</param>
    /// <param name="state">What is known before it.</param>
    /// <param name="isFollowed">Whether a variable is followed: one that a closure or a reference may write is not.</param>
    public static FlowValue Evaluate(IOperation? operation, FlowState state, Func<object, bool> isFollowed)
    {
        if (operation is null)
            return FlowValue.Unknown;
        if (operation.ConstantValue is { HasValue: true } constant)
            return FlowValue.OfConstant(constant.Value);
        return operation switch
        {
            ILocalReferenceOperation or IFlowCaptureReferenceOperation or IParameterReferenceOperation => Read(operation, state, isFollowed),
            IParenthesizedOperation inner => Evaluate(inner.Operand, state, isFollowed),
            ISimpleAssignmentOperation assignment => Evaluate(assignment.Value, state, isFollowed),
            IConversionOperation conversion => Convert(conversion, Evaluate(conversion.Operand, state, isFollowed)),
            IBinaryOperation binary => Binary(binary, Evaluate(binary.LeftOperand, state, isFollowed), Evaluate(binary.RightOperand, state, isFollowed)),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not =>
                Evaluate(not.Operand, state, isFollowed).AsBool is { } value ? FlowValue.OfConstant(!value) : FlowValue.From(operation, isNotNull: true),
            IIsNullOperation isNull => IsNull(isNull, Evaluate(isNull.Operand, state, isFollowed)),
            IIsPatternOperation pattern => Pattern(pattern, Evaluate(pattern.Value, state, isFollowed)),
            IDefaultValueOperation { Type.IsReferenceType: true } => FlowValue.Null,
            IInstanceReferenceOperation { Type: { } type } => FlowValue.From(type, isNotNull: true),
            _ => Opaque(operation),
        };
    }

    /// <summary>The value that this operation gives each time that it runs.</summary>
    public static FlowValue Opaque(IOperation operation) => FlowValue.From(operation, IsNeverNull(operation), IsNeverNegative(operation));

    private static FlowValue Read(IOperation operation, FlowState state, Func<object, bool> isFollowed)
    {
        var key = FlowState.KeyOf(operation)!;
        if (!isFollowed(key))
            return FlowValue.Unknown with { IsNotNull = TypeFacts.IsNeverNull(operation.Type), IsNotNegative = TypeFacts.IsUnsigned(operation.Type) };
        if (state.Find(key) is { } value)
            return value;
        return key is IParameterSymbol parameter ? FlowState.ParameterValue(parameter)
            : FlowValue.Unknown with { IsNotNull = TypeFacts.IsNeverNull(operation.Type), IsNotNegative = TypeFacts.IsUnsigned(operation.Type) };
    }

    private static FlowValue Convert(IConversionOperation conversion, FlowValue operand)
    {
        if (conversion.OperatorMethod is not null)
            return Opaque(conversion);
        var kind = conversion.Conversion;
        if (kind.IsIdentity || conversion.Operand.Type is null)
            return operand;
        if (conversion.IsTryCast)
            return operand.IsNull ? operand : FlowValue.Unknown;

        // A reference stays the same object, a boxed or nullable value the same value.
        var isSame = kind is { IsReference: true, IsNumeric: false } || conversion.Operand.Type.IsReferenceType == (conversion.Type?.IsReferenceType ?? false)
            ? kind is { IsReference: true } or { IsNullable: true, IsNumeric: false }
            : conversion.Type?.IsReferenceType == true;
        if (isSame)
            return operand;
        if (kind.IsNumeric && operand.Kind == FlowValueKind.Constant && conversion.IsImplicit)
            return operand;
        return Opaque(conversion) with
        {
            IsNotNegative = TypeFacts.IsUnsigned(conversion.Type) || (kind.IsNumeric && conversion.IsImplicit && operand.IsNotNegative),
        };
    }

    private static FlowValue Binary(IBinaryOperation binary, FlowValue left, FlowValue right)
    {
        var isBuiltIn = binary.OperatorMethod is null || binary.OperatorMethod.ContainingType.SpecialType == SpecialType.System_String;
        if (!isBuiltIn)
            return FlowValue.From(binary);
        if (left.Kind == FlowValueKind.Constant && right.Kind == FlowValueKind.Constant
            && Constants.Fold(binary.OperatorKind, left.Constant, right.Constant) is { } folded)
        {
            return folded;
        }

        if (Equality(binary, left, right) is { } equal)
            return FlowValue.OfConstant(equal);
        if (Sign(binary.OperatorKind, left, right) is { } sign)
            return FlowValue.OfConstant(sign);
        return FlowValue.From(binary, TypeFacts.IsNeverNull(binary.Type) || binary.Type?.SpecialType == SpecialType.System_String);
    }

    private static bool? Equality(IBinaryOperation binary, FlowValue left, FlowValue right)
    {
        var sameIs = binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals => true,
            BinaryOperatorKind.NotEquals => false,
            _ => (bool?)null,
        };
        if (sameIs is null)
            return null;
        if ((left.IsNull && right.IsNotNull) || (left.IsNotNull && right.IsNull))
            return !sameIs;
        var isSame = left.Kind == FlowValueKind.Opaque && right.Kind == FlowValueKind.Opaque && Equals(left.Origin, right.Origin);
        return isSame && !TypeFacts.IsFloating(binary.LeftOperand.Type) ? sameIs : null;
    }

    // What a number that cannot be negative makes of a comparison with a constant.
    private static bool? Sign(BinaryOperatorKind kind, FlowValue left, FlowValue right)
    {
        if (left.IsNotNegative && right is { Kind: FlowValueKind.Constant, Constant: { } bound })
            return SignAgainst(kind, bound);
        if (right.IsNotNegative && left is { Kind: FlowValueKind.Constant, Constant: { } flipped })
            return SignAgainst(Flip(kind), flipped);
        return null;
    }

    private static bool? SignAgainst(BinaryOperatorKind kind, object bound)
    {
        if (bound is not int and not long and not uint)
            return null;
        var value = System.Convert.ToInt64(bound, System.Globalization.CultureInfo.InvariantCulture);
        return kind switch
        {
            BinaryOperatorKind.GreaterThanOrEqual when value <= 0 => true,
            BinaryOperatorKind.GreaterThan when value < 0 => true,
            BinaryOperatorKind.LessThan when value <= 0 => false,
            BinaryOperatorKind.LessThanOrEqual when value < 0 => false,
            BinaryOperatorKind.Equals when value < 0 => false,
            BinaryOperatorKind.NotEquals when value < 0 => true,
            _ => null,
        };
    }

    private static BinaryOperatorKind Flip(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        _ => kind,
    };

    private static FlowValue IsNull(IIsNullOperation operation, FlowValue operand) =>
        operand.IsNull ? FlowValue.OfConstant(true)
        : operand.IsNotNull ? FlowValue.OfConstant(false)
        : FlowValue.From(operation, isNotNull: true);

    private static FlowValue Pattern(IIsPatternOperation operation, FlowValue value) =>
        Matches(operation.Pattern, value) is { } matches ? FlowValue.OfConstant(matches) : FlowValue.From(operation, isNotNull: true);

    private static bool? Matches(IPatternOperation pattern, FlowValue value) => pattern switch
    {
        IDiscardPatternOperation => true,
        INegatedPatternOperation not => !Matches(not.Pattern, value),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } =>
            value.Kind == FlowValueKind.Constant ? Constants.AreEqual(value.Constant, constant)
            : constant is null && value.IsNotNull ? false : null,
        IDeclarationPatternOperation { MatchesNull: false } or IRecursivePatternOperation or ITypePatternOperation when value.IsNull => false,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or =>
            Matches(or.LeftPattern, value) is { } left && Matches(or.RightPattern, value) is { } right ? left || right : null,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and =>
            Matches(and.LeftPattern, value) is { } left && Matches(and.RightPattern, value) is { } right ? left && right : null,
        _ => null,
    };

    private static bool IsNeverNull(IOperation operation) => operation switch
    {
        IObjectCreationOperation or IArrayCreationOperation or IAnonymousObjectCreationOperation or ITypeParameterObjectCreationOperation
            or ICollectionExpressionOperation or ITypeOfOperation or INameOfOperation or IInterpolatedStringOperation
            or IFlowAnonymousFunctionOperation or IDelegateCreationOperation or ITupleOperation =>
            operation.Type?.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T,
        _ => TypeFacts.IsNeverNull(operation.Type),
    };

    private static bool IsNeverNegative(IOperation operation) => operation switch
    {
        _ when TypeFacts.IsUnsigned(operation.Type) => true,
        IPropertyReferenceOperation { Property: { Name: "Count" or "Length" or "LongLength", IsIndexer: false } property } => IsOfCollection(property.ContainingType),
        IInvocationOperation { TargetMethod: { Name: "Count" or "LongCount", ContainingType: { Name: "Enumerable" or "Queryable" } type } } => IsIn(type, "System", "Linq"),
        _ => false,
    };

    private static bool IsOfCollection(INamedTypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Array
        || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable)
        || type is { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsIn(INamedTypeSymbol type, string outer, string inner) =>
        type.ContainingNamespace is { } space && space.Name == inner && space.ContainingNamespace is { ContainingNamespace.IsGlobalNamespace: true } parent && parent.Name == outer;
}
