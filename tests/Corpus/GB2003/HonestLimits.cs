namespace Corpus.GB2003.HonestLimits;

public sealed class Gauges
{
    private int _timeouts;

    public static int ReadHeader(char kind)
    {
        switch (kind)
        {
            case 'a':
                return 1;
            case 'z':
            // Packed gauges: not implemented yet. //@near GB2003
            default:
                throw new NotSupportedException($"Gauges of kind '{kind}' cannot be read.");
        }
    }

    /// <summary>Reads all gauges. For now it only takes gauges of one kind at a time.</summary> //@near GB2003
    public int ReadAll() => _timeouts;

    public bool Ask()
    {
        // The threshold is exceeded: skip the slow gauge for now and ask it again in a minute. //@near GB2003
        if (++_timeouts > 3)
            return false;

        try
        {
            return _timeouts >= 0;
        }
        catch (NullReferenceException e)
        {
            // Temporary workaround for a bug of the vendor's client. //@near GB2003
            Console.Error.WriteLine(e);
            return false;
        }
    }

    /// <summary>How many timeouts there may be before the gauge is temporarily disabled.</summary> //@near GB2003
    public int Limit { get; set; } = 3;

    /// <summary>While the file is read this is a placeholder for the actual gauge, which replaces it at the end.</summary> //@near GB2003
    public object Slot { get; } = new();
}
