using Microsoft.AspNetCore.Mvc;

namespace Shop.Sizes;

public class SizeFlows : ControllerBase
{
    public List<byte[]> Buffers { get; } = [];

    public void SizeRef()
    {
        var value = "none";
        FillSize(ref value);
        Buffers.Add(new byte[int.Parse(value)]); //@true GB8119
    }

    private void FillSize(ref string value)
    {
        value = Request.Query["size"].ToString();
    }

    public void SizeThrown()
    {
        try
        {
            throw new InvalidOperationException(Request.Headers["X-size"].ToString());
        }
        catch (InvalidOperationException failure)
        {
            Buffers.Add(new byte[int.Parse(failure.Message)]); //@true GB8119
        }
    }

    public void SizeBuilt()
    {
        var text = new System.Text.StringBuilder();
        text.Append(Request.Form["size"].ToString());
        Buffers.Add(new byte[int.Parse(text.ToString())]); //@true GB8119
    }

    private static string s_lastSize = "";

    public void SizeStatic()
    {
        s_lastSize = Request.Cookies["size"] ?? "";
        Buffers.Add(new byte[int.Parse(s_lastSize)]); //@true GB8119
    }

    public void SizeProperty()
    {
        var form = new SizeForm { Text = (Request.RouteValues["size"]?.ToString() ?? "") };
        Buffers.Add(new byte[int.Parse(form.Text)]); //@true GB8119
    }

    public void SizeJoined()
    {
        var whole = string.Join("", new[] { "a", Request.Path.ToString() });
        Buffers.Add(new byte[int.Parse(whole)]); //@true GB8119
    }

    public void SizeEither(bool isGiven)
    {
        var value = isGiven ? (Console.ReadLine() ?? "") : "none";
        Buffers.Add(new byte[int.Parse(value)]); //@true GB8119
    }

    public void SizeChosen(int mode)
    {
        var value = mode switch
        {
            0 => "none",
            1 => "all",
            _ => System.IO.File.ReadAllText("inbox.txt"),
        };
        Buffers.Add(new byte[int.Parse(value)]); //@true GB8119
    }

    public void SizeOverridden()
    {
        SizeText text = new LoudSizeText(Environment.GetEnvironmentVariable("SHOP_size") ?? "");
        Buffers.Add(new byte[int.Parse(text.Show())]); //@true GB8119
    }

    public void SizeLocal()
    {
        var value = Request.Query["size"].ToString();
        Use();

        void Use()
        {
            Buffers.Add(new byte[int.Parse(value)]); //@true GB8119
        }
    }

    public void SizeExtended()
    {
        Buffers.Add(new byte[int.Parse(Request.Headers["X-size"].ToString().ShortenedSize())]); //@true GB8119
    }

    public void SizeQueued()
    {
        var waiting = new Queue<string>();
        waiting.Enqueue(Request.Form["size"].ToString());
        Buffers.Add(new byte[int.Parse(waiting.Dequeue())]); //@true GB8119
    }

    public void SizeNested()
    {
        var order = new SizeOrder { Buyer = new SizeBuyer { Name = (Request.Cookies["size"] ?? "") } };
        Buffers.Add(new byte[int.Parse(order.Buyer.Name)]); //@true GB8119
    }

    public void SizeWith()
    {
        var start = new SizeRow("none");
        var changed = start with { Name = (Request.RouteValues["size"]?.ToString() ?? "") };
        Buffers.Add(new byte[int.Parse(changed.Name)]); //@true GB8119
    }

    public void SizeFinally()
    {
        var value = "none";
        try
        {
            value = Request.Path.ToString();
        }
        finally
        {
            Buffers.Add(new byte[int.Parse(value)]); //@true GB8119
        }
    }

    public void SizeGathered()
    {
        var parts = (Console.ReadLine() ?? "").Split(';');
        var text = "";
        for (var i = 0; i < parts.Length; i++)
            text += parts[i];
        Buffers.Add(new byte[int.Parse(text)]); //@true GB8119
    }
}

public class SizeForm
{
    private string _text = "";

    public string Text
    {
        get => _text;
        set => _text = value.Trim();
    }
}

public abstract class SizeText(string text)
{
    protected string Text { get; } = text;

    public abstract string Show();
}

public class LoudSizeText(string text) : SizeText(text)
{
    public override string Show() => Text.ToUpperInvariant();
}

public static class SizeTexts
{
    public static string ShortenedSize(this string text) => text.Length > 500 ? text[..500] : text;
}

public class SizeBuyer
{
    public string Name { get; set; } = "";
}

public class SizeOrder
{
    public SizeBuyer Buyer { get; set; } = new();
}

public record SizeRow(string Name);
