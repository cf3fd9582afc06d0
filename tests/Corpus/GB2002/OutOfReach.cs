using System.Collections;
using System.Globalization;

namespace Depots;

public enum Size
{
    Small,
    Large,
}

public interface IDepot
{
    int Capacity(string hall);

    void Rename(string name) => throw new NotImplementedException(); //@near GB2002
}

public sealed class NullDepot : IDepot
{
    public int Capacity(string hall) => throw new NotImplementedException(); //@near GB2002
}

public sealed class FakeDepot : IDepot
{
    public int Capacity(string hall)
    {
        throw new NotImplementedException(); //@near GB2002
    }
}

public class DepotBase
{
    public virtual void Open() => throw new NotImplementedException(); //@near GB2002

    protected virtual int Read() => throw new NotImplementedException("A derived class says how."); //@near GB2002

    public int Start()
    {
        Open();
        return Read();
    }
}

public sealed class Halls : ICollection<string>, IDepot
{
    private readonly List<string> _halls = [];

    public int Count => _halls.Count;

    public bool IsReadOnly => true;

    public void Add(string item) => throw new NotSupportedException(); //@near GB2002

    public void Clear() => throw new NotSupportedException("The halls are fixed."); //@near GB2002

    public bool Remove(string item) => throw new NotImplementedException("Removing is not supported."); //@near GB2002

    public bool Contains(string item) => _halls.Contains(item);

    public void CopyTo(string[] array, int arrayIndex) => _halls.CopyTo(array, arrayIndex);

    public IEnumerator<string> GetEnumerator() => _halls.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => throw new NotImplementedException(); //@near GB2002

    public int Capacity(string hall) => hall switch
    {
        "north" => 10,
        "south" => 20,
        _ => throw new NotImplementedException(), //@near GB2002
    };
}

public sealed class ForwardStream : MemoryStream
{
    public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException(); //@near GB2002

    public override void SetLength(long value) => throw new NotImplementedException(); //@near GB2002
}

public interface IValueConverter
{
    object Convert(object value, CultureInfo culture);

    object ConvertBack(object value, CultureInfo culture);
}

public sealed class SizeConverter : IValueConverter
{
    public object Convert(object value, CultureInfo culture) => value is Size.Large ? "L" : "S";

    public object ConvertBack(object value, CultureInfo culture) => throw new NotImplementedException(); //@near GB2002
}

public static class Platform
{
    public static void Beep() => throw new PlatformNotSupportedException(); //@near GB2002

    [Obsolete("Halls are numbered now.")]
    public static string NameOf(int hall) => throw new NotImplementedException(); //@near GB2002

    public static int Area(Size size)
    {
        switch (size)
        {
            case Size.Small:
                return 10;
            case Size.Large:
                return 20;
            default:
                throw new NotImplementedException(); //@near GB2002
        }
    }

    public static int Height(Size size)
    {
        if (size == Size.Small)
            return 3;
        if (size == Size.Large)
            return 6;
        throw new NotImplementedException(); //@near GB2002
    }

    public static int Width(object hall)
    {
        if (hall is string name)
        {
            return name.Length;
        }
        else
        {
            throw new NotImplementedException(); //@near GB2002
        }
    }

    public static int Depth(object hall)
    {
        if (hall is not string name)
            throw new NotImplementedException(); //@near GB2002
        return name.Length;
    }

    public static int Doors(Size size)
    {
        if (size != Size.Small)
        {
            throw new NotImplementedException(); //@near GB2002
        }

        return 1;
    }

    public static string First(string? hall) => hall ?? throw new NotImplementedException(); //@near GB2002

    public static int Gates(int count) => count > 0 ? count : throw new NotImplementedException(); //@near GB2002

    public static int Windows(int count)
    {
        const bool planned = false;
        if (planned)
            throw new NotImplementedException(); //@near GB2002
        return count;
    }

    public static bool Try(Action action)
    {
        try
        {
            action();
            if (action.Target is null)
                throw new NotImplementedException(); //@near GB2002
            return true;
        }
        catch (NotImplementedException)
        {
            return false;
        }
    }

    public static Exception Reason() => new NotImplementedException(); //@near GB2002

    public static bool IsMissing(Exception e) => e is NotImplementedException; //@near GB2002

    /// <summary>Lifts are not supported by this depot.</summary>
    public static int Lifts() => throw new NotImplementedException(); //@near GB2002
}

internal static class Plans
{
    private static int Cellar() => throw new NotImplementedException(); //@near GB2002

    internal static int Roof() => throw new NotImplementedException(); //@near GB2002

    private static int Attic() => Tower() + 1;

    private static int Tower() => throw new NotImplementedException(); //@near GB2002
}

public sealed class Guarded
{
    public int Ask()
    {
        try
        {
            return Answer();
        }
        catch (NotImplementedException)
        {
            return 0;
        }
    }

    private static int Answer() => throw new NotImplementedException(); //@near GB2002

    public int Lookup(IEnumerable<string> halls)
    {
        foreach (var hall in halls)
        {
            if (hall.Length > 3)
                return hall.Length;
        }

        throw new NotImplementedException(); //@near GB2002
    }

    public Func<int> Later() => () => throw new NotImplementedException(); //@near GB2002

    public int Status(int code) => StatusCode(code == 501 ? 500 : code); //@near GB2002

    private static int StatusCode(int code) => code;

    public void Check(int hall) => throw new InvalidOperationException("The hall is closed."); //@near GB2002
}
