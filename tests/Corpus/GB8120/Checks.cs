using System.IO.Compression;

namespace Shop.Archives;

public class ArchiveChecks(ZipArchiveEntry entry)
{
    public void EntryClean()
    {
        File.WriteAllText(Path.Combine("out", Path.GetFileName(entry.FullName)), ""); //@near GB8120
    }

    public void EntryCleanBelow()
    {
        var value = CleanedEntry(entry.FullName);
        File.WriteAllText(Path.Combine("out", value), ""); //@near GB8120
    }

    private static string CleanedEntry(string text) => Path.GetFileName(text);

    public void EntryCleanList()
    {
        foreach (var part in entry.FullName.Split(',').Select(p => Path.GetFileName(p)))
        {
            File.WriteAllText(Path.Combine("out", part), ""); //@near GB8120
        }
    }

    private static readonly string[] AllEntry = ["readme", "license"];

    public void EntryFound()
    {
        var wanted = entry.FullName;
        var value = AllEntry.FirstOrDefault(known => known == wanted) ?? "readme";
        File.WriteAllText(Path.Combine("out", value), ""); //@near GB8120
    }

    public void EntryFlag()
    {
        var isOn = bool.Parse(entry.FullName);
        File.WriteAllText(Path.Combine("out", (isOn ? "readme" : "license")), ""); //@near GB8120
    }

    public void EntryTyped()
    {
        object given = 5;
        if (entry.FullName.Length > 0 && given is string text)
            SeenEntryTexts.Add(text);
        File.WriteAllText(Path.Combine("out", "readme"), ""); //@near GB8120
    }

    public List<string> SeenEntryTexts { get; } = [];

    public void EntryLocalFixed()
    {
        var value = entry.FullName;
        var isLong = value.Length > 10;
        Use();

        void Use()
        {
            File.WriteAllText(Path.Combine("out", (isLong ? "readme" : "license")), ""); //@near GB8120
        }
    }

    public void EntryWithFixed()
    {
        var given = new EntryEntry(entry.FullName);
        var changed = given with { Name = "readme" };
        File.WriteAllText(Path.Combine("out", changed.Name), ""); //@near GB8120
    }

    public void EntryValid()
    {
        var value = entry.FullName;
        if (IsKnownEntry(value))
        {
            File.WriteAllText(Path.Combine("out", value), ""); //@near GB8120
        }
    }

    private static bool IsKnownEntry(string value) => value is "readme" or "license";

    public void EntryReplaced()
    {
        var value = entry.FullName;
        if (value.Length > 0)
            SeenEntry++;
        value = "readme";
        File.WriteAllText(Path.Combine("out", value), ""); //@near GB8120
    }

    public int SeenEntry { get; private set; }

    private const bool ShowsEntry = false;

    public void EntryNever()
    {
        var value = ShowsEntry ? entry.FullName : "readme";
        File.WriteAllText(Path.Combine("out", value), ""); //@near GB8120
    }

    public void EntryOtherField()
    {
        var line = new EntryNote(entry.FullName, "readme");
        File.WriteAllText(Path.Combine("out", line.Kind), ""); //@near GB8120
    }

    public void EntryOtherKey()
    {
        var values = new Dictionary<string, string> { ["given"] = entry.FullName, ["fixed"] = "readme" };
        File.WriteAllText(Path.Combine("out", values["fixed"]), ""); //@near GB8120
    }

    public void EntryOtherPart()
    {
        var pair = (Given: entry.FullName, Fixed: "readme");
        File.WriteAllText(Path.Combine("out", pair.Fixed), ""); //@near GB8120
    }

    private static readonly HashSet<string> KnownEntry = ["readme", "license"];

    public void EntryFromSet()
    {
        var value = entry.FullName;
        if (!KnownEntry.Contains(value))
            return;
        File.WriteAllText(Path.Combine("out", value), ""); //@near GB8120
    }

    public void EntryEqual()
    {
        var value = entry.FullName;
        if (value == "readme")
        {
            File.WriteAllText(Path.Combine("out", value), ""); //@near GB8120
        }
    }
}

public record EntryEntry(string Name);

public record EntryNote(string Text, string Kind);
