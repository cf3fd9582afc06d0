namespace Corpus.GB4006.WithoutContract;

// The name promises an order, though no interface asks for it.
public sealed class Parcel(int weight, string address)
{
    public int Weight { get; } = weight;

    public string Address { get; } = address;

    public int CompareTo(Parcel other) => 0; //@true GB4006
}

public sealed class Route(int stops)
{
    public int Stops { get; } = stops;

    public static int Compare(Route a, Route b) => 0; //@true GB4006
}

public sealed class Leg(int kilometres)
{
    public int Kilometres { get; } = kilometres;

    public static int Compare(Leg? a, Leg? b) //@true GB4006
    {
        if (a is null)
            return -1;
        if (b is null)
            return 1;
        return 0;
    }
}

public sealed class Crate(int volume)
{
    public int Volume { get; } = volume;

    public int CompareTo(Crate other) => Volume.CompareTo(other.Volume); //@near GB4006
}

public sealed class Pallet(int places)
{
    public int Places { get; } = places;

    // Not of its own kind: what it compares with is somebody else's.
    public int CompareTo(Crate other) => 0; //@near GB4006
}

public sealed class Scale(int limit)
{
    public int Limit { get; } = limit;

    // A measurement, not an order of scales.
    public static int Compare(Crate crate, Pallet pallet) => 0; //@near GB4006
}
