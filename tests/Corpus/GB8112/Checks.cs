using Microsoft.AspNetCore.Mvc;

namespace Shop.Headers;

public class HeaderChecks : ControllerBase
{
    public void ChannelClean()
    {
        Response.Headers["X-Channel"] = Uri.EscapeDataString(Request.Query["channel"].ToString()); //@near GB8112
    }

    public void ChannelCleanBelow()
    {
        var value = CleanedChannel(Request.Headers["X-channel"].ToString());
        Response.Headers["X-Channel"] = value; //@near GB8112
    }

    private static string CleanedChannel(string text) => Uri.EscapeDataString(text);

    public void ChannelCleanList()
    {
        foreach (var part in Request.Form["channel"].ToString().Split(',').Select(p => Uri.EscapeDataString(p)))
        {
            Response.Headers["X-Channel"] = part; //@near GB8112
        }
    }

    public void ChannelOneOf()
    {
        var value = Request.Cookies["channel"] ?? "";
        if (value is "web" or "app")
        {
            Response.Headers["X-Channel"] = value; //@near GB8112
        }
    }

    public void ChannelMapped()
    {
        var value = (Request.RouteValues["channel"]?.ToString() ?? "") switch
        {
            "1" => "web",
            _ => "app",
        };
        Response.Headers["X-Channel"] = value; //@near GB8112
    }

    public void ChannelNumber()
    {
        if (int.TryParse(Request.Path.ToString(), out var number))
        {
            Response.Headers["X-Channel"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture); //@near GB8112
        }
    }

    public void ChannelId()
    {
        var id = Guid.Parse(Console.ReadLine() ?? "");
        Response.Headers["X-Channel"] = id.ToString("N"); //@near GB8112
    }

    public void ChannelDay()
    {
        var day = Enum.Parse<DayOfWeek>(System.IO.File.ReadAllText("inbox.txt"));
        Response.Headers["X-Channel"] = day.ToString(); //@near GB8112
    }

    public void ChannelShaped()
    {
        var value = Environment.GetEnvironmentVariable("SHOP_channel") ?? "";
        if (!System.Text.RegularExpressions.Regex.IsMatch(value, "^[a-z]{1,20}\\z"))
            throw new ArgumentException("It is no name.");
        Response.Headers["X-Channel"] = value; //@near GB8112
    }

    public void ChannelLetters()
    {
        var value = Request.Query["channel"].ToString();
        if (value.All(char.IsAsciiLetterOrDigit))
        {
            Response.Headers["X-Channel"] = value; //@near GB8112
        }
    }

    public void ChannelOtherIndex()
    {
        string[] values = ["web", Request.Headers["X-channel"].ToString()];
        Response.Headers["X-Channel"] = values[0]; //@near GB8112
    }

    private static readonly Dictionary<string, string> ChannelTable = new() { ["a"] = "web", ["b"] = "app" };

    public void ChannelLooked()
    {
        if (ChannelTable.TryGetValue(Request.Form["channel"].ToString(), out var value))
        {
            Response.Headers["X-Channel"] = value; //@near GB8112
        }
    }

    private string _channelState = "";

    public void ChannelReset()
    {
        _channelState = Request.Cookies["channel"] ?? "";
        ClearChannel();
        Response.Headers["X-Channel"] = _channelState; //@near GB8112
    }

    private void ClearChannel() => _channelState = "web";

    public void ChannelFixed()
    {
        IChannelLabel label = new FixedChannelLabel();
        Response.Headers["X-Channel"] = label.For(Request.RouteValues["channel"]?.ToString() ?? ""); //@near GB8112
    }

    public void ChannelCounted()
    {
        Func<string, string> kind = text => text.Length == 0 ? "web" : "app";
        Response.Headers["X-Channel"] = kind(Request.Path.ToString()); //@near GB8112
    }

    public void ChannelCleared()
    {
        var text = new System.Text.StringBuilder(Console.ReadLine() ?? "");
        text.Clear();
        text.Append("web");
        Response.Headers["X-Channel"] = text.ToString(); //@near GB8112
    }
}

public interface IChannelLabel
{
    string For(string text);
}

public class FixedChannelLabel : IChannelLabel
{
    public string For(string text) => text.Length > 3 ? "web" : "app";
}
