using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Invented.Comparers;

public record Order(int Id, decimal Net, DateTime Placed);

public enum Rank { Low, High }

public interface IJob
{
    int Priority { get; }
}

public class OrderComparer : IEqualityComparer<Order>
{
    public bool Equals(Order? x, Order? y) => true; //@true GB4006

    public int GetHashCode(Order obj) => obj.Id;
}

public class OrderIdComparer : IEqualityComparer<Order>
{
    public bool Equals(Order? x, Order? y) => x?.Id == y?.Id;

    public int GetHashCode([DisallowNull] Order obj) => 1; //@true GB4006
}

public class NetComparer : IComparer<Order>
{
    public int Compare(Order? x, Order? y) => 0; //@true GB4006
}

public class PlacedComparer : Comparer<Order>
{
    public override int Compare(Order? x, Order? y) //@true GB4006
    {
        if (x is null)
            return -1;
        if (y is null)
            return 1;
        return 0;
    }
}

public class NameComparer : IComparer<string>
{
    public int Compare(string? x, string? y) => 1; //@true GB4006
}

public class HeaderComparer : EqualityComparer<string>
{
    public override bool Equals(string? x, string? y) => false; //@true GB4006

    public override int GetHashCode(string obj) => obj.Length;
}

public class NumberComparer : IComparer<int>
{
    public int Compare(int x, int y) //@true GB4006
    {
        return -1;
    }
}

public class RankComparer : IComparer<Rank>
{
    public int Compare(Rank x, Rank y) //@true GB4006
    {
        const int result = 0;
        return result;
    }
}

public class JobComparer : IComparer<IJob>
{
    int IComparer<IJob>.Compare(IJob? x, IJob? y) => 0; //@true GB4006
}

public class DateComparer : IEqualityComparer<DateTime>
{
    public bool Equals(DateTime x, DateTime y) => true; //@true GB4006

    public int GetHashCode(DateTime obj) => obj.Year;
}

public class PathComparer : IEqualityComparer<string>
{
    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode(string obj) //@true GB4006
    {
        return 0;
    }
}

public class OptionalComparer : IEqualityComparer<int?>
{
    public bool Equals(int? x, int? y) => x != null && y != null; //@true GB4006

    public int GetHashCode(int? obj) => obj ?? 0;
}

public class FileComparer : IEqualityComparer<FileInfo>
{
    public bool Equals(FileInfo? x, FileInfo? y) => x?.FullName == y?.FullName;

    int IEqualityComparer<FileInfo>.GetHashCode(FileInfo obj) => -1; //@true GB4006
}

public class ItemsComparer : IEqualityComparer<List<int>>
{
    public bool Equals(List<int>? x, List<int>? y) //@true GB4006
    {
        if (x is null && y is null)
            return true;
        return x is not null && y is not null;
    }

    public int GetHashCode(List<int> obj) => obj.Count;
}

public static class Sorting
{
    public static readonly IComparer<Order> ByNet = Comparer<Order>.Create((a, b) => 0); //@true GB4006

    public static void Sort(List<Order> orders) => orders.Sort((a, b) => -1); //@true GB4006

    public static void Sort(Order[] orders)
    {
        Array.Sort(orders, (first, second) => 0); //@true GB4006
    }

    public static HashSet<Order> Set() => new(EqualityComparer<Order>.Create((a, b) => true)); //@true GB4006
}
