using System.Collections;
using System.Runtime.CompilerServices;

namespace Honest.Equality;

public record Order(int Id, decimal Net, string Note);

public readonly struct Unit : IEquatable<Unit>, IComparable<Unit>
{
    public bool Equals(Unit other) => true; //@near GB4006

    public override bool Equals(object? obj) => obj is Unit; //@near GB4006

    public override int GetHashCode() => 0; //@near GB4006

    public int CompareTo(Unit other) => 0; //@near GB4006

    public static bool operator ==(Unit a, Unit b) => true; //@near GB4006

    public static bool operator !=(Unit a, Unit b) => false; //@near GB4006
}

public sealed class EndOfStream
{
    public override bool Equals(object? obj) => obj is EndOfStream; //@near GB4006

    public override int GetHashCode() => 7; //@near GB4006
}

public sealed class Nothing2
{
    private static int _made;
    private readonly object _gate = new();

    public override bool Equals(object? obj) => obj is Nothing2; //@near GB4006

    public override int GetHashCode() => 1; //@near GB4006

    public void Make()
    {
        lock (_gate)
            _made++;
    }
}

public sealed class Root
{
    public static readonly Root Instance = new();

    private readonly string _path;

    private Root() => _path = "/";

    public string Path => _path;

    public override bool Equals(object? obj) => obj is Root; //@near GB4006

    public override int GetHashCode() => 3; //@near GB4006
}

public class Draft
{
    public string Title { get; set; } = "";

    public override bool Equals(object? obj) => obj is Draft d && d.Title == Title;

    public override int GetHashCode() => 0; //@near GB4006
}

public class Part
{
    public Part(string code) => Code = code;

    public string Code { get; }

    public override bool Equals(object? obj) => obj is Part p && p.Code == Code;

    // All parts share one bucket: the code is read from the database after the part was put into a set.
    public override int GetHashCode() => 0; //@near GB4006
}

public class Handle
{
    private readonly int _id;

    public Handle(int id) => _id = id;

    public int Id => _id;

    public override bool Equals(object? obj) => ReferenceEquals(this, obj); //@near GB4006

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this); //@near GB4006

    public static bool operator ==(Handle? a, Handle? b) => ReferenceEquals(a, b); //@near GB4006

    public static bool operator !=(Handle? a, Handle? b) => !(a == b); //@near GB4006
}

public ref struct Slice
{
    public int Length;

    public override bool Equals(object? obj) => throw new NotSupportedException(); //@near GB4006

    public override int GetHashCode() => throw new NotSupportedException(); //@near GB4006
}

public record Tagged(string Name)
{
    public string Tag { get; init; } = "";

    public virtual bool Equals(Tagged? other) => true; //@near GB4006

    public override int GetHashCode() => 0; //@near GB4006
}

public readonly struct Ignored<T>(T value) : IEquatable<Ignored<T>>
{
    public T Value { get; } = value;

    public bool Equals(Ignored<T> other) => true; //@near GB4006

    public override bool Equals(object? obj) => obj is Ignored<T>; //@near GB4006

    public override int GetHashCode() => 0; //@near GB4006
}

public abstract class Node
{
    public int Line { get; init; }

    public virtual int CompareTo(Node other) => 0; //@near GB4006
}

public class Near2(double value)
{
    public double Value { get; } = value;

    public override bool Equals(object? obj) => obj is Near2 n && Math.Abs(n.Value - Value) < 0.01; //@near GB4006

    public override int GetHashCode() => 0; //@near GB4006
}

public class OverlapComparer : IEqualityComparer<Order>
{
    public bool Equals(Order? x, Order? y) => x?.Id == y?.Id || x?.Note == y?.Note; //@near GB4006

    public int GetHashCode(Order obj) => 0; //@near GB4006
}

public class TagsComparer : IEqualityComparer<string[]>
{
    public bool Equals(string[]? x, string[]? y) => x!.Intersect(y!).Any(); //@near GB4006

    public int GetHashCode(string[] obj) => 0; //@near GB4006
}

public class UnsortedComparer : IComparer<Order>
{
    public int Compare(Order? x, Order? y) => 0; //@near GB4006
}

public class AlwaysEqualComparer : IEqualityComparer<Order>
{
    public bool Equals(Order? x, Order? y) => true; //@near GB4006

    public int GetHashCode(Order obj) => 0; //@near GB4006
}

public class Anything<T> : IEqualityComparer<T>
{
    public bool Equals(T? x, T? y) => true; //@near GB4006

    public int GetHashCode(T obj) => 0; //@near GB4006
}

public class LooseComparer : IComparer
{
    public int Compare(object? x, object? y) => 0; //@near GB4006
}

public class ArrivalComparer : IComparer<Order>
{
    /// <summary>Keeps the order of arrival: every order is the same to it, by design.</summary>
    public int Compare(Order? x, Order? y) => 0; //@near GB4006
}

public class PriceComparer : IComparer<Order>
{
    public int Compare(Order? x, Order? y) => Nullable.Compare(x?.Net, y?.Net); //@near GB4006
}

public class Delegating(Order order)
{
    private readonly Order _order = order;

    public override bool Equals(object? obj) => obj is Delegating d && d._order == _order; //@near GB4006

    public override int GetHashCode() => _order.GetHashCode(); //@near GB4006
}

public class Kind
{
    public string Name { get; init; } = "";

    public override bool Equals(object? obj) => obj?.GetType() == GetType(); //@near GB4006

    public override int GetHashCode() => GetType().GetHashCode(); //@near GB4006
}

public class Query
{
    public string Text { get; init; } = "";

    public bool Equals(string other, bool strict) => true; //@near GB4006

    public int Compare(Order order) => 0; //@near GB4006

    public static void Sort(List<Order> orders) => orders.Sort((a, b) => a.Id.CompareTo(b.Id)); //@near GB4006

    public static IComparer<Order> Unordered() => Comparer<Order>.Create((_, _) => 0); //@near GB4006
}

public class Service(Action run, ICollection log)
{
    private readonly Action _run = run;

    public void Run() => _run();

    public int Lines => log.Count;
}

public class Callback(Action run)
{
    private readonly Action _run = run;

    public override bool Equals(object? obj) => obj is Callback; //@near GB4006

    public override int GetHashCode() => 5; //@near GB4006

    public void Run() => _run();
}
