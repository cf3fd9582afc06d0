using System.Text;

namespace Honest;

public class Text
{
    private readonly Dictionary<string, string> _fields = [];

    // Simplified Chinese and traditional Chinese have their own tables. //@near GB2003
    public string Culture(bool simplified) => simplified ? "zh-Hans" : "zh-Hant";

    // The placeholder text of the input is shown until somebody types. //@near GB2003
    public string Hint(string name) => _fields.TryGetValue(name, out var hint) ? hint : name;

    public string Fill(string template, string value)
    {
        // The placeholder {0} is replaced by the escaped value. //@near GB2003
        return template.Replace("{0}", value);
    }

    /// <summary>A placeholder is a name in braces; an unknown placeholder stays as it is.</summary> //@near GB2003
    public int CountOf(string template) => template.Count(c => c == '{');

    public void Save(string path, string text)
    {
        // Write to a temporary file first: readers see the old or the new one, never half of it. //@near GB2003
        var temporary = path + ".tmp";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }

    public string Log()
    {
        // Writes "for now" and "in production you would" as the style guide's examples. //@near GB2003
        return "for now";
    }

    // return Fill("in a real implementation this would"); for now //@near GB2003
    // var x = Parse(); // for now
    public StringBuilder Buffer() => new StringBuilder(16);

    // See https://example.org/placeholder/implementation-for/now for the grammar. //@near GB2003
    public int Depth => _fields.Count;
}

public class Fraction
{
    public int Numerator { get; init; }

    public int Denominator { get; init; } = 1;

    // Returns the simplified fraction: numerator and denominator share no factor. //@near GB2003
    public Fraction Simplify() => new() { Numerator = Numerator / Gcd(), Denominator = Denominator / Gcd() };

    private int Gcd()
    {
        var (a, b) = (Math.Abs(Numerator), Denominator);
        while (b != 0)
            (a, b) = (b, a % b);
        return Math.Max(1, a);
    }
}

public class LinkedQueue
{
    private sealed class Node
    {
        public int Value;
        public Node? Next;
    }

    // A dummy node before the first spares the empty queue a special case. //@near GB2003
    private readonly Node _head = new();

    public void Add(int value)
    {
        var last = _head;
        while (last.Next is not null)
            last = last.Next;
        last.Next = new Node { Value = value };
    }

    // The timestamp for now, in UTC ticks. //@near GB2003
    public long Now(TimeProvider clock) => clock.GetUtcNow().Ticks;

    // Locks the row with FOR UPDATE NOWAIT, so there is no waiting for nowait clients. //@near GB2003
    public string Sql => "select 1 for update nowait";

    // A wide row may allocate twice here; unavoidable for now. //@near GB2003
    public int Widths() => 3;

    // The meaning as it is for now: set means that it only goes by the id. //@near GB2003
    public int Meanings() => 4;

    // Users that were deleted: for now-deleted users the row stays. //@near GB2003
    public int Rows => 1;
}

public abstract class Channel
{
    // The actual implementation is in the derived class, one per protocol. //@near GB2003
    protected abstract void Send(byte[] frame);

    // Hooks to be implemented by protocols. //@near GB2003
    protected abstract void Open();

    // The client stub of the RPC channel writes the frame, the server stub reads it. //@near GB2003
    public void Call(byte[] frame) => Send(frame);

    // This is no longer a stub since version 2: it opens the socket. //@near GB2003
    public void Start() => Open();

    // Not yet implemented in Mono, so the OS is asked. //@near GB2003
    public bool IsUnix => Path.DirectorySeparatorChar == '/';

    /// <summary>Keys live in memory only. Do not use this store in a production environment.</summary> //@near GB2003
    public string Store => "memory";

    // In production, logs go to the collector and the console stays quiet. //@near GB2003
    public bool IsQuiet => true;

    public int Bind(int type)
    {
        // This would normally be an error, but the parser has reported it already. //@near GB2003
        return type;
    }

    // TODO: rename together with the next breaking release //@near GB2003
    public int Ports => 2;

    // HACK: the driver reports -1 for "unknown". //@near GB2003
    public int Read(int raw) => raw == -1 ? 0 : raw;
}

public class PlaceholderWriter
{
    // A placeholder implementation of a member is what the designer shows before the real one is loaded. //@near GB2003
    public string Write(string member) => "[" + member + "]";
}

public class Animation
{
    // The skeleton's bones in the order of the mesh; only the skeleton code of the rig knows them. //@near GB2003
    public int[] Bones { get; } = [0, 1, 2];

    // A simplified version of the mesh is drawn at a distance. //@near GB2003
    public int Level(double distance) => distance > 100 ? 1 : 0;
}

public class Lanes
{
    // One lookup a lane allocates; that is unavoidable for now. //@near GB2003
    public string Name(int lane) => "lane " + lane;

    // It may collide on one host in ten; I am OK with this for now. //@near GB2003
    public int Next(int lane) => lane + 1;

    public bool CanSwap(int lane)
    {
        // We only need the first two lanes for now. //@near GB2003
        return lane < 2;
    }

    public bool IsUsable(bool hasLights, bool hasCamera)
    {
        // The camera stays optional for the time being. //@near GB2003
        return hasLights || hasCamera;
    }
}
