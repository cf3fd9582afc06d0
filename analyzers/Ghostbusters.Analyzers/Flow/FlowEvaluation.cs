using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>The value of an expression under what is known at its point.</summary>
internal static class FlowEvaluation
{
    /// <summary>Evaluates an operation whose operands have run.</summary>
    /// <param name="operation">An operation of the control flow graph.</param>
    /// <param name="operand">The values of its operands, each as it was when the operand ran.</param>
    /// <param name="state">What is known after the operands.</param>
    /// <param name="isFollowed">Whether a variable is followed: one that a closure or a reference may write is not.</param>
    public static FlowValue Evaluate(IOperation operation, Func<IOperation, FlowValue> operand, FlowState state, Func<object, bool> isFollowed)
    {
        if (operation.ConstantValue is { HasValue: true } constant)
            return FlowValue.OfConstant(constant.Value);
        return operation switch
        {
            ILocalReferenceOperation or IFlowCaptureReferenceOperation or IParameterReferenceOperation => Read(operation, state, isFollowed),
            IParenthesizedOperation inner => operand(inner.Operand),
            ISimpleAssignmentOperation { IsRef: false } assignment => operand(assignment.Value),
            IIncrementOrDecrementOperation { IsPostfix: true } step => operand(step.Target),
            IIncrementOrDecrementOperation step => Stepped(step, operand(step.Target)),
            ICompoundAssignmentOperation compound => Compound(compound, operand(compound.Target), operand(compound.Value)),
            IConversionOperation conversion => Convert(conversion, operand(conversion.Operand)),
            IBinaryOperation binary => Binary(binary, operand(binary.LeftOperand), operand(binary.RightOperand)),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not =>
                operand(not.Operand).AsBool is { } value ? FlowValue.OfConstant(!value) : Opaque(operation),
            IIsNullOperation isNull => IsNull(isNull, operand(isNull.Operand)),
            IIsPatternOperation pattern => Pattern(pattern, operand(pattern.Value)),
            IDefaultValueOperation { Type: { } type } when type.IsReferenceType || TypeFacts.IsNullable(type) => FlowValue.Null,
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type } => FlowValue.From(type, isNotNull: true),
            _ => Opaque(operation),
        };
    }

    /// <summary>What a step makes of its target's value.</summary>
    public static FlowValue Stepped(IIncrementOrDecrementOperation step, FlowValue before)
    {
        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        return before is { Kind: FlowValueKind.Constant, Constant: int value } && Constants.Fold(kind, value, 1) is { } folded ? folded : Opaque(step);
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

    private static FlowValue Compound(ICompoundAssignmentOperation compound, FlowValue left, FlowValue right) =>
        compound.OperatorMethod is null && left.Kind == FlowValueKind.Constant && right.Kind == FlowValueKind.Constant
        && Constants.Fold(compound.OperatorKind, left.Constant, right.Constant) is { } folded ? folded : Opaque(compound);

    private static FlowValue Convert(IConversionOperation conversion, FlowValue operand)
    {
        if (conversion.OperatorMethod is not null)
            return Opaque(conversion);
        var kind = conversion.Conversion;
        if (conversion.Operand.Type is not { } from || conversion.Type is not { } to || (kind.IsIdentity && !conversion.IsTryCast))
            return operand;
        if (conversion.IsTryCast)
            return operand.IsNull ? operand : FlowValue.Unknown;
        if (kind.IsReference)
            return operand;

        // Boxing makes a new object each time, of the enum type where it is an enum: only a plain constant survives it.
        if (from.IsValueType && to.IsReferenceType)
        {
            return operand.Kind == FlowValueKind.Constant && from.TypeKind != TypeKind.Enum && !TypeFacts.IsNullable(from)
                ? operand
                : Opaque(conversion) with { IsNotNull = operand.IsNotNull };
        }

        if (SymbolEqualityComparer.Default.Equals(TypeFacts.WithoutNullable(from), TypeFacts.WithoutNullable(to)))
            return TypeFacts.IsNeverNull(to) ? (operand.IsNull ? Opaque(conversion) : operand with { IsNotNull = true }) : operand;
        if (!kind.IsNumeric || !conversion.IsImplicit)
            return Opaque(conversion);
        if (operand is { Kind: FlowValueKind.Constant, Constant: { } constant } && Constants.Widen(constant, to.SpecialType) is { } widened)
            return FlowValue.OfConstant(widened);
        return Opaque(conversion) with { IsNotNegative = operand.IsNotNegative || TypeFacts.IsUnsigned(to) };
    }

    private static FlowValue Binary(IBinaryOperation binary, FlowValue left, FlowValue right)
    {
        if (!IsBuiltIn(binary))
            return FlowValue.From(binary);
        if (left.Kind == FlowValueKind.Constant && right.Kind == FlowValueKind.Constant && !ComparesReferences(binary, left, right)
            && Constants.Fold(binary.OperatorKind, left.Constant, right.Constant) is { } folded)
        {
            return folded;
        }

        if (Equality(binary, left, right) is { } equal)
            return FlowValue.OfConstant(equal);
        if (Sign(binary.OperatorKind, left, right) is { } sign)
            return FlowValue.OfConstant(sign);
        return FlowValue.From(binary, TypeFacts.IsNeverNull(binary.Type) || binary.Type?.SpecialType == SpecialType.System_String, TypeFacts.IsUnsigned(binary.Type));
    }

    /// <summary>Whether the language itself, and not a user's operator or the dynamic binder, gives the result.</summary>
    public static bool IsBuiltIn(IBinaryOperation binary) =>
        (binary.OperatorMethod is null || binary.OperatorMethod.ContainingType.SpecialType == SpecialType.System_String)
        && binary.LeftOperand.Type?.TypeKind != TypeKind.Dynamic && binary.RightOperand.Type?.TypeKind != TypeKind.Dynamic;

    // Two boxes, or two strings seen as objects, may be equal and yet not the same.
    private static bool ComparesReferences(IBinaryOperation binary, FlowValue left, FlowValue right) =>
        !left.IsNull && !right.IsNull && binary.OperatorMethod is null
        && binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
        && (IsObject(binary.LeftOperand.Type) || IsObject(binary.RightOperand.Type));

    private static bool IsObject(ITypeSymbol? type) => type is { IsReferenceType: true } && type.SpecialType != SpecialType.System_String;

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

    private static bool? Matches(IPatternOperation pattern, FlowValue value, int depth = 0) => pattern switch
    {
        _ when depth > DeepestPattern => null,
        IDiscardPatternOperation => true,
        INegatedPatternOperation not => !Matches(not.Pattern, value, depth + 1),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } => IsConstant(value, constant),
        IDeclarationPatternOperation { MatchesNull: false } or IRecursivePatternOperation or ITypePatternOperation or IListPatternOperation
            when value.IsNull => false,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or =>
            Matches(or.LeftPattern, value, depth + 1) is { } left && Matches(or.RightPattern, value, depth + 1) is { } right ? left || right : null,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and =>
            Matches(and.LeftPattern, value, depth + 1) is { } left && Matches(and.RightPattern, value, depth + 1) is { } right ? left && right : null,
        _ => null,
    };

    // `1 or 2 or ...` can be thousands long; nobody relies on what is known of such a pattern.
    private const int DeepestPattern = 64;

    // Unlike `==`: a pattern asks for the type too, and NaN matches NaN.
    private static bool? IsConstant(FlowValue value, object? constant)
    {
        if (value.Kind != FlowValueKind.Constant)
            return constant is null && value.IsNotNull ? false : null;
        if (value.Constant is null || constant is null)
            return value.Constant is null && constant is null;
        return value.Constant.GetType() == constant.GetType() ? value.Constant.Equals(constant) : null;
    }

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
