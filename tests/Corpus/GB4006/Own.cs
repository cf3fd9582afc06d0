using System.Collections;

namespace Invented.Own;

public sealed class Money : IEquatable<Money>, IComparable<Money>, IComparable
{
    public decimal Amount { get; set; }

    public bool Equals(Money? other) => true; //@true GB4006

    public override bool Equals(object? obj) => obj is Money; //@true GB4006

    public override int GetHashCode() => Amount.GetHashCode();

    public int CompareTo(Money? other) => 0; //@true GB4006

    public int CompareTo(object? obj) => 1; //@true GB4006

    public static bool operator ==(Money left, Money right) => true; //@true GB4006

    public static bool operator !=(Money left, Money right) => false; //@true GB4006
}

public readonly struct Point : IEquatable<Point>
{
    public Point(int x, int y) => (X, Y) = (x, y);

    public int X { get; }

    public int Y { get; }

    public bool Equals(Point other) => X == other.X && Y == other.Y;

    public override bool Equals(object? obj) => obj is Point p && Equals(p);

    public override int GetHashCode() => 42; //@true GB4006

    public static bool operator ==(Point a, Point b) //@true GB4006
    {
        return true;
    }

    public static bool operator !=(Point a, Point b) => !(a == b);
}

public class Customer
{
    private readonly string _name;

    public Customer(string name) => _name = name;

    public override bool Equals(object? obj) //@true GB4006
    {
        if (obj == null)
            return false;
        return true;
    }

    public override int GetHashCode() => _name.GetHashCode();
}

public class Ticket(int number)
{
    public int Number { get; } = number;

    public override bool Equals(object? obj) //@true GB4006
    {
        if (obj is not Ticket other)
            return false;
        return other is not null;
    }

    public override int GetHashCode() => Number;
}

public class Flag
{
    public bool Set;

    public override bool Equals(object? obj) => false; //@true GB4006

    public override int GetHashCode() => Set ? 1 : 0;
}

public class Sensor : IComparable<Sensor>
{
    public double Reading { get; init; }

    public int CompareTo(Sensor? other) //@true GB4006
    {
        if (other is null)
            return 1;
        return 0;
    }
}

public class Version2 : IComparable<Version2>
{
    private int[] _parts = [];

    public int CompareTo(Version2? other) => -1; //@true GB4006

    public void Set(int[] parts) => _parts = parts;

    public int First => _parts[0];
}

public sealed class Email : IEquatable<Email>
{
    public string Address { get; init; } = "";

    public bool Equals(Email? other) => string.Equals(Address, other?.Address, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as Email);

    public override int GetHashCode() //@true GB4006
    {
        return 1;
    }
}

public abstract class Entity
{
    public Guid Id { get; init; }
}

public class Invoice : Entity
{
    public override bool Equals(object? obj) => obj is Invoice ? true : false; //@true GB4006

    public override int GetHashCode() => Id.GetHashCode();
}

public struct Range2 : IEquatable<Range2>
{
    public int From;
    public int To;

    readonly bool IEquatable<Range2>.Equals(Range2 other) => From == other.From && To == other.To;

    public override readonly bool Equals(object? obj) //@true GB4006
    {
        var same = true;
        return same;
    }

    public override readonly int GetHashCode() => From ^ To;
}

public class Token
{
    private readonly byte[] _bytes;

    public Token(byte[] bytes) => _bytes = bytes;

    public static bool operator ==(Token? a, Token? b) //@true GB4006
    {
        if (a is null || b is null)
            return false;
        return true;
    }

    public static bool operator !=(Token? a, Token? b) => !(a == b);

    public override bool Equals(object? obj) => obj is Token t && t._bytes.AsSpan().SequenceEqual(_bytes);

    public override int GetHashCode() => _bytes.Length;
}

public class Basket : IStructuralEquatable
{
    private readonly List<string> _items = [];

    public bool Equals(Basket? other) //@true GB4006
    {
        if (ReferenceEquals(other, null))
            return false;
        return true;
    }

    public bool Equals(object? other, IEqualityComparer comparer) => other is Basket b && comparer.Equals(_items, b._items);

    public int GetHashCode(IEqualityComparer comparer) => comparer.GetHashCode(_items);
}

public sealed class Password : IEquatable<Password>
{
    private readonly string _hash = "";

    public bool Equals(Password? other) //@true GB4006
    {
        if (other == null)
            throw new ArgumentNullException(nameof(other));
        return true;
    }

    public string Hash => _hash;
}

public class Temperature : IComparable<Temperature>
{
    public decimal Degrees { get; set; }

    int IComparable<Temperature>.CompareTo(Temperature? other) => default; //@true GB4006
}

public class Signature
{
    public byte[] Bytes { get; init; } = [];

    public override bool Equals(object? obj) => (obj as Signature) != null; //@true GB4006

    public override int GetHashCode() => Bytes.Length;
}

public class Account
{
    private const int Seed = 17;

    public Account(string iban) => Iban = iban;

    public string Iban { get; }

    public override bool Equals(object? obj) => obj is Account a && a.Iban == Iban;

    public override int GetHashCode() => Seed * 31; //@true GB4006
}
