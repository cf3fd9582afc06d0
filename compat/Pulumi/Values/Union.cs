namespace Pulumi;

/// <summary>A union whose cases are not known where it is read.</summary>
internal interface IUnion
{
    object? Value { get; }
}

/// <summary>A value of one of two types.</summary>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly bool _second;
    private readonly T0 _value0;
    private readonly T1 _value1;

    private Union(bool second, T0 value0, T1 value1)
    {
        _second = second;
        _value0 = value0;
        _value1 = value1;
    }

    public T0 AsT0 => IsT0 ? _value0 : throw new InvalidOperationException($"Cannot return as T0 as result is {typeof(T1).Name}");

    public T1 AsT1 => IsT1 ? _value1 : throw new InvalidOperationException($"Cannot return as T1 as result is {typeof(T0).Name}");

    public bool IsT0 => !_second;

    public bool IsT1 => _second;

    public object Value => (_second ? _value1 : (object?)_value0)!;

    public static Union<T0, T1> FromT0(T0 input) => new(second: false, input, default!);

    public static Union<T0, T1> FromT1(T1 input) => new(second: true, default!, input);

    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc) => Match(v => Union<TResult, T1>.FromT0(mapFunc(v)), Union<TResult, T1>.FromT1);

    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc) => Match(Union<T0, TResult>.FromT0, v => Union<T0, TResult>.FromT1(mapFunc(v)));

    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(Func<T0, TResult0> mapFunc0, Func<T1, TResult1> mapFunc1) =>
        Match(v => Union<TResult0, TResult1>.FromT0(mapFunc0(v)), v => Union<TResult0, TResult1>.FromT1(mapFunc1(v)));

    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => _second ? f1(_value1) : f0(_value0);

    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        if (_second) f1(_value1);
        else f0(_value0);
    }

    public bool TryPickT0(out T0 value, out T1 remainder)
    {
        (value, remainder) = (_value0, _value1);
        return !_second;
    }

    public bool TryPickT1(out T1 value, out T0 remainder)
    {
        (value, remainder) = (_value1, _value0);
        return _second;
    }

    public bool Equals(Union<T0, T1> other) => _second == other._second && Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is Union<T0, T1> union && Equals(union);

    public override int GetHashCode() => HashCode.Combine(_second, Value);

    public override string ToString() => $"{(_second ? typeof(T1) : typeof(T0)).FullName}: {Value}";

    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);

    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);
}
