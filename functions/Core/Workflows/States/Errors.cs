using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Workflows.States;

/// <summary>Names of errors that the language has.</summary>
public static class Errors
{
    public const string All = "States.ALL";
}

/// <summary>Tries again after some errors.</summary>
/// <param name="Errors">Names of exceptions; <see cref="Errors.All"/> stands alone, in the last retrier.</param>
public sealed record Retrier(params IReadOnlyList<string> Errors)
{
    /// <summary>So often; 0: these errors are not tried again.</summary>
    public int MaxAttempts { get; init; }

    /// <summary>Before the first try again: whole seconds. Before each further one twice as long, and with jitter less, so that not all come at once.</summary>
    public TimeSpan Interval { get; init; }

    internal JsonNode Write()
    {
        var json = new JsonObject { ["ErrorEquals"] = Names.Of(Errors), ["MaxAttempts"] = MaxAttempts };
        if (MaxAttempts == 0) return json;
        json["IntervalSeconds"] = (long)Interval.TotalSeconds;
        json["BackoffRate"] = 2;
        json["JitterStrategy"] = "FULL";
        return json;
    }
}

/// <summary>Goes on elsewhere after some errors.</summary>
/// <param name="Next">Where.</param>
/// <param name="Errors">As a retrier's.</param>
public sealed record Catcher(string Next, params IReadOnlyList<string> Errors)
{
    /// <summary>Where in the state's input the error goes; null: it takes its place.</summary>
    public string? ResultPath { get; init; }

    internal JsonNode Write()
    {
        var json = new JsonObject { ["ErrorEquals"] = Names.Of(Errors) };
        if (ResultPath is not null) json["ResultPath"] = ResultPath;
        json["Next"] = Next;
        return json;
    }
}

/// <summary>An object whose members are looked up in the input, at paths: <c>$.name</c>, or <c>$$.name</c> in the context.</summary>
public sealed record Payload(params IReadOnlyList<(string Name, string Path)> Members)
{
    internal IEnumerable<string> Paths => Members.Select(static member => member.Path);

    internal JsonNode Write() => new JsonObject(Members.Select(static member => KeyValuePair.Create<string, JsonNode?>(member.Name + ".$", member.Path)));
}

internal static class Names
{
    public static JsonArray Of(IEnumerable<string> names) => new([.. names.Select(static name => (JsonNode)name)]);
}
