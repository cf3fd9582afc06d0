using static Reached.Units;
using Reached;

var store = new Store();
using var session = store.Enter();
store.Put(new Note(1, "a"));
Console.WriteLine(store.Describe());
Func<string, string> shorten = store.Shorten;
Console.WriteLine(shorten("abc") + nameof(Store.Rename));
IExporter exporter = new Exporters().Find("Csv");
Console.WriteLine(exporter.Write(store) + string.Concat(store.Select(n => n.Text)));
Console.WriteLine(ToPounds(3) + "a b".Initials());
var (id, text) = new Note(2, "b");
Console.WriteLine(id + text + (new Weight(1) + new Weight(2)).ToString());
foreach (var note in new Pages(store))
    Console.WriteLine(note);
Console.WriteLine(System.ComponentModel.TypeDescriptor.GetConverter(typeof(Painter)));
Shapes.Draw<Circle>();
new Clock().Ring();
#if WITH_ARCHIVE
store.Archive();
#endif
// file: src/Reached/Store.cs
namespace Reached;

/// <summary>A note.</summary>
public sealed record Note(int Id, string Text)
{
    // The language calls it.
    /// <summary>Takes the note apart.</summary>
    public void Deconstruct(out int id, out string text, out int length) => (id, text, length) = (Id, Text, Text.Length); //@near GB2006
}

/// <summary>Keeps notes.</summary>
public sealed class Store //@near GB2006
{
    private readonly List<Note> _notes = Seeds();
    private readonly Lazy<string> _title;

    public Store() => _title = new Lazy<string>(() => Title(_notes));

    // A field's initializer calls it.
    /// <summary>The notes to start with.</summary>
    public static List<Note> Seeds() => [new(0, "start")]; //@near GB2006

    // A lambda in the constructor calls it.
    /// <summary>The title of some notes.</summary>
    public static string Title(List<Note> notes) => notes[0].Text; //@near GB2006

    /// <summary>Puts a note in.</summary>
    public void Put(Note note) => _notes.Add(note); //@near GB2006

    /// <summary>Opens a session.</summary>
    public Session Enter() => new(); //@near GB2006

    // Two calls away from where the program starts.
    /// <summary>Counts the words of all notes.</summary>
    public int CountWords() => _notes.Sum(static n => n.Text.Split(' ').Length); //@near GB2006

    public string Describe() => $"{_title.Value}: {CountWords()} words, {Longest}";

    // A property that is read calls it.
    public string Longest => FindLongest();

    /// <summary>Finds the longest note.</summary>
    public string FindLongest() => _notes.Select(static n => n.Text).OrderByDescending(static t => t.Length).First(); //@near GB2006

    // Handed over as a delegate.
    /// <summary>Shortens a text.</summary>
    public string Shorten(string text) => text.Length > 2 ? text[..2] : text; //@near GB2006

    // Its name is used, and who has a name can find the member.
    /// <summary>Renames a note.</summary>
    public void Rename(int id, string text) => _notes[id] = _notes[id] with { Text = text }; //@near GB2006

    // Another configuration calls it.
    /// <summary>Archives all notes.</summary>
    public void Archive() => _notes.Clear(); //@near GB2006

    // A query calls it by its shape.
    /// <summary>Chooses something of each note.</summary>
    public IEnumerable<T> Select<T>(Func<Note, T> choose) => _notes.ConvertAll(n => choose(n)); //@near GB2006

    // It says who calls it.
    /// <summary>Used by tests to look inside.</summary>
    public int CountForTests() => _notes.Count; //@near GB2006

    /// <summary>An extension point for what comes later.</summary>
    public string Decorate(string text) => "*" + text; //@near GB2006

    /// <summary>Swaps two notes.</summary>
    /// <remarks>Not yet called from the menu.</remarks>
    public void Swap(int a, int b) => (_notes[a], _notes[b]) = (_notes[b], _notes[a]); //@near GB2006

    // Nothing is claimed.
    public int CountEmpty() => _notes.Count(static n => n.Text.Length == 0); //@near GB2006

    // Not public: other rules know.
    /// <summary>Counts what is long.</summary>
    internal int CountLong() => _notes.Count(static n => n.Text.Length > 80); //@near GB2006

    // Marked as going away.
    /// <summary>Sorts the notes.</summary>
    [Obsolete("Sort where you show them.")]
    public void Sort() => _notes.Sort(static (a, b) => a.Id - b.Id); //@near GB2006

    // An attribute lets something find it.
    /// <summary>Lists the notes.</summary>
    [System.ComponentModel.Description("list")]
    public string List() => string.Join(',', _notes); //@near GB2006

    // A document says that it is to come.
    public string ExportPdf(string path) => path + _notes.Count; //@near GB2006
}

public sealed class Session : IDisposable
{
    // The using statement calls it.
    /// <summary>Ends the session.</summary>
    public void Dispose() => Console.WriteLine("bye"); //@near GB2006
}

public interface IExporter
{
    /// <summary>Writes the notes.</summary>
    string Write(Store store); //@near GB2006

    /// <summary>The ending of its files.</summary>
    string Ending(); //@near GB2006
}

// A factory finds it by its name.
/// <summary>Writes notes as CSV.</summary>
public sealed class CsvExporter : IExporter //@near GB2006
{
    /// <summary>Writes the notes.</summary>
    public string Write(Store store) => "id;text" + store.Longest; //@near GB2006

    // Nobody asks for it, but the contract does.
    /// <summary>The ending of its files.</summary>
    public string Ending() => ".csv"; //@near GB2006
}

public sealed class Exporters
{
    public IExporter Find(string name) => (IExporter)Activator.CreateInstance(Type.GetType($"Reached.{name}Exporter")!)!;
}

// A scan of the assembly's types may find what keeps a contract.
/// <summary>Writes notes as text.</summary>
public sealed class TextExporter : IExporter //@near GB2006
{
    public string Write(Store store) => store.Longest;

    public string Ending() => ".txt";
}

public static class Units
{
    // Called without its class, by a static using.
    /// <summary>Turns kilograms into pounds.</summary>
    public static double ToPounds(double kilograms) => kilograms * 2.20462; //@near GB2006
}

public static class Texts
{
    // Called as an extension: its class is named nowhere.
    /// <summary>The initials of a text.</summary>
    public static string Initials(this string text) => string.Concat(text.Split(' ').Select(static w => w[0])); //@near GB2006
}

public readonly struct Weight(double kilograms)
{
    private readonly double _kilograms = kilograms;

    // An operator has no name to call.
    /// <summary>Adds weights.</summary>
    public static Weight operator +(Weight a, Weight b) => new(a._kilograms + b._kilograms); //@near GB2006

    // The base has it.
    /// <summary>The weight as text.</summary>
    public override string ToString() => $"{_kilograms} kg"; //@near GB2006
}

public sealed class Pages(Store store)
{
    // The loop calls it.
    /// <summary>One page after the other.</summary>
    public IEnumerator<string> GetEnumerator() //@near GB2006
    {
        yield return store.Longest;
    }
}

public sealed class Painter
{
    // A library gets the type and may look at its members.
    /// <summary>Paints the picture.</summary>
    public string Paint(string colour) => colour + "!"; //@near GB2006
}

public interface IShape
{
    string Outline();
}

public static class Shapes
{
    public static void Draw<T>() where T : IShape, new() => Console.WriteLine(new T().Outline());
}

// Made by a type parameter.
/// <summary>A circle.</summary>
public sealed class Circle : IShape //@near GB2006
{
    public string Outline() => "o";
}

public class Device
{
    // Who derives calls it.
    /// <summary>Makes a sound.</summary>
    public void Beep() => Console.Beep(); //@near GB2006

    /// <summary>What comes before the sound.</summary>
    public virtual string Warn(int seconds) => $"in {seconds} s"; //@near GB2006
}

public sealed class Clock : Device
{
    public event EventHandler? Rang;

    public void Ring()
    {
        Beep();
        Console.WriteLine(Warn(2));
        Rang?.Invoke(this, EventArgs.Empty);
    }

    // Who raises events decides what runs.
    /// <summary>Answers an alarm.</summary>
    public void Answer(object? sender, EventArgs e) => Console.WriteLine(sender); //@near GB2006
}

// A framework finds it by its name.
/// <summary>Answers requests for notes.</summary>
public sealed class NotesController //@near GB2006
{
    /// <summary>Lists the notes.</summary>
    public IEnumerable<string> Index(int page) => Enumerable.Repeat("note", page); //@near GB2006
}

// A library's base: its host finds it.
/// <summary>Writes nowhere but to memory.</summary>
public sealed class Recording : StringWriter //@near GB2006
{
    /// <summary>What was written so far.</summary>
    public string Recorded() => GetStringBuilder().ToString(); //@near GB2006
}

// Settings are bound from a file, and only hold data.
/// <summary>The settings of the store.</summary>
public sealed class StoreOptions //@near GB2006
{
    /// <summary>Where the notes are.</summary>
    public string Path { get; set; } = ""; //@near GB2006
}

/// <summary>What can go wrong.</summary>
public enum Failure //@near GB2006
{
    /// <summary>Nothing.</summary>
    None,
}

// The other part is made by a generator or from markup.
/// <summary>A page.</summary>
public partial class Page //@near GB2006
{
    /// <summary>Shows the page.</summary>
    public string Show(string title) => title + "."; //@near GB2006
}
// file: README.md
## Features

- [ ] `Store.ExportPdf`
