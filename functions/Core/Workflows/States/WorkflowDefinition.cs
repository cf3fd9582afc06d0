using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Workflows.States;

/// <summary>A state machine as Step Functions runs it: the Amazon States Language, with JSONPath, in the part that this project uses.</summary>
/// <param name="StartAt">The name of the first state.</param>
/// <param name="States">In the order in which they are written.</param>
public sealed record WorkflowDefinition(string StartAt, params IReadOnlyList<State> States)
{
    /// <summary>For whoever reads the document; empty: none.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The names of all functions that are its tasks, inner machines' too.</summary>
    public IEnumerable<string> Functions => All().OfType<TaskState>().Select(static task => task.Function).Distinct(StringComparer.Ordinal);

    /// <summary>The document.</summary>
    /// <param name="resource">What a task's function is called by whoever runs it: its ARN on AWS.</param>
    /// <exception cref="InvalidOperationException">It has <see cref="Problems"/>.</exception>
    public string ToJson(Func<string, string> resource)
    {
        if (Problems().ToList() is { Count: > 0 } problems) throw new InvalidOperationException(string.Join(' ', problems));
        return Write(resource).ToJsonString();
    }

    /// <summary>Why Step Functions would refuse it, or it would never end; none: it can be run.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. All().GroupBy(static state => state.Name, StringComparer.Ordinal).Where(static same => same.Count() > 1).Select(static same => $"Two states are called '{same.Key}'."),
        .. ShapeProblems(),
    ];

    internal JsonObject Write(Func<string, string> resource)
    {
        var json = new JsonObject();
        if (Comment.Length > 0) json["Comment"] = Comment;
        json["StartAt"] = StartAt;
        json["States"] = new JsonObject(States.Select(state => KeyValuePair.Create<string, JsonNode?>(state.Name, state.Write(resource))));
        return json;
    }

    private IEnumerable<State> All() => States.SelectMany(static state => state.Inner.SelectMany(static inner => inner.All()).Prepend(state));

    private IEnumerable<string> ShapeProblems()
    {
        var states = States.ToLookup(static state => state.Name, StringComparer.Ordinal);
        foreach (var (from, to) in States.SelectMany(static state => state.Targets.Select(target => (state.Name, target))).Prepend(("The machine", StartAt)))
            if (!states.Contains(to)) yield return $"'{from}' leads to '{to}', which is no state.";
        var reached = Reached(states);
        foreach (var state in States.Where(state => !reached.Contains(state.Name))) yield return $"Nothing leads to '{state.Name}'.";
        if (!States.Any(state => state.IsEnd && reached.Contains(state.Name))) yield return "It has no end.";
        foreach (var problem in States.SelectMany(static state => state.Problems().Concat(state.Inner.SelectMany(static inner => inner.ShapeProblems())))) yield return problem;
    }

    private HashSet<string> Reached(ILookup<string, State> states)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { StartAt };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var name))
            foreach (var target in states[name].SelectMany(static state => state.Targets).Where(reached.Add)) open.Enqueue(target);
        return reached;
    }
}
