using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Library;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <content>Operators, conversions and type tests.</content>
internal sealed partial class Evaluator
{
    private Value Binary(IBinaryOperation binary)
    {
        var left = Evaluate(binary.LeftOperand);
        var right = Evaluate(binary.RightOperand);
        if (IsDead)
            return Value.Nothing;
        if (binary.OperatorMethod is { } named && (IsOfSource(named) || binary.ConstrainedToType is not null) && Constrained(named, binary.ConstrainedToType) is var method)
            return Call(method, null, [Argument.Of(method.Parameters[0], left), Argument.Of(method.Parameters[1], right)], binary, isVirtual: false);
        if (binary.Type?.TypeKind == TypeKind.Delegate)
            return Delegates.Combine(this, left, right, binary, binary.OperatorKind == BinaryOperatorKind.Subtract);
        return Operators.Binary(this, binary, binary.OperatorKind, left, right, binary.Type);
    }

    private Value Unary(IUnaryOperation unary)
    {
        var operand = Evaluate(unary.Operand);
        if (unary.OperatorMethod is { } method && IsOfSource(method))
            return Call(method, null, [Argument.Of(method.Parameters[0], operand)], unary, isVirtual: false);
        return Operators.Unary(this, unary, operand);
    }

    private Value Convert(IConversionOperation conversion)
    {
        var operand = Evaluate(conversion.Operand);
        if (IsDead)
            return Value.Nothing;
        if (conversion.OperatorMethod is { } method)
        {
            if (IsOfSource(method))
                return Call(method, null, [Argument.Of(method.Parameters[0], operand)], conversion, isVirtual: false);

            // Spans over arrays, index from int and the like: the same elements under another type.
            return operand.Objects.IsEmpty && !operand.Labels.IsEmpty ? Typed(operand, conversion.Type)
                : operand.IsConstant(out _) && !operand.Constants.IsEmpty ? operand
                : operand.Objects.Any(id => _state[id].Kind is ObjectKind.Sequence or ObjectKind.Map) ? operand
                : Combine(conversion, [operand], conversion.Type);
        }

        var type = Bound(conversion.Type);
        if (type is null)
            return operand;
        if (conversion.IsTryCast || (conversion.Type is { IsReferenceType: true } && !conversion.IsImplicit && conversion.Conversion.IsReference))
            return Cast(operand, type, conversion);
        return Typed(Operators.Convert(operand, type), type);
    }

    // A cast goes on with what fits; where nothing can, `as` gives null and a cast throws.
    private Value Cast(Value operand, ITypeSymbol type, IConversionOperation conversion)
    {
        var fitting = Fitting(operand, type, fits: true);
        var others = Fitting(operand, type, fits: false);
        if (conversion.IsTryCast)
            return others.IsNothing ? fitting : fitting.WhereNull(false).Join(Value.Null);
        if (!others.WhereNull(false).IsNothing)
            Raise(Value.Something, _state);
        fitting = operand.MayBeNull ? fitting.Join(operand.WhereNull(true)) : fitting;
        return fitting.IsNothing ? Die() : fitting;
    }

    private Value IsType(IIsTypeOperation operation)
    {
        var operand = Evaluate(operation.ValueOperand);
        var type = Bound(operation.TypeOperand);
        if (type is null)
            return Value.Something;
        var fitting = !Fitting(operand, type, fits: true).WhereNull(false).IsNothing;
        var others = !Fitting(operand, type, fits: false).IsNothing || operand.MayBeNull;
        return Booleans(operation.IsNegated ? others : fitting, operation.IsNegated ? fitting : others);
    }

    /// <summary>An answer that may be true, false or both.</summary>
    public static Value Booleans(bool mayBeTrue, bool mayBeFalse) => (mayBeTrue, mayBeFalse) switch
    {
        (true, false) => Value.Of(true),
        (false, true) => Value.Of(false),
        (true, true) => Value.Something,
        _ => Value.Nothing,
    };

    /// <summary>The part of a value that is of a type, or the part that is not. Null is of no type.</summary>
    public Value Fitting(Value value, ITypeSymbol type, bool fits)
    {
        var objects = value.Objects.Where(id => MayBe(_state[id], type, fits)).ToImmutableArray();
        var constants = value.Constants.Where(c => c is null ? !fits : IsConstantOf(c, type) is not { } known || known == fits).ToImmutableArray();
        var open = value.Open == Openness.Closed || (fits && IsSurelyNot(value.Type, type)) ? Openness.Closed : fits ? Openness.NotNull : value.Open;
        return value.With(constants: constants, objects: objects, open: open, type: fits ? type : null);
    }

    // A text is no number, and a sealed class no other one.
    private static bool IsSurelyNot(ITypeSymbol? known, ITypeSymbol type) => known is { SpecialType: not (SpecialType.None or SpecialType.System_Object) } && (known.IsSealed || known.IsValueType)
        && known is not (ITypeParameterSymbol or IErrorTypeSymbol) && type is not (ITypeParameterSymbol or IErrorTypeSymbol) && !Flow.TypeFacts.IsNullable(known) && !Flow.TypeFacts.IsNullable(type)
        && type.SpecialType != SpecialType.System_Object && !AnalysedCode.DerivesFrom(known, type);

    private static bool MayBe(HeapObject target, ITypeSymbol type, bool fits)
    {
        if (target.Type is null || target.Kind is ObjectKind.Delegate)
            return true;
        if (type.SpecialType == SpecialType.System_Object)
            return fits;
        if (AnalysedCode.DerivesFrom(target.Type, type))
            return fits;

        // A library's object may be of a type that derives from the one it is known by.
        return !fits || (target.Kind == ObjectKind.Foreign && !target.Type.IsSealed) || target.Kind is ObjectKind.Sequence or ObjectKind.Map;
    }

    private static bool? IsConstantOf(object constant, ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Object => true,
        SpecialType.System_String => constant is string,
        SpecialType.System_Int32 => constant is int,
        SpecialType.System_Boolean => constant is bool,
        SpecialType.System_Int64 => constant is long,
        SpecialType.System_Double => constant is double,
        SpecialType.System_Char => constant is char,
        _ => type.TypeKind is TypeKind.Class or TypeKind.Delegate && !TypeKinds.IsOfLibrary(type) ? false : null,
    };

    private Value IsNull(IIsNullOperation operation)
    {
        var operand = Evaluate(operation.Operand);
        return Booleans(operand.MayBeNull, operand.MayBeNotNull).With(guards: Guard.OfNullCheck(operand.Guards, whenNull: true));
    }

    /// <summary>An answer about values: it holds none of their text.</summary>
    private static Value Answer(params Value[] about) => about.Any(static v => v.IsNothing) ? Value.Nothing : Value.Something;

    private Value Interpolate(IInterpolatedStringOperation interpolated)
    {
        var parts = new List<Value>();
        foreach (var part in interpolated.Parts)
        {
            parts.Add(part switch
            {
                IInterpolatedStringTextOperation text => Evaluate(text.Text),
                IInterpolationOperation hole => Text.Of(this, Evaluate(hole.Expression), hole.Expression.Type, hole),
                IInterpolatedStringAppendOperation append => append.AppendCall.ChildOperations.Select(Evaluate).Aggregate(Value.Nothing, static (a, b) => a.Join(b)),
                _ => Value.Something,
            });
        }

        return IsDead ? Value.Nothing : Text.Concat(this, parts, interpolated);
    }

    /// <summary>Marks data as coming from outside.</summary>
    public Value Enter(SourceKinds kind, IOperation site, ITypeSymbol? type, string? name = null)
    {
        var source = _interpreter.SourceAt(site.Syntax, kind, name);
        var label = new Label(source, _interpreter.NumberOf((site.Syntax, _info.Context)), SinkKinds.None, new TaintStep(site.Syntax, null));
        _state = _state with { Checked = _state.Checked.Remove(label.Key) };
        return type is not null && TypeKinds.HasIdentity(type) ? Foreign((site.Syntax, "source"), type, LabelSet.Of(label)) : Value.Tainted(LabelSet.Of(label), type);
    }
}
