using Microsoft.AspNetCore.Mvc;

namespace Shop.Sizes;

public class SizeChecks : ControllerBase
{
    public List<byte[]> Buffers { get; } = [];

    private static readonly string[] AllowedSize = ["16", "64"];

    public void SizeOrThrow()
    {
        var value = Request.Query["size"].ToString();
        if (!AllowedSize.Contains(value))
            throw new ArgumentException("It is not known.");
        Buffers.Add(new byte[int.Parse(value)]); //@near GB8119
    }

    public void SizeRequired()
    {
        var value = Request.Headers["X-size"].ToString();
        RequireSize(value);
        Buffers.Add(new byte[int.Parse(value)]); //@near GB8119
    }

    private static void RequireSize(string value)
    {
        if (value is not ("16" or "64"))
            throw new ArgumentException("It is not known.");
    }

    private static readonly string[] AllSize = ["16", "64"];

    public void SizeFound()
    {
        var wanted = Request.Form["size"].ToString();
        var value = AllSize.FirstOrDefault(known => known == wanted) ?? "16";
        Buffers.Add(new byte[int.Parse(value)]); //@near GB8119
    }

    public void SizeFlag()
    {
        var isOn = bool.Parse(Request.Cookies["size"] ?? "");
        Buffers.Add(new byte[int.Parse((isOn ? "16" : "64"))]); //@near GB8119
    }

    public void SizeTyped()
    {
        object given = 5;
        if ((Request.RouteValues["size"]?.ToString() ?? "").Length > 0 && given is string text)
            SeenSizeTexts.Add(text);
        Buffers.Add(new byte[int.Parse("16")]); //@near GB8119
    }

    public List<string> SeenSizeTexts { get; } = [];

    public void SizeLocalFixed()
    {
        var value = Request.Path.ToString();
        var isLong = value.Length > 10;
        Use();

        void Use()
        {
            Buffers.Add(new byte[int.Parse((isLong ? "16" : "64"))]); //@near GB8119
        }
    }

    public void SizeWithFixed()
    {
        var given = new SizeEntry(Console.ReadLine() ?? "");
        var changed = given with { Name = "16" };
        Buffers.Add(new byte[int.Parse(changed.Name)]); //@near GB8119
    }

    public void SizeValid()
    {
        var value = System.IO.File.ReadAllText("inbox.txt");
        if (IsKnownSize(value))
        {
            Buffers.Add(new byte[int.Parse(value)]); //@near GB8119
        }
    }

    private static bool IsKnownSize(string value) => value is "16" or "64";

    public void SizeReplaced()
    {
        var value = Environment.GetEnvironmentVariable("SHOP_size") ?? "";
        if (value.Length > 0)
            SeenSize++;
        value = "16";
        Buffers.Add(new byte[int.Parse(value)]); //@near GB8119
    }

    public int SeenSize { get; private set; }

    private const bool ShowsSize = false;

    public void SizeNever()
    {
        var value = ShowsSize ? Request.Query["size"].ToString() : "16";
        Buffers.Add(new byte[int.Parse(value)]); //@near GB8119
    }

    public void SizeOtherField()
    {
        var line = new SizeNote(Request.Headers["X-size"].ToString(), "16");
        Buffers.Add(new byte[int.Parse(line.Kind)]); //@near GB8119
    }

    public void SizeOtherKey()
    {
        var values = new Dictionary<string, string> { ["given"] = Request.Form["size"].ToString(), ["fixed"] = "16" };
        Buffers.Add(new byte[int.Parse(values["fixed"])]); //@near GB8119
    }

    public void SizeOtherPart()
    {
        var pair = (Given: (Request.Cookies["size"] ?? ""), Fixed: "16");
        Buffers.Add(new byte[int.Parse(pair.Fixed)]); //@near GB8119
    }

    private static readonly HashSet<string> KnownSize = ["16", "64"];

    public void SizeFromSet()
    {
        var value = Request.RouteValues["size"]?.ToString() ?? "";
        if (!KnownSize.Contains(value))
            return;
        Buffers.Add(new byte[int.Parse(value)]); //@near GB8119
    }

    public void SizeEqual()
    {
        var value = Request.Path.ToString();
        if (value == "16")
        {
            Buffers.Add(new byte[int.Parse(value)]); //@near GB8119
        }
    }

    public void SizeOneOf()
    {
        var value = Console.ReadLine() ?? "";
        if (value is "16" or "64")
        {
            Buffers.Add(new byte[int.Parse(value)]); //@near GB8119
        }
    }
}

public record SizeEntry(string Name);

public record SizeNote(string Text, string Kind);
