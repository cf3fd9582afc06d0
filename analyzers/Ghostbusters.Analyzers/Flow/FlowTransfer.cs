using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>What is known after an operation, and on each side of a condition.</summary>
internal sealed class FlowTransfer
{
    private readonly HashSet<object> _notFollowed;

    private FlowTransfer(HashSet<object> notFollowed) => _notFollowed = notFollowed;

    /// <summary>Prepares for one graph: finds the variables that closures or references may write behind its back.</summary>
    public static FlowTransfer For(FlowGraph graph)
    {
        var notFollowed = new HashSet<object>();
        foreach (var operation in graph.Source.OriginalOperation.DescendantsAndSelf())
        {
            if (AliasedBy(operation) is { } aliased && FlowState.KeyOf(aliased) is { } alias)
                notFollowed.Add(alias);
            if (Written(operation) is { } place && FlowState.KeyOf(place) is ISymbol variable && IsInClosureOf(operation, variable))
                notFollowed.Add(variable);
        }

        return new FlowTransfer(notFollowed);
    }

    /// <summary>Whether the variable is followed.</summary>
    public bool IsFollowed(object variable) => !_notFollowed.Contains(variable);

    /// <summary>The value of an expression.</summary>
    public FlowValue Evaluate(IOperation? operation, FlowState state) => FlowEvaluation.Evaluate(operation, state, IsFollowed);

    /// <summary>What is known after a whole statement ran.</summary>
    public FlowState After(IOperation root, FlowState state)
    {
        foreach (var child in root.ChildOperations)
            state = After(child, state);
        return Apply(root, state);
    }

    /// <summary>What is known where the condition turned out so.</summary>
    public FlowState Assume(IOperation condition, bool outcome, FlowState state)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Assume(not.Operand, !outcome, state);
            case IParenthesizedOperation inner:
                return Assume(inner.Operand, outcome, state);
            case IIsNullOperation isNull:
                return AssumeNull(isNull.Operand, outcome, state);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary:
                return AssumeEqual(binary, outcome == (binary.OperatorKind == BinaryOperatorKind.Equals), state);
            case IIsPatternOperation pattern:
                return AssumePattern(pattern, outcome, state);
            case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation
                when condition.Type?.SpecialType == SpecialType.System_Boolean:
                return Learn(condition, FlowValue.OfConstant(outcome), state);
            default:
                return state;
        }
    }

    private FlowState Apply(IOperation operation, FlowState state) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: false } assignment => Assign(assignment.Target, Evaluate(assignment.Value, state), state, assignment.Value),
        IFlowCaptureOperation capture => state.With(capture.Id, Evaluate(capture.Value, state)),
        ICompoundAssignmentOperation compound => Assign(compound.Target, Compound(compound, state), state, compound),
        IIncrementOrDecrementOperation step => Assign(step.Target, Step(step, state), state, step),
        IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction.Target, state),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => Assign(argument.Value, FlowEvaluation.Opaque(argument), state, argument),
        IDeclarationPatternOperation { DeclaredSymbol: { } declared } pattern => state.Forget(pattern).With(declared, FlowValue.From(pattern, isNotNull: !pattern.MatchesNull)),
        IRecursivePatternOperation { DeclaredSymbol: { } declared } pattern => state.Forget(pattern).With(declared, FlowValue.From(pattern, isNotNull: true)),
        IListPatternOperation { DeclaredSymbol: { } declared } pattern => state.Forget(pattern).With(declared, FlowValue.From(pattern, isNotNull: true)),
        _ => state,
    };

    private FlowState Assign(IOperation target, FlowValue value, FlowState state, IOperation source)
    {
        // Running again makes a new value: older holders of "the value of this operation" are not it.
        if (value.Origin is IOperation origin && source.DescendantsAndSelf().Contains(origin))
            state = state.Forget(origin);
        return FlowState.KeyOf(target) is { } key && IsFollowed(key) ? state.With(key, value) : state;
    }

    private FlowValue Compound(ICompoundAssignmentOperation compound, FlowState state)
    {
        var left = Evaluate(compound.Target, state);
        var right = Evaluate(compound.Value, state);
        return compound.OperatorMethod is null && left.Kind == FlowValueKind.Constant && right.Kind == FlowValueKind.Constant
            && Constants.Fold(compound.OperatorKind, left.Constant, right.Constant) is { } folded ? folded : FlowEvaluation.Opaque(compound);
    }

    private FlowValue Step(IIncrementOrDecrementOperation step, FlowState state)
    {
        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        return Evaluate(step.Target, state) is { Kind: FlowValueKind.Constant, Constant: int value }
            && Constants.Fold(kind, value, 1) is { } folded ? folded : FlowEvaluation.Opaque(step);
    }

    private FlowState Deconstruct(IOperation target, FlowState state)
    {
        foreach (var place in target.DescendantsAndSelf())
        {
            if (FlowState.KeyOf(place) is { } key && IsFollowed(key))
                state = state.Forget(place).With(key, FlowEvaluation.Opaque(place));
        }

        return state;
    }

    private FlowState AssumeNull(IOperation operand, bool isNull, FlowState state) =>
        Learn(operand, isNull ? FlowValue.Null : Evaluate(operand, state) with { IsNotNull = true }, state);

    private FlowState AssumeEqual(IBinaryOperation binary, bool areEqual, FlowState state)
    {
        if (binary.OperatorMethod is not null && binary.OperatorMethod.ContainingType.SpecialType != SpecialType.System_String)
            return state;
        foreach (var (place, other) in new[] { (binary.LeftOperand, binary.RightOperand), (binary.RightOperand, binary.LeftOperand) })
        {
            var value = Evaluate(other, state);
            if (value.Kind == FlowValueKind.Constant && areEqual)
                return Learn(place, value, state);
            if (value.IsNull)
                return AssumeNull(place, isNull: false, state);
        }

        return state;
    }

    private FlowState AssumePattern(IIsPatternOperation operation, bool outcome, FlowState state)
    {
        var pattern = operation.Pattern;
        if (pattern is INegatedPatternOperation negated)
        {
            pattern = negated.Pattern;
            outcome = !outcome;
        }

        return pattern switch
        {
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => AssumeNull(operation.Value, outcome, state),
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } when outcome =>
                Learn(operation.Value, FlowValue.OfConstant(constant), state),
            IDeclarationPatternOperation { MatchesNull: false } or IRecursivePatternOperation or ITypePatternOperation when outcome =>
                AssumeNull(operation.Value, isNull: false, state),
            _ => state,
        };
    }

    private FlowState Learn(IOperation place, FlowValue value, FlowState state)
    {
        while (place is IConversionOperation { OperatorMethod: null, Conversion: { IsIdentity: true } or { IsReference: true } } conversion)
            place = conversion.Operand;
        return FlowState.KeyOf(place) is { } key && IsFollowed(key) ? state.With(key, value) : state;
    }

    private static IOperation? Written(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => assignment.Target,
        IIncrementOrDecrementOperation step => step.Target,
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => argument.Value,
        _ => null,
    };

    // A reference to the variable that outlives the statement: ref locals, pointers, ref returns.
    private static IOperation? AliasedBy(IOperation operation) => operation switch
    {
        IAddressOfOperation address => address.Reference,
        ISimpleAssignmentOperation { IsRef: true } assignment => assignment.Value,
        IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None, Initializer.Value: { } value } => value,
        _ => null,
    };

    private static bool IsInClosureOf(IOperation operation, ISymbol variable)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            var closure = parent switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (closure is not null && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, closure))
                return true;
        }

        return false;
    }
}
