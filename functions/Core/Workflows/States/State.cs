using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Workflows.States;

/// <summary>A state of a machine.</summary>
/// <param name="Name">Once in the whole machine, 1 to 80 characters.</param>
public abstract record State(string Name)
{
    private const int MaximumName = 80;

    /// <summary>Whether the machine can end here.</summary>
    internal virtual bool IsEnd => false;

    /// <summary>The names of all states that may follow.</summary>
    internal virtual IEnumerable<string> Targets => [];

    /// <summary>Machines in it.</summary>
    internal virtual IReadOnlyList<WorkflowDefinition> Inner => [];

    private protected abstract string Type { get; }

    internal virtual IEnumerable<string> Problems()
    {
        if (Name.Length is 0 or > MaximumName) yield return $"'{Name}' is no name: 1 to {MaximumName} characters.";
    }

    internal JsonObject Write(Func<string, string> resource)
    {
        var json = new JsonObject { ["Type"] = Type };
        WriteTo(json, resource);
        return json;
    }

    private protected abstract void WriteTo(JsonObject json, Func<string, string> resource);

    private protected IEnumerable<string> PathProblems(params IEnumerable<string?> paths) =>
        paths.OfType<string>().Where(static path => !path.StartsWith('$')).Select(path => $"'{path}' of '{Name}' is no path.");
}

/// <summary>A state after which the next comes.</summary>
public abstract record FlowState(string Name) : State(Name)
{
    /// <summary>The next; null: the machine, or the branch, ends here.</summary>
    public string? Next { get; init; }

    internal sealed override bool IsEnd => Next is null;

    internal override IEnumerable<string> Targets => Next is null ? [] : [Next];

    private protected void WriteNext(JsonObject json)
    {
        if (Next is null) json["End"] = true;
        else json["Next"] = Next;
    }
}

/// <summary>Hands its input on, or a value in its place.</summary>
public sealed record PassState(string Name) : FlowState(Name)
{
    /// <summary>The value; null: the input.</summary>
    public JsonNode? Result { get; init; }

    /// <summary>Where in the input the value goes; null: it takes the input's place.</summary>
    public string? ResultPath { get; init; }

    private protected override string Type => "Pass";

    internal override IEnumerable<string> Problems() => [.. base.Problems(), .. PathProblems(ResultPath)];

    private protected override void WriteTo(JsonObject json, Func<string, string> resource)
    {
        if (Result is not null) json["Result"] = Result.DeepClone();
        if (ResultPath is not null) json["ResultPath"] = ResultPath;
        WriteNext(json);
    }
}

/// <summary>Waits.</summary>
/// <param name="Time">Whole seconds, at least one.</param>
public sealed record WaitState(string Name, TimeSpan Time) : FlowState(Name)
{
    private protected override string Type => "Wait";

    internal override IEnumerable<string> Problems() => Time < TimeSpan.FromSeconds(1) ? [.. base.Problems(), $"'{Name}' waits for less than a second."] : base.Problems();

    private protected override void WriteTo(JsonObject json, Func<string, string> resource)
    {
        json["Seconds"] = (long)Time.TotalSeconds;
        WriteNext(json);
    }
}

/// <summary>The machine ends well.</summary>
public sealed record SucceedState(string Name) : State(Name)
{
    internal override bool IsEnd => true;

    private protected override string Type => "Succeed";

    private protected override void WriteTo(JsonObject json, Func<string, string> resource)
    {
    }
}

/// <summary>The machine fails.</summary>
public sealed record FailState(string Name, string Error, string Cause) : State(Name)
{
    internal override bool IsEnd => true;

    private protected override string Type => "Fail";

    private protected override void WriteTo(JsonObject json, Func<string, string> resource) => (json["Error"], json["Cause"]) = (Error, Cause);
}
