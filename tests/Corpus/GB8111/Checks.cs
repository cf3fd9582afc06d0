using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Shop.Journals;

public class JournalChecks(ILogger<JournalChecks> log) : ControllerBase
{
    public void VisitorClean()
    {
        log.LogInformation("visitor " + Uri.EscapeDataString(Request.Query["visitor"].ToString())); //@near GB8111
    }

    public void VisitorCleanBelow()
    {
        var value = CleanedVisitor(Request.Headers["X-visitor"].ToString());
        log.LogInformation("visitor " + value); //@near GB8111
    }

    private static string CleanedVisitor(string text) => Uri.EscapeDataString(text);

    public void VisitorCleanList()
    {
        foreach (var part in Request.Form["visitor"].ToString().Split(',').Select(p => Uri.EscapeDataString(p)))
        {
            log.LogInformation("visitor " + part); //@near GB8111
        }
    }

    public void VisitorReplaced()
    {
        var value = Request.Cookies["visitor"] ?? "";
        if (value.Length > 0)
            SeenVisitor++;
        value = "guest";
        log.LogInformation("visitor " + value); //@near GB8111
    }

    public int SeenVisitor { get; private set; }

    private const bool ShowsVisitor = false;

    public void VisitorNever()
    {
        var value = ShowsVisitor ? (Request.RouteValues["visitor"]?.ToString() ?? "") : "guest";
        log.LogInformation("visitor " + value); //@near GB8111
    }

    public void VisitorOtherField()
    {
        var line = new VisitorNote(Request.Path.ToString(), "guest");
        log.LogInformation("visitor " + line.Kind); //@near GB8111
    }

    public void VisitorOtherKey()
    {
        var values = new Dictionary<string, string> { ["given"] = (Console.ReadLine() ?? ""), ["fixed"] = "guest" };
        log.LogInformation("visitor " + values["fixed"]); //@near GB8111
    }

    public void VisitorOtherPart()
    {
        var pair = (Given: System.IO.File.ReadAllText("inbox.txt"), Fixed: "guest");
        log.LogInformation("visitor " + pair.Fixed); //@near GB8111
    }

    private static readonly HashSet<string> KnownVisitor = ["guest", "member"];

    public void VisitorFromSet()
    {
        var value = Environment.GetEnvironmentVariable("SHOP_visitor") ?? "";
        if (!KnownVisitor.Contains(value))
            return;
        log.LogInformation("visitor " + value); //@near GB8111
    }

    public void VisitorEqual()
    {
        var value = Request.Query["visitor"].ToString();
        if (value == "guest")
        {
            log.LogInformation("visitor " + value); //@near GB8111
        }
    }

    public void VisitorOneOf()
    {
        var value = Request.Headers["X-visitor"].ToString();
        if (value is "guest" or "member")
        {
            log.LogInformation("visitor " + value); //@near GB8111
        }
    }

    public void VisitorMapped()
    {
        var value = Request.Form["visitor"].ToString() switch
        {
            "1" => "guest",
            _ => "member",
        };
        log.LogInformation("visitor " + value); //@near GB8111
    }

    public void VisitorNumber()
    {
        if (int.TryParse((Request.Cookies["visitor"] ?? ""), out var number))
        {
            log.LogInformation("visitor " + number.ToString(System.Globalization.CultureInfo.InvariantCulture)); //@near GB8111
        }
    }

    public void VisitorId()
    {
        var id = Guid.Parse(Request.RouteValues["visitor"]?.ToString() ?? "");
        log.LogInformation("visitor " + id.ToString("N")); //@near GB8111
    }

    public void VisitorDay()
    {
        var day = Enum.Parse<DayOfWeek>(Request.Path.ToString());
        log.LogInformation("visitor " + day.ToString()); //@near GB8111
    }

    public void VisitorShaped()
    {
        var value = Console.ReadLine() ?? "";
        if (!System.Text.RegularExpressions.Regex.IsMatch(value, "^[a-z]{1,20}\\z"))
            throw new ArgumentException("It is no name.");
        log.LogInformation("visitor " + value); //@near GB8111
    }
}

public record VisitorNote(string Text, string Kind);
