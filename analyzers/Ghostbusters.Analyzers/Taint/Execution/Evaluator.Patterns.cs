using Ghostbusters.Analyzers.Taint.Library;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <content>Patterns, and what a condition says of the variables in it.</content>
internal sealed partial class Evaluator
{
    private Value IsPattern(IIsPatternOperation operation)
    {
        var value = Evaluate(operation.Value);
        if (IsDead)
            return Value.Nothing;
        var (matched, rest) = Match(operation.Pattern, value, operation);
        var answer = Booleans(!matched.IsNothing, !rest.IsNothing);
        // `context is null`, `store is { } found`: what was found only where a text is known says that it is.
        if (!value.Guards.IsEmpty && IsAboutNull(operation.Pattern) is { } isNotNull)
            answer = answer.With(guards: Guard.OfNullCheck(value.Guards, whenNull: !isNotNull));
        if (value.Labels.IsEmpty)
            return answer;
        var isAsked = IsConstants(matched) ? true : IsConstants(rest) ? (bool?)false : null;
        var safe = isAsked is null ? SinkKinds.Resource : AllowLists.SafeAs((isAsked == true ? matched : rest).Constants);
        return isAsked is null && !HasUpperBound(operation.Pattern) ? answer
            : answer.With(guards: [.. answer.Guards, .. value.Labels.All.Select(l => new Guard(l.Key, isAsked ?? true, safe))]);
    }

    // True where it matches everything but null, false where it matches null; what else it may ask is no matter of null.
    private static bool? IsAboutNull(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => false,
        INegatedPatternOperation negated => !IsAboutNull(negated.Pattern),
        IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } => true,
        _ => null,
    };

    private static bool HasUpperBound(IPatternOperation pattern) => pattern switch
    {
        IRelationalPatternOperation relational => relational.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => HasUpperBound(both.LeftPattern) || HasUpperBound(both.RightPattern),
        _ => false,
    };

    private static bool IsConstants(Value value)
    {
        return !value.IsNothing && value.Open == Openness.Closed && value.Objects.IsEmpty && value.Constants.Any(static c => c is not null) && !value.Constants.Any(static c => c is bool);
    }

    /// <summary>The part of a value that a pattern takes, and the part that it does not; variables in it are bound.</summary>
    private (Value Matched, Value Other) Match(IPatternOperation pattern, Value value, IOperation site)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return (value, Value.Nothing);
            case IConstantPatternOperation constant:
                return MatchConstant(Evaluate(constant.Value), value);
            case IDeclarationPatternOperation declaration:
                var type = declaration.MatchesNull ? null : Bound(declaration.MatchedType);
                var part = type is null ? value : Fitting(value, type, fits: true).WhereNull(false);
                Bind(declaration.DeclaredSymbol, part);
                return (part, type is null ? Value.Nothing : Fitting(value, type, fits: false));
            case ITypePatternOperation typed when Bound(typed.MatchedType) is { } matchedType:
                return (Fitting(value, matchedType, fits: true).WhereNull(false), Fitting(value, matchedType, fits: false));
            case INegatedPatternOperation negated:
                var (inner, outer) = Match(negated.Pattern, value, site);
                return (outer, inner);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                var (left, leftRest) = Match(both.LeftPattern, value, site);
                var (right, rightRest) = left.IsNothing ? (Value.Nothing, Value.Nothing) : Match(both.RightPattern, left, site);
                return (right, leftRest.Join(rightRest));
            case IBinaryPatternOperation either:
                var (first, firstRest) = Match(either.LeftPattern, value, site);
                var (second, secondRest) = firstRest.IsNothing ? (Value.Nothing, Value.Nothing) : Match(either.RightPattern, firstRest, site);
                return (first.Join(second), secondRest);
            case IRelationalPatternOperation relational:
                return MatchRelation(relational, value);
            case IRecursivePatternOperation recursive:
                return MatchParts(recursive, value, site);
            case IListPatternOperation list:
                return MatchList(list, value, site);
            default:
                return (value, value);
        }
    }

    private static (Value, Value) MatchConstant(Value constant, Value value)
    {
        if (!constant.IsConstant(out var wanted))
            return (value, value);
        if (wanted is null)
            return (value.MayBeNull ? Value.Null : Value.Nothing, value.WhereNull(false));
        var matched = value.Constants.Where(c => Flow.Constants.AreEqual(c, wanted)).ToList();
        var others = value.With(constants: value.Constants.RemoveAll(c => Flow.Constants.AreEqual(c, wanted)));
        return (value.Open != Openness.Closed || matched.Count > 0 ? Value.Of(wanted) : Value.Nothing, others);
    }

    private (Value, Value) MatchRelation(IRelationalPatternOperation relational, Value value)
    {
        if (!Evaluate(relational.Value).IsConstant(out var bound))
            return (value, value);
        bool? Holds(object? c) => Flow.Constants.Fold(relational.OperatorKind, c, bound)?.AsBool;
        return (value.With(constants: [.. value.Constants.Where(c => Holds(c) != false)]), value.With(constants: [.. value.Constants.Where(c => Holds(c) != true)]));
    }

    private (Value, Value) MatchParts(IRecursivePatternOperation recursive, Value value, IOperation site)
    {
        var type = Bound(recursive.MatchedType);
        var part = (type is null ? value : Fitting(value, type, fits: true)).WhereNull(false);
        var rest = type is null ? value : Fitting(value, type, fits: false);
        var isSure = true;
        if (recursive.DeconstructionSubpatterns.Length > 0 && !part.IsNothing)
        {
            var parts = PartsOf(part, recursive.DeconstructionSubpatterns.Length, site);
            for (var i = 0; i < parts.Length && !part.IsNothing; i++)
                part = After(Match(recursive.DeconstructionSubpatterns[i], parts[i], site), part, ref isSure);
        }

        foreach (var property in recursive.PropertySubpatterns)
        {
            if (part.IsNothing || IsDead)
                break;
            part = After(Match(property.Pattern, ReadMember(property.Member, part, site), site), part, ref isSure);
        }

        Bind(recursive.DeclaredSymbol, part);
        return (part, isSure ? rest.IsNothing || !value.MayBeNull ? rest.Constants.IsEmpty && type is null ? Value.Nothing : rest : Value.Null : value);
    }

    private static Value After((Value Matched, Value Other) inner, Value part, ref bool isSure)
    {
        isSure &= inner.Other.IsNothing;
        return inner.Matched.IsNothing ? Value.Nothing : part;
    }

    private Value ReadMember(IOperation member, Value receiver, IOperation site) => member switch
    {
        IPropertyReferenceOperation property => ReadProperty(property.Property, receiver, [], site),
        IFieldReferenceOperation field => ReadSlot(receiver, field.Field.CorrespondingTupleField ?? field.Field.OriginalDefinition, field.Type, site),
        _ => Value.Tainted(receiver.Labels),
    };

    private (Value, Value) MatchList(IListPatternOperation list, Value value, IOperation site)
    {
        var part = value.WhereNull(false);
        var isExact = !list.Patterns.Any(static p => p is ISlicePatternOperation);
        if (part.Objects.Length == 1 && part.Open == Openness.Closed && _state[part.Objects[0]] is { IsCounted: true } sequence)
        {
            var wanted = list.Patterns.Length - (isExact ? 0 : 1);
            if (isExact ? sequence.Count != wanted : sequence.Count < wanted)
                return (Value.Nothing, value);
            var isSure = true;
            for (var i = 0; i < list.Patterns.Length && !part.IsNothing; i++)
            {
                if (list.Patterns[i] is ISlicePatternOperation slice)
                {
                    if (slice.Pattern is { } whole)
                        Match(whole, Sequences.Slice(this, part, i, sequence.Count - (wanted - i), site), site);
                    continue;
                }

                var index = i < list.Patterns.TakeWhile(static p => p is not ISlicePatternOperation).Count() ? i : sequence.Count - (list.Patterns.Length - i);
                part = After(Match(list.Patterns[i], _state.Read(new Place(part.Objects[0], index)), site), part, ref isSure);
            }

            return (part, isSure ? Value.Nothing : value);
        }

        var element = Sequences.ElementsOf(this, part);
        foreach (var pattern in list.Patterns)
            Match(pattern is ISlicePatternOperation { Pattern: { } inner } ? inner : pattern, pattern is ISlicePatternOperation ? part : element, site);
        return (part, value);
    }

    private void Bind(ISymbol? variable, Value value)
    {
        if (variable is not null && !value.IsNothing)
            _state = _state.Write(new Place(FrameOf(variable), variable), value, isSure: true);
    }

    /// <summary>What is known where a condition gave this answer; null where it cannot.</summary>
    public State? Refine(IOperation condition, Value value, bool answer, State state)
    {
        _state = state;
        foreach (var guard in value.Guards)
        {
            if (guard.When == answer)
                Allow(guard);
        }

        return Narrow(condition, answer) ? _state : null;
    }

    /// <summary>A check on the way here said that a text is safe.</summary>
    public void Allow(Guard guard)
    {
        var safe = AllowLists.Together(_state.Checked.TryGetValue(guard.Key, out var before) ? before | guard.Safe : guard.Safe);
        _state = _state with { Checked = _state.Checked.SetItem(guard.Key, safe) };
    }

    private bool Narrow(IOperation condition, bool answer)
    {
        switch (condition)
        {
            case IParenthesizedOperation inner:
                return Narrow(inner.Operand, answer);
            case IConversionOperation { Operand: var operand, OperatorMethod: null }:
                return Narrow(operand, answer);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Narrow(not.Operand, !answer);
            case IIsNullOperation isNull:
                return NarrowTo(isNull.Operand, v => v.WhereNull(answer));
            case IIsTypeOperation isType when Bound(isType.TypeOperand) is { } type:
                return NarrowTo(isType.ValueOperand, v => Fitting(v, type, fits: answer != isType.IsNegated));
            case IIsPatternOperation pattern:
                return NarrowTo(pattern.Value, v => Match(pattern.Pattern, v, pattern) is var (matched, rest) && answer ? matched : rest);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_String } } equality:
                return NarrowEquality(equality, answer == (equality.OperatorKind == BinaryOperatorKind.Equals));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } relation:
                return NarrowRelation(relation, answer);
            case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation when condition.Type?.SpecialType == SpecialType.System_Boolean:
                return NarrowTo(condition, v => v.MayBe(answer) ? Value.Of(answer) : Value.Nothing);
            default:
                return true;
        }
    }

    private bool NarrowEquality(IBinaryOperation equality, bool isEqual)
    {
        var left = Evaluate(equality.LeftOperand);
        var right = Evaluate(equality.RightOperand);
        if (right.IsConstant(out var constant))
            return NarrowTo(equality.LeftOperand, v => MatchConstant(right, v) is var (matched, rest) && isEqual ? matched : rest) && AllowEqual(equality.LeftOperand, left, constant, isEqual);
        if (left.IsConstant(out constant))
            return NarrowTo(equality.RightOperand, v => MatchConstant(left, v) is var (matched, rest) && isEqual ? matched : rest) && AllowEqual(equality.RightOperand, right, constant, isEqual);

        // A text that equals its own cleaned form is as clean.
        if (isEqual)
        {
            foreach (var (checkedSide, cleanSide) in new[] { (left, right), (right, left) })
            {
                foreach (var label in checkedSide.Labels.All)
                {
                    foreach (var clean in cleanSide.Labels.All.Where(c => c.Source.Id == label.Source.Id && c.Safe != SinkKinds.None && c.Number != label.Number))
                        Allow(new Guard(label.Key, true, clean.Safe));
                }

                // Equal to what holds nothing from outside: then it is that.
                if (cleanSide.Labels.IsEmpty && !checkedSide.Labels.IsEmpty && _state.LabelsWithin(cleanSide).IsEmpty && cleanSide.Open != Openness.Closed)
                {
                    foreach (var label in checkedSide.Labels.All)
                        Allow(new Guard(label.Key, true, SinkKinds.All));
                }
            }
        }

        return true;
    }

    // The tainted text is this constant now, also where it is known under another name.
    private bool AllowEqual(IOperation operand, Value value, object? constant, bool isEqual)
    {
        if (isEqual && constant is not null)
        {
            foreach (var label in value.Labels.All)
                Allow(new Guard(label.Key, true, AllowLists.SafeAs([constant])));
        }

        return true;
    }

    private bool NarrowRelation(IBinaryOperation relation, bool answer)
    {
        var left = Evaluate(relation.LeftOperand);
        var right = Evaluate(relation.RightOperand);
        AllowBounded(relation, left, right, answer);
        if (right.IsConstant(out var bound))
            return NarrowTo(relation.LeftOperand, v => v.With(constants: [.. v.Constants.Where(c => Flow.Constants.Fold(relation.OperatorKind, c, bound)?.AsBool != !answer)]));
        if (left.IsConstant(out bound))
            return NarrowTo(relation.RightOperand, v => v.With(constants: [.. v.Constants.Where(c => Flow.Constants.Fold(relation.OperatorKind, bound, c)?.AsBool != !answer)]));
        return true;
    }

    // Below something that nobody outside chooses: then it takes no more than that.
    private void AllowBounded(IBinaryOperation relation, Value left, Value right, bool answer)
    {
        var isLeftBelow = relation.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual == answer;
        var (small, large) = isLeftBelow ? (left, right) : (right, left);
        var limit = isLeftBelow ? relation.RightOperand : relation.LeftOperand;
        if (!large.Labels.IsEmpty || !(limit.ConstantValue.HasValue || limit is IFieldReferenceOperation or IPropertyReferenceOperation))
            return;
        foreach (var label in small.Labels.All)
            Allow(new Guard(label.Key, true, SinkKinds.Resource));
    }

    // Changes what the variables behind an expression hold; false where nothing is left, so that the path ends.
    private bool NarrowTo(IOperation operand, Func<Value, Value> narrow)
    {
        while (operand is IConversionOperation { OperatorMethod: null } conversion)
            operand = conversion.Operand;
        if (operand.ConstantValue.HasValue)
            return true;
        if (operand is ISimpleAssignmentOperation assignment)
            operand = assignment.Target;
        if (operand is IFlowCaptureReferenceOperation capture && _state[_frame].Slots.TryGetValue(capture.Id, out var captured))
        {
            var left = narrow(captured);
            if (left.IsNothing && !captured.IsNothing)
                return false;
            _state = _state.Write(new Place(_frame, capture.Id), left, isSure: true);
            var behind = _info.Captures.Places(capture).Where(static p => p is ILocalReferenceOperation or IParameterReferenceOperation).ToList();
            return behind.Count != 1 || NarrowTo(behind[0], narrow);
        }

        var places = PlacesOf(operand);
        if (places.Length != 1)
            return true;
        var before = _state.Read(places[0]);
        var after = narrow(before);
        if (after.IsNothing && !before.IsNothing)
            return false;
        _state = _state.Write(places[0], after, isSure: true);
        return true;
    }
}
