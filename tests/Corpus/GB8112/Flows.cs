using Microsoft.AspNetCore.Mvc;

namespace Shop.Headers;

public class HeaderFlows : ControllerBase
{
    public void ChannelHanded()
    {
        Action<string> use = text =>
        {
            Response.Headers["X-Channel"] = text; //@true GB8112
        };
        use(Request.Query["channel"].ToString());
    }

    public async Task ChannelAsync()
    {
        var value = await ReadChannelAsync();
        Response.Headers["X-Channel"] = value; //@true GB8112
    }

    private async Task<string> ReadChannelAsync()
    {
        await Task.Yield();
        return Request.Headers["X-channel"].ToString();
    }

    public void ChannelParts()
    {
        foreach (var part in PartsOfChannel(Request.Form["channel"].ToString()))
        {
            Response.Headers["X-Channel"] = part; //@true GB8112
        }
    }

    private static IEnumerable<string> PartsOfChannel(string text)
    {
        for (var i = 0; i < 2; i++)
            yield return text;
    }

    public void ChannelSplit()
    {
        foreach (var part in (Request.Cookies["channel"] ?? "").Split(',').Where(p => p.Length > 0).Select(p => p.Trim()))
        {
            Response.Headers["X-Channel"] = part; //@true GB8112
        }
    }

    public void ChannelByInterface()
    {
        IChannelForm form = new PlainChannelForm();
        Response.Headers["X-Channel"] = form.Of(Request.RouteValues["channel"]?.ToString() ?? ""); //@true GB8112
    }

    public void ChannelBoxed()
    {
        var box = new ChannelBox<string>(Request.Path.ToString());
        Response.Headers["X-Channel"] = box.Value; //@true GB8112
    }

    public void ChannelOut()
    {
        if (TryTakeChannel(out var value))
        {
            Response.Headers["X-Channel"] = value; //@true GB8112
        }
    }

    private bool TryTakeChannel(out string value)
    {
        value = Console.ReadLine() ?? "";
        return value.Length > 0;
    }

    public void ChannelRef()
    {
        var value = "none";
        FillChannel(ref value);
        Response.Headers["X-Channel"] = value; //@true GB8112
    }

    private void FillChannel(ref string value)
    {
        value = System.IO.File.ReadAllText("inbox.txt");
    }

    public void ChannelThrown()
    {
        try
        {
            throw new InvalidOperationException(Environment.GetEnvironmentVariable("SHOP_channel") ?? "");
        }
        catch (InvalidOperationException failure)
        {
            Response.Headers["X-Channel"] = failure.Message; //@true GB8112
        }
    }

    public void ChannelBuilt()
    {
        var text = new System.Text.StringBuilder();
        text.Append(Request.Query["channel"].ToString());
        Response.Headers["X-Channel"] = text.ToString(); //@true GB8112
    }

    private static string s_lastChannel = "";

    public void ChannelStatic()
    {
        s_lastChannel = Request.Headers["X-channel"].ToString();
        Response.Headers["X-Channel"] = s_lastChannel; //@true GB8112
    }

    public void ChannelProperty()
    {
        var form = new ChannelForm { Text = Request.Form["channel"].ToString() };
        Response.Headers["X-Channel"] = form.Text; //@true GB8112
    }

    public void ChannelJoined()
    {
        var whole = string.Join("", new[] { "a", (Request.Cookies["channel"] ?? "") });
        Response.Headers["X-Channel"] = whole; //@true GB8112
    }

    public void ChannelEither(bool isGiven)
    {
        var value = isGiven ? (Request.RouteValues["channel"]?.ToString() ?? "") : "none";
        Response.Headers["X-Channel"] = value; //@true GB8112
    }

    public void ChannelChosen(int mode)
    {
        var value = mode switch
        {
            0 => "none",
            1 => "all",
            _ => Request.Path.ToString(),
        };
        Response.Headers["X-Channel"] = value; //@true GB8112
    }

    public void ChannelOverridden()
    {
        ChannelText text = new LoudChannelText(Console.ReadLine() ?? "");
        Response.Headers["X-Channel"] = text.Show(); //@true GB8112
    }
}

public interface IChannelForm
{
    string Of(string text);
}

public class PlainChannelForm : IChannelForm
{
    public string Of(string text) => text.TrimEnd();
}

public class ChannelBox<T>(T value)
{
    public T Value => value;
}

public class ChannelForm
{
    private string _text = "";

    public string Text
    {
        get => _text;
        set => _text = value.Trim();
    }
}

public abstract class ChannelText(string text)
{
    protected string Text { get; } = text;

    public abstract string Show();
}

public class LoudChannelText(string text) : ChannelText(text)
{
    public override string Show() => Text.ToUpperInvariant();
}
