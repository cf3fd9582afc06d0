using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Workflows.States;

/// <summary>A state that does something, which can fail.</summary>
public abstract record WorkState(string Name) : FlowState(Name)
{
    /// <summary>Where in the input the result goes; null: it takes the input's place.</summary>
    public string? ResultPath { get; init; }

    /// <summary>Whether the input goes on and the result is thrown away.</summary>
    public bool DropsResult { get; init; }

    /// <summary>The first that names the error is asked.</summary>
    public IReadOnlyList<Retrier> Retry { get; init; } = [];

    /// <summary>Where tries are used up.</summary>
    public IReadOnlyList<Catcher> Catch { get; init; } = [];

    internal override IEnumerable<string> Targets => base.Targets.Concat(Catch.Select(static catcher => catcher.Next));

    internal override IEnumerable<string> Problems() =>
    [
        .. base.Problems(),
        .. PathProblems(Catch.Select(static catcher => catcher.ResultPath).Append(ResultPath)),
        .. DropsResult && ResultPath is not null ? [$"'{Name}' throws its result away and says where it goes."] : Array.Empty<string>(),
        .. Retry.Where(static retrier => retrier.MaxAttempts > 0 && retrier.Interval < TimeSpan.FromSeconds(1)).Select(_ => $"'{Name}' tries again within a second."),
        .. WildcardProblems(Retry.Select(static retrier => retrier.Errors)),
        .. WildcardProblems(Catch.Select(static catcher => catcher.Errors)),
    ];

    private protected void WriteWork(JsonObject json)
    {
        if (ResultPath is not null || DropsResult) json["ResultPath"] = ResultPath;
        if (Retry.Count > 0) json["Retry"] = new JsonArray([.. Retry.Select(static retrier => retrier.Write())]);
        if (Catch.Count > 0) json["Catch"] = new JsonArray([.. Catch.Select(static catcher => catcher.Write())]);
        WriteNext(json);
    }

    /// <summary>The language wants it so.</summary>
    private IEnumerable<string> WildcardProblems(IEnumerable<IReadOnlyList<string>> lists) => lists.Reverse()
        .Where(static (errors, fromEnd) => errors.Count == 0 || (errors.Contains(Errors.All) && (errors.Count > 1 || fromEnd > 0)))
        .Select(_ => $"'{Name}' names no error, or not {Errors.All} alone and last.");
}

/// <summary>Invokes a function.</summary>
/// <param name="Function">The resource name of its annotation.</param>
/// <param name="Timeout">Whole seconds, at least one; after it the try has failed.</param>
public sealed record TaskState(string Name, string Function, TimeSpan Timeout) : WorkState(Name)
{
    /// <summary>What the function gets; null: the state's input.</summary>
    public Payload? Parameters { get; init; }

    private protected override string Type => "Task";

    internal override IEnumerable<string> Problems() =>
    [
        .. base.Problems(),
        .. PathProblems(Parameters?.Paths ?? []),
        .. Timeout < TimeSpan.FromSeconds(1) ? [$"'{Name}' has less than a second."] : Array.Empty<string>(),
    ];

    private protected override void WriteTo(JsonObject json, Func<string, string> resource)
    {
        json["Resource"] = resource(Function);
        if (Parameters is not null) json["Parameters"] = Parameters.Write();
        json["TimeoutSeconds"] = (long)Timeout.TotalSeconds;
        WriteWork(json);
    }
}

/// <summary>Runs a machine for each item of a list, as an execution of its own each: there may be ten thousand.</summary>
/// <param name="Processor">The machine.</param>
public sealed record DistributedMapState(string Name, WorkflowDefinition Processor) : WorkState(Name)
{
    /// <summary>Where in the input the list is.</summary>
    public required string ItemsPath { get; init; }

    /// <summary>What the machine gets; the item is at <c>$$.Map.Item.Value</c>.</summary>
    public required Payload ItemSelector { get; init; }

    /// <summary>So many at a time.</summary>
    public required int MaxConcurrency { get; init; }

    internal override IReadOnlyList<WorkflowDefinition> Inner => [Processor];

    private protected override string Type => "Map";

    internal override IEnumerable<string> Problems() =>
    [
        .. base.Problems(),
        .. PathProblems([.. ItemSelector.Paths, ItemsPath]),
        .. MaxConcurrency < 1 ? [$"'{Name}' runs nothing at a time."] : Array.Empty<string>(),
    ];

    private protected override void WriteTo(JsonObject json, Func<string, string> resource)
    {
        var processor = Processor.Write(resource);
        processor["ProcessorConfig"] = new JsonObject { ["Mode"] = "DISTRIBUTED", ["ExecutionType"] = "STANDARD" };
        json["ItemsPath"] = ItemsPath;
        json["ItemSelector"] = ItemSelector.Write();
        json["MaxConcurrency"] = MaxConcurrency;
        json["ItemProcessor"] = processor;
        WriteWork(json);
    }
}

/// <summary>Runs machines beside each other with the same input; the result is the list of theirs.</summary>
public sealed record ParallelState(string Name, params IReadOnlyList<WorkflowDefinition> Branches) : WorkState(Name)
{
    internal override IReadOnlyList<WorkflowDefinition> Inner => Branches;

    private protected override string Type => "Parallel";

    internal override IEnumerable<string> Problems() => Branches.Count == 0 ? [.. base.Problems(), $"'{Name}' has nothing to run."] : base.Problems();

    private protected override void WriteTo(JsonObject json, Func<string, string> resource)
    {
        json["Branches"] = new JsonArray([.. Branches.Select(branch => branch.Write(resource))]);
        WriteWork(json);
    }
}
