using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>What is known after an operation, and on each side of a condition.</summary>
internal sealed class FlowTransfer
{
    private readonly HashSet<object> _notFollowed;
    private readonly CaptureTargets _targets;

    private FlowTransfer(HashSet<object> notFollowed, CaptureTargets targets)
    {
        _notFollowed = notFollowed;
        _targets = targets;
    }

    /// <summary>Prepares for one graph: finds the variables that closures or references may write behind its back.</summary>
    public static FlowTransfer For(FlowGraph graph) => new(SharedVariables.Of(graph), CaptureTargets.Of(graph));

    /// <summary>Runs a whole statement, operands first, from left to right.</summary>
    /// <param name="root">The outermost operation.</param>
    /// <param name="state">What is known before it.</param>
    /// <param name="values">Receives the value of every operation in it.</param>
    /// <param name="thrown">What is known where it throws; null where it cannot.</param>
    /// <returns>What is known after it.</returns>
    /// <remarks>Iterative: a sum of ten thousand operands must not end the process.</remarks>
    public FlowState Run(IOperation root, FlowState state, Dictionary<IOperation, FlowValue> values, out FlowState? thrown)
    {
        thrown = null;
        var before = state;
        var work = new Stack<(IOperation Operation, bool OperandsRan)>([(root, false)]);
        while (work.Count > 0)
        {
            var (operation, operandsRan) = work.Pop();
            if (!operandsRan)
            {
                work.Push((operation, true));
                foreach (var child in operation.ChildOperations.Reverse())
                    work.Push((child, false));
                continue;
            }

            // The state before it counts too: a call may throw before it writes its out and ref arguments.
            if (Throwing.MayThrow(operation))
                thrown = (thrown?.Join(before) ?? before).Join(state);
            var value = FlowEvaluation.Evaluate(operation, operand => values[operand], state, IsFollowed);
            values[operation] = value;

            // Running again makes a new value: older holders of "the value of this operation" are not it.
            state = Apply(operation, values, state.Forget(operation));
        }

        return state;
    }

    /// <summary>What is known where the condition turned out so.</summary>
    /// <param name="condition">The condition, which has run.</param>
    /// <param name="outcome">How it turned out.</param>
    /// <param name="state">What is known after it.</param>
    /// <param name="values">The values of its operations.</param>
    public FlowState Assume(IOperation condition, bool outcome, FlowState state, Dictionary<IOperation, FlowValue> values)
    {
        for (; ; )
        {
            switch (condition)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                    (condition, outcome) = (not.Operand, !outcome);
                    continue;
                case IParenthesizedOperation inner:
                    condition = inner.Operand;
                    continue;
                case IIsNullOperation isNull:
                    return AssumeNull(isNull.Operand, outcome, state);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary:
                    return AssumeEqual(binary, outcome == (binary.OperatorKind == BinaryOperatorKind.Equals), state, values);
                case IIsPatternOperation pattern:
                    return AssumePattern(pattern, outcome, state);
                case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation
                    when condition.Type?.SpecialType == SpecialType.System_Boolean:
                    return Learn(condition, FlowValue.OfConstant(outcome), state);
                default:
                    return state;
            }
        }
    }

    private bool IsFollowed(object variable) => !_notFollowed.Contains(variable) && variable is not
        (ILocalSymbol { RefKind: not RefKind.None } or IParameterSymbol { RefKind: RefKind.Ref or RefKind.In or RefKind.RefReadOnlyParameter });

    private FlowState Apply(IOperation operation, Dictionary<IOperation, FlowValue> values, FlowState state) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: false } assignment => Assign(assignment.Target, values[assignment.Value], state),
        IFlowCaptureOperation capture => state.With(capture.Id, values[capture.Value]),
        ICompoundAssignmentOperation compound => Assign(compound.Target, values[compound], state),
        IIncrementOrDecrementOperation step => Assign(step.Target, FlowEvaluation.Stepped(step, values[step.Target]), state),
        IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction.Target, state),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => Assign(argument.Value, FlowEvaluation.Opaque(argument), state),
        IDynamicInvocationOperation { Arguments: var arguments } => Deconstruct(arguments, state),
        IDynamicObjectCreationOperation { Arguments: var arguments } => Deconstruct(arguments, state),
        IDeclarationPatternOperation { DeclaredSymbol: { } declared } pattern => state.With(declared, FlowValue.From(pattern, isNotNull: !pattern.MatchesNull)),
        IRecursivePatternOperation { DeclaredSymbol: { } declared } pattern => state.With(declared, FlowValue.From(pattern, isNotNull: true)),
        IListPatternOperation { DeclaredSymbol: { } declared } pattern => state.With(declared, FlowValue.From(pattern, isNotNull: true)),
        _ => state,
    };

    private FlowState Assign(IOperation target, FlowValue value, FlowState state)
    {
        var variables = _targets.Variables(target);
        foreach (var variable in variables.Where(IsFollowed))
            state = state.With(variable, variables.Length == 1 || state.Find(variable) is not { } before ? value : before.Join(value));
        return state;
    }

    // Every variable in it gets some value of its own.
    private FlowState Deconstruct(IOperation target, FlowState state)
    {
        foreach (var place in target.DescendantsAndSelf())
        {
            foreach (var variable in _targets.Variables(place).Where(IsFollowed))
                state = state.Forget(place).With(variable, FlowEvaluation.Opaque(place));
        }

        return state;
    }

    // The dynamic binder passes by reference what the call says with ref or out; which, is not asked.
    private FlowState Deconstruct(System.Collections.Immutable.ImmutableArray<IOperation> arguments, FlowState state) =>
        arguments.Where(static a => a is ILocalReferenceOperation or IParameterReferenceOperation).Aggregate(state, (s, a) => Deconstruct(a, s));

    private FlowState AssumeNull(IOperation operand, bool isNull, FlowState state) => Learn(operand, isNull ? FlowValue.Null : null, state);

    private FlowState AssumeEqual(IBinaryOperation binary, bool areEqual, FlowState state, Dictionary<IOperation, FlowValue> values)
    {
        if (!FlowEvaluation.IsBuiltIn(binary))
            return state;
        foreach (var (place, other) in new[] { (binary.LeftOperand, binary.RightOperand), (binary.RightOperand, binary.LeftOperand) })
        {
            // `x != (x = null)` compared what x was, not what it is now.
            var value = values[other];
            if (value.Kind != FlowValueKind.Constant || other.DescendantsAndSelf().Any(static o => o is IAssignmentOperation or IIncrementOrDecrementOperation))
                continue;
            if (areEqual)
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

    // No value: whatever it is, it is not null.
    private FlowState Learn(IOperation place, FlowValue? value, FlowState state)
    {
        while (place is IConversionOperation { OperatorMethod: null, Conversion: { IsIdentity: true } or { IsReference: true } } conversion)
        {
            // `(o as string) == null` says nothing of o.
            if (conversion.IsTryCast && value is { IsNull: true })
                return state;
            place = conversion.Operand;
        }

        // A local without a value belongs to the method around this closure: what holds here need not hold where ways meet.
        if (FlowState.KeyOf(place) is not { } key || !IsFollowed(key)
            || (state.Find(key) ?? (key is IParameterSymbol parameter ? FlowState.ParameterValue(parameter) : (FlowValue?)null)) is not { } before)
        {
            return state;
        }

        return state.With(key, value ?? before with { IsNotNull = true });
    }
}
