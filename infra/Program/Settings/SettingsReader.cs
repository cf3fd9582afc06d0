using System.Globalization;
using System.Text.RegularExpressions;
using Pulumi;

namespace Ghostbusters.Infra.Settings;

/// <summary>Reads <c>Pulumi.&lt;stack&gt;.yaml</c>.</summary>
public sealed partial class SettingsReader(Config config)
{
    private static readonly int[] Retentions = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    private readonly List<string> _problems = [];

    /// <exception cref="SettingsException">Something in it cannot be deployed.</exception>
    public StackSettings Read(string project, string stack)
    {
        var isProduction = Flag("production", false);
        var settings = new StackSettings
        {
            Names = new Names(Word(project, "The project's name"), Word(stack, "The stack's name"), Text("owner", "ghostbusters")),
            IsProduction = isProduction,
            Architecture = OneOf("architecture", "x86_64", ["x86_64", "arm64"]),
            Artifacts = Text("artifacts", "../../artifacts/publish"),
            LogDays = Whole("logDays", isProduction ? 365 : 30),
            AccountConcurrency = Whole("accountConcurrency", 1000),
            AlarmEmails = List("alarmEmails"),
            MonthlyBudget = Whole("monthlyBudget", isProduction ? 200 : 20),
            Origins = List("origins"),
            Machines = List("machines") is { Count: > 0 } machines ? machines : ["cli", "ci"],
            UseOwnKey = Flag("ownKey", isProduction),
            UseFirewall = Flag("firewall", isProduction),
            OwnsGatewayAccount = Flag("ownsGatewayAccount", true),
            Domain = Domain(),
        };
        Check(settings);
        return _problems.Count == 0 ? settings : throw new SettingsException(_problems);
    }

    private void Check(StackSettings settings)
    {
        if (!Retentions.Contains(settings.LogDays)) _problems.Add($"logDays is {settings.LogDays}; CloudWatch takes {string.Join(", ", Retentions)}.");
        if (settings.IsProduction && settings.LogDays < 365) _problems.Add($"logDays is {settings.LogDays}; in production logs are kept 365 days or more.");
        if (settings.AlarmEmails.Count == 0) _problems.Add("alarmEmails is empty: nobody would learn of a failure. Set it: pulumi config set alarmEmails you@example.com");
        foreach (var email in settings.AlarmEmails.Where(static e => !Email().IsMatch(e))) _problems.Add($"'{email}' in alarmEmails is no address.");
        foreach (var origin in settings.Origins.Where(static o => !IsOrigin(o))) _problems.Add($"'{origin}' in origins is no origin: write https://app.example.com, without a path. '*' is not taken, because tokens are sent.");
        foreach (var machine in settings.Machines.Where(static m => !Words().IsMatch(m))) _problems.Add($"'{machine}' in machines is no name: a-z, 0-9 and '-'.");
        if (settings.MonthlyBudget <= 0) _problems.Add("monthlyBudget is not above zero: give it in US dollars.");
    }

    private DomainSettings? Domain() => (config.Get("domain"), config.Get("certificateArn")) switch
    {
        (null, null) => null,
        ({ } name, { } certificate) => new DomainSettings(name, certificate),
        _ => Problem<DomainSettings>("domain and certificateArn belong together: set both or neither."),
    };

    private string Word(string text, string what) => Words().IsMatch(text) ? text : Problem(text, $"{what} is '{text}'; it becomes part of names: a-z, 0-9 and '-', beginning with a letter.");

    private string Text(string key, string otherwise) => config.Get(key) is { Length: > 0 } text ? text : otherwise;

    private string OneOf(string key, string otherwise, string[] known)
    {
        var text = Text(key, otherwise);
        return known.Contains(text, StringComparer.Ordinal) ? text : Problem(text, $"{key} is '{text}'; it is one of {string.Join(", ", known)}.");
    }

    private bool Flag(string key, bool otherwise) => config.Get(key) switch
    {
        null => otherwise,
        "true" => true,
        "false" => false,
        { } text => Problem(otherwise, $"{key} is '{text}'; it is true or false."),
    };

    private int Whole(string key, int otherwise) => config.Get(key) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Problem(otherwise, $"{key} is '{text}'; it is a whole number.");

    private List<string> List(string key) => [.. (config.Get(key) ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)];

    private T Problem<T>(T otherwise, string text)
    {
        _problems.Add(text);
        return otherwise;
    }

    private T? Problem<T>(string text) where T : class => Problem<T?>(null, text);

    private static bool IsOrigin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) == text
        && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback);

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex Email();
}
