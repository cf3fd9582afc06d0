namespace Invented.SameComparers;

public sealed class Trip(DateTime leaves)
{
    public DateTime Leaves => leaves;
}

public sealed class TripOrder : IComparer<Trip>, IEquatable<TripOrder>
{
    private readonly Comparer<DateTime> _inner = Comparer<DateTime>.Default;

    public int Compare(Trip? x, Trip? y) => _inner.Compare(x?.Leaves ?? default, y?.Leaves ?? default);

    public bool Equals(TripOrder? other) => true; //@near GB4006

    public override bool Equals(object? obj) => obj is TripOrder; //@near GB4006

    public override int GetHashCode() => 17; //@near GB4006
}
