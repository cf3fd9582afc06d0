using System.IO.Compression;

namespace Shop.Archives;

public class ArchiveFlows(ZipArchiveEntry entry)
{
    public void EntryChosen(int mode)
    {
        var value = mode switch
        {
            0 => "none",
            1 => "all",
            _ => entry.FullName,
        };
        File.WriteAllText(Path.Combine("out", value), ""); //@true GB8120
    }

    public void EntryOverridden()
    {
        EntryText text = new LoudEntryText(entry.FullName);
        File.WriteAllText(Path.Combine("out", text.Show()), ""); //@true GB8120
    }

    public void EntryLocal()
    {
        var value = entry.FullName;
        Use();

        void Use()
        {
            File.WriteAllText(Path.Combine("out", value), ""); //@true GB8120
        }
    }

    public void EntryExtended()
    {
        File.WriteAllText(Path.Combine("out", entry.FullName.ShortenedEntry()), ""); //@true GB8120
    }

    public void EntryQueued()
    {
        var waiting = new Queue<string>();
        waiting.Enqueue(entry.FullName);
        File.WriteAllText(Path.Combine("out", waiting.Dequeue()), ""); //@true GB8120
    }

    public void EntryNested()
    {
        var order = new EntryOrder { Buyer = new EntryBuyer { Name = entry.FullName } };
        File.WriteAllText(Path.Combine("out", order.Buyer.Name), ""); //@true GB8120
    }

    public void EntryWith()
    {
        var start = new EntryRow("none");
        var changed = start with { Name = entry.FullName };
        File.WriteAllText(Path.Combine("out", changed.Name), ""); //@true GB8120
    }

    public void EntryFinally()
    {
        var value = "none";
        try
        {
            value = entry.FullName;
        }
        finally
        {
            File.WriteAllText(Path.Combine("out", value), ""); //@true GB8120
        }
    }

    public void EntryGathered()
    {
        var parts = entry.FullName.Split(';');
        var text = "";
        for (var i = 0; i < parts.Length; i++)
            text += parts[i];
        File.WriteAllText(Path.Combine("out", text), ""); //@true GB8120
    }

    // A length says nothing of what stands in it.
    public void EntryShort()
    {
        var value = entry.FullName;
        if (value.Length is 0 or > 64)
            return;
        File.WriteAllText(Path.Combine("out", value), ""); //@true GB8120
    }

    // The check is the wrong way round.
    public void EntryWrong()
    {
        var value = entry.FullName;
        if (value != "none")
        {
            File.WriteAllText(Path.Combine("out", value), ""); //@true GB8120
        }
    }

    public void EntryShown()
    {
        var tag = new EntryTag(entry.FullName);
        File.WriteAllText(Path.Combine("out", tag.ToString()), ""); //@true GB8120
    }

    public void EntryMatched()
    {
        object given = entry.FullName;
        if (given is string text)
        {
            File.WriteAllText(Path.Combine("out", text), ""); //@true GB8120
        }
    }

    public async Task EntryRun()
    {
        var value = entry.FullName;
        var later = await Task.Run(() => value);
        File.WriteAllText(Path.Combine("out", later), ""); //@true GB8120
    }

    private event Action<string>? EntryChanged;

    public void EntryEvent()
    {
        EntryChanged += text =>
        {
            File.WriteAllText(Path.Combine("out", text), ""); //@true GB8120
        };
        EntryChanged?.Invoke(entry.FullName);
    }

    public void EntryIndexed()
    {
        var sheet = new EntrySheet();
        sheet["a"] = entry.FullName;
        File.WriteAllText(Path.Combine("out", sheet["a"]), ""); //@true GB8120
    }
}

public abstract class EntryText(string text)
{
    protected string Text { get; } = text;

    public abstract string Show();
}

public class LoudEntryText(string text) : EntryText(text)
{
    public override string Show() => Text.ToUpperInvariant();
}

public static class EntryTexts
{
    public static string ShortenedEntry(this string text) => text.Length > 500 ? text[..500] : text;
}

public class EntryBuyer
{
    public string Name { get; set; } = "";
}

public class EntryOrder
{
    public EntryBuyer Buyer { get; set; } = new();
}

public record EntryRow(string Name);

public class EntryTag(string name)
{
    public override string ToString() => name;
}

public class EntrySheet
{
    private readonly Dictionary<string, string> _cells = [];

    public string this[string name]
    {
        get => _cells[name];
        set => _cells[name] = value;
    }
}
