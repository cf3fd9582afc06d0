using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>
/// Runs a machine. It is a pure function of its input, the journal and what tasks answer; times that were decided once
/// (waits, pauses before retries) are kept in the journal too.
/// </summary>
internal sealed class Interpreter(InterpreterRun run)
{
    /// <summary>The output of a machine.</summary>
    /// <param name="prefix">Names the machine within its execution.</param>
    /// <exception cref="StatesException">It failed.</exception>
    public async Task<JsonNode?> RunAsync(StateMachine machine, JsonNode? input, JsonObject context, string prefix, CancellationToken cancellation)
    {
        var (name, data) = (machine.StartAt, input);
        for (var step = 0; ; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var state = machine.States[name];
            var (output, next) = await StateAsync(state, data, With(context, state), $"{prefix}/{step}:{name}", cancellation).ConfigureAwait(false);
            if (next is null) return output;
            (name, data) = (next, output);
        }
    }

    private async Task<(JsonNode? Output, string? Next)> StateAsync(State state, JsonNode? raw, JsonObject context, string path, CancellationToken cancellation)
    {
        var used = new int[state.Errors.Retriers.Count];
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var input = DataFlow.Input(state, raw, context);
                var next = state.Type == "Choice" ? Chosen(state, input, context) : state.Next;
                var result = await ActAsync(state, input, context, $"{path}#{attempt}", cancellation).ConfigureAwait(false);
                return (DataFlow.Output(state, raw, result, context), next);
            }
            catch (StatesException error)
            {
                var isTask = state.Type == "Task";
                if (state.Errors.DelayOf(error, isTask, used, run.Jitter) is { } delay)
                {
                    await run.PauseAsync($"{path}#{attempt}/retry", delay, cancellation).ConfigureAwait(false);
                    continue;
                }
                if (state.Errors.CatcherOf(error, isTask) is not { } catcher) throw;
                return (DataFlow.Caught(catcher, raw, error), catcher.Next);
            }
        }
    }

    private Task<JsonNode?> ActAsync(State state, JsonNode? input, JsonObject context, string step, CancellationToken cancellation) => state.Type switch
    {
        "Pass" => Task.FromResult(state.Json.TryGetPropertyValue("Result", out var fixedResult) ? fixedResult?.DeepClone() : input),
        "Task" => run.TaskAsync(state, input, step, cancellation),
        "Wait" => WaitAsync(state, input, step, cancellation),
        "Fail" => throw new StatesException(state.Text("Error"), state.Text("Cause")),
        "Parallel" => run.TogetherAsync(
            step, state.Inner.Count, 0, distributed: false, (i, token) => RunAsync(state.Inner[i], input?.DeepClone(), context, $"{step}/{i}", token), cancellation),
        "Map" => MapAsync(state, input, context, step, cancellation),
        _ => Task.FromResult(input), // Choice and Succeed hand on what they get.
    };

    private async Task<JsonNode?> WaitAsync(State state, JsonNode? input, string step, CancellationToken cancellation)
    {
        await run.WaitAsync(step, now => WaitTime.Of(state, input, now), cancellation).ConfigureAwait(false);
        return input;
    }

    private Task<JsonNode?> MapAsync(State state, JsonNode? input, JsonObject context, string step, CancellationToken cancellation)
    {
        var path = new ReferencePath(state.Text("ItemsPath") ?? "$");
        if (!path.TryFind(path.IsOfContext ? context : input, out var found) || found is not JsonArray items)
            throw new StatesException(StatesException.Runtime, $"The items of '{state.Name}' are no list.");
        var selector = state.Json["ItemSelector"] ?? state.Json["Parameters"];
        return run.TogetherAsync(step, items.Count, state.Json["MaxConcurrency"]?.GetValue<int>() ?? 0, state.IsDistributed, (i, token) =>
        {
            var inner = (JsonObject)context.DeepClone();
            inner["Map"] = new JsonObject { ["Item"] = new JsonObject { ["Index"] = i, ["Value"] = items[i]?.DeepClone() } };
            var item = selector is null ? items[i]?.DeepClone() : PayloadTemplate.Fill(selector, input, inner);
            return RunAsync(state.Inner[0], item, inner, $"{step}/{i}", token);
        }, cancellation);
    }

    private static string Chosen(State state, JsonNode? input, JsonObject context) =>
        state.Choices.FirstOrDefault(rule => rule.Holds(input, context))?.Next ?? state.Text("Default")
        ?? throw new StatesException(StatesException.NoChoice, $"No rule of '{state.Name}' holds, and it has no default.");

    private static JsonObject With(JsonObject context, State state)
    {
        var copy = (JsonObject)context.DeepClone();
        copy["State"] = new JsonObject { ["Name"] = state.Name };
        return copy;
    }
}
