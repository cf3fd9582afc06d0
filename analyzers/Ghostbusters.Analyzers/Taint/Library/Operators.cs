using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>The language's operators on sets of values.</summary>
internal static class Operators
{
    /// <summary>A binary operator.</summary>
    public static Value Binary(Evaluator evaluator, IOperation site, BinaryOperatorKind kind, Value left, Value right, ITypeSymbol? type)
    {
        if (left.IsNothing || right.IsNothing)
            return Value.Nothing;
        if (kind == BinaryOperatorKind.Add && type?.SpecialType == SpecialType.System_String)
            return Text.Concat(evaluator, [left, right], site);
        if (type?.SpecialType == SpecialType.System_Boolean)
            return Answer(evaluator, kind, left, right);
        return Folded(kind, left, right) ?? evaluator.Combine(site, [left, right], type);
    }

    private static Value? Folded(BinaryOperatorKind kind, Value left, Value right)
    {
        if (left.Open != Openness.Closed || right.Open != Openness.Closed || left.Constants.IsEmpty || right.Constants.IsEmpty || left.Constants.Length * right.Constants.Length > 16)
            return null;
        var results = new List<object?>();
        foreach (var a in left.Constants)
        {
            foreach (var b in right.Constants)
            {
                if (Fold(kind, a, b) is not { } folded)
                    return null;
                results.Add(folded);
            }
        }

        return Value.OfConstants(results);
    }

    private static object? Fold(BinaryOperatorKind kind, object? left, object? right)
    {
        if (Constants.Fold(kind, left, right) is { Kind: FlowValueKind.Constant, Constant: { } folded })
            return folded;
        return left is int a && right is int b ? kind switch
        {
            BinaryOperatorKind.And => a & b,
            BinaryOperatorKind.Or => a | b,
            BinaryOperatorKind.ExclusiveOr => a ^ b,
            BinaryOperatorKind.LeftShift => a << b,
            BinaryOperatorKind.RightShift => a >> b,
            _ => null,
        } : left is double x && right is double y ? kind switch
        {
            BinaryOperatorKind.Add => x + y,
            BinaryOperatorKind.Subtract => x - y,
            BinaryOperatorKind.Multiply => x * y,
            BinaryOperatorKind.Divide => x / y,
            _ => null,
        } : null;
    }

    // What two values may answer: by their constants, by null, by which objects they are.
    private static Value Answer(Evaluator evaluator, BinaryOperatorKind kind, Value left, Value right)
    {
        if (Folded(kind, left, right) is { } folded && left.Objects.IsEmpty && right.Objects.IsEmpty)
            return folded;
        // Nothing is less or greater than null.
        if (kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual)
            return IsOnlyNull(left) || IsOnlyNull(right) ? Value.Of(false) : Value.Something.With(guards: PositionGuards(kind, left, right));
        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            if (PositionGuards(kind, left, right) is { IsEmpty: false } found)
                return Value.Something.With(guards: found);
            if (Answered(kind, left, right) is { } answered)
                return answered;
            var guards = EqualityGuards(evaluator, left, right, kind == BinaryOperatorKind.Equals);
            var (mayBeEqual, mayDiffer) = Equality(evaluator, left, right);
            var answer = kind == BinaryOperatorKind.Equals ? Evaluator.Booleans(mayBeEqual, mayDiffer) : Evaluator.Booleans(mayDiffer, mayBeEqual);
            return guards.Length == 0 ? answer : answer.With(guards: [.. guards]);
        }

        // `ok & valid`: true says that both are.
        if (kind is BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd)
            return Conjunction(left, right, result: false);
        if (kind is BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr)
            return Conjunction(left, right, result: true);
        return Value.Something;
    }

    // `valid == false`: what the answer says is said the other way round.
    private static Value? Answered(BinaryOperatorKind kind, Value left, Value right)
    {
        var (answer, other) = right.IsConstant(out var r) && r is bool ? (left, (bool)r!) : left.IsConstant(out var l) && l is bool ? (right, (bool)l!) : (null, false);
        if (answer is null || answer.Guards.IsEmpty)
            return null;
        return other == (kind == BinaryOperatorKind.Equals) ? answer : Evaluator.Booleans(answer.MayBe(false), answer.MayBe(true)).With(guards: Flipped(answer));
    }

    // `list.IndexOf(text) < 0`: a position says that the text was found, or that a character was not.
    private static System.Collections.Immutable.ImmutableArray<Guard> PositionGuards(BinaryOperatorKind kind, Value left, Value right)
    {
        var (position, isLeft) = left.Guards.IsEmpty ? (right, false) : (left, true);
        if (position.Guards.IsEmpty || !(isLeft ? right : left).IsConstant(out var bound) || bound is not int)
            return [];
        bool? Holds(int at) => Fold(kind, isLeft ? at : bound, isLeft ? bound : at) as bool?;
        if (Holds(-1) is not { } none)
            return [];
        return [.. position.Guards.Where(g => g.When || (Holds(0) == Holds(1) && Holds(0) == Holds(1000) && Holds(0) != none)).Select(g => g with { When = g.When ? !none : none })];
    }

    private static Value Conjunction(Value left, Value right, bool result)
    {
        var decided = (left.IsConstant(out var a) && a is bool x && x == result) || (right.IsConstant(out var b) && b is bool y && y == result);
        return decided ? Value.Of(result) : Value.Something.With(guards: [.. left.Guards.Concat(right.Guards).Where(g => g.When != result)]);
    }

    private static (bool MayBeEqual, bool MayDiffer) Equality(Evaluator evaluator, Value left, Value right)
    {
        if (left.Open != Openness.Closed || right.Open != Openness.Closed)
        {
            // Something that is not null against nothing but null.
            if ((IsOnlyNull(left) && !right.MayBeNull) || (IsOnlyNull(right) && !left.MayBeNull))
                return (false, true);
            return (true, true);
        }

        var mayBeEqual = left.Constants.Any(a => right.Constants.Any(b => Constants.AreEqual(a, b))) || left.Objects.Intersect(right.Objects).Any();
        var isOneObject = left.Objects.Length == 1 && right.Objects.Length == 1 && left.Constants.IsEmpty && right.Constants.IsEmpty && left.Objects[0] == right.Objects[0]
            && evaluator.State[left.Objects[0]].IsUnique;
        var isOneConstant = left.IsConstant(out var x) && right.IsConstant(out var y) && Constants.AreEqual(x, y);
        return (mayBeEqual, !isOneObject && !isOneConstant);
    }

    private static bool IsOnlyNull(Value value) => value.IsConstant(out var constant) && constant is null;

    // A text that equals a constant is that constant.
    private static Guard[] EqualityGuards(Evaluator evaluator, Value left, Value right, bool whenEqual)
    {
        // `context == null`: what was found only where a text is known says that it is.
        if (IsOnlyNull(left) || IsOnlyNull(right))
            return [.. Guard.OfNullCheck((IsOnlyNull(left) ? right : left).Guards, whenNull: whenEqual)];
        if (!left.Labels.IsEmpty && Text.IsOfProgram(evaluator, right))
            return [.. left.Labels.All.Select(l => new Guard(l.Key, whenEqual, Models.SinkKinds.All))];
        if (!right.Labels.IsEmpty && Text.IsOfProgram(evaluator, left))
            return [.. right.Labels.All.Select(l => new Guard(l.Key, whenEqual, Models.SinkKinds.All))];
        var tainted = right.Open == Openness.Closed && right.Objects.IsEmpty && right.Constants.All(static c => c is not null) ? left : left.Open == Openness.Closed && left.Objects.IsEmpty && left.Constants.All(static c => c is not null) ? right : null;
        var safe = tainted is null ? Models.SinkKinds.None : AllowLists.SafeAs((ReferenceEquals(tainted, left) ? right : left).Constants);
        return tainted is null ? [] : [.. tainted.Labels.All.Select(l => new Guard(l.Key, whenEqual, safe))];
    }

    /// <summary>A unary operator.</summary>
    public static Value Unary(Evaluator evaluator, IUnaryOperation site, Value operand)
    {
        switch (site.OperatorKind)
        {
            case UnaryOperatorKind.Not:
                return operand.Open == Openness.Closed
                    ? Value.OfConstants(operand.Constants.Select(static c => c is bool b ? (object?)!b : null)).With(guards: Flipped(operand))
                    : Evaluator.Booleans(operand.MayBe(false), operand.MayBe(true)).With(guards: Flipped(operand));
            case UnaryOperatorKind.Minus when operand.IsConstant(out var constant) && constant is int i:
                return Value.Of(-i);
            case UnaryOperatorKind.Plus:
                return operand;
            case UnaryOperatorKind.Hat when operand.IsConstant(out var index) && index is int fromEnd:
                return Value.Of(Sequences.FromEnd(fromEnd));
            case UnaryOperatorKind.True or UnaryOperatorKind.False:
                return operand;
            default:
                return evaluator.Combine(site, [operand], site.Type);
        }
    }

    private static System.Collections.Immutable.ImmutableArray<Guard> Flipped(Value operand) => [.. operand.Guards.Select(static g => g with { When = !g.When })];

    /// <summary>`++` and `--`.</summary>
    public static Value Step(Value before, int by) => before.Open == Openness.Closed && before.Constants.All(static c => c is int)
        ? Value.OfConstants(before.Constants.Select(c => (object?)((int)c! + by))).With(labels: before.Labels)
        : Value.Something.With(labels: before.Labels);

    /// <summary>A conversion of the language's own.</summary>
    public static Value Convert(Value operand, ITypeSymbol type)
    {
        if (operand.Constants.IsEmpty || type.TypeKind == TypeKind.Enum)
            return operand;
        var plain = TypeFacts.WithoutNullable(type) ?? type;
        return operand.With(constants: [.. operand.Constants.Select(c => Converted(c, plain)).Where(static c => c != Lost.Instance)],
            open: operand.Constants.Any(c => Converted(c, plain) == Lost.Instance) ? Openness.NotNull : operand.Open);
    }

    private static object? Converted(object? constant, ITypeSymbol type)
    {
        if (constant is null or string or bool or ISymbol || type.SpecialType is SpecialType.None or SpecialType.System_Object)
            return constant;
        if (constant is char character && type.SpecialType == SpecialType.System_Char)
            return character;
        try
        {
            return type.SpecialType switch
            {
                SpecialType.System_Int32 => constant is double or float or decimal ? (object)(int)System.Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture) : constant is char c ? (int)c : unchecked((int)System.Convert.ToInt64(constant, System.Globalization.CultureInfo.InvariantCulture)),
                SpecialType.System_Char => (char)System.Convert.ToInt64(constant, System.Globalization.CultureInfo.InvariantCulture),
                SpecialType.System_Byte => unchecked((byte)System.Convert.ToInt64(constant, System.Globalization.CultureInfo.InvariantCulture)),
                _ => Constants.Widen(constant, type.SpecialType) ?? Lost.Instance,
            };
        }
        catch (Exception e) when (e is OverflowException or InvalidCastException or FormatException)
        {
            // The conversion gives something that is not computed here.
            return Lost.Instance;
        }
    }

    private sealed class Lost
    {
        public static readonly object Instance = new Lost();
    }
}
