using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>What an interpreter does to the world in one execution: tasks, time, and the journal of both.</summary>
/// <param name="execution">Names the execution among all there are.</param>
/// <param name="tasks">Runs a task; a failure is a <see cref="StatesException"/>, or is named by its exception's type.</param>
internal sealed class InterpreterRun(string execution, IStepJournal journal, Func<WorkflowTask, CancellationToken, Task<JsonNode?>> tasks, TimeProvider clock)
{
    private const int MostTogether = 1000;
    private const double Parts = 1 << 20;

    /// <summary>From 0 to 1.</summary>
    public Func<double> Jitter { get; init; } = static () => RandomNumberGenerator.GetInt32((int)Parts + 1) / Parts;

    public async Task<JsonNode?> TaskAsync(State state, JsonNode? input, string step, CancellationToken cancellation)
    {
        if (StepOutcome.Known(journal.Find(step), out var known)) return known;
        var (result, error) = await OutcomeAsync(state, new WorkflowTask(execution, step, state.Text("Resource")!, input), cancellation).ConfigureAwait(false);
        await journal.WriteAsync(step, error is null ? StepOutcome.Of(result) : StepOutcome.Of(error), cancellation).ConfigureAwait(false);
        return error is null ? result : throw error;
    }

    /// <summary>Waits until a time that is decided once.</summary>
    public async Task WaitAsync(string step, Func<DateTimeOffset, DateTimeOffset> until, CancellationToken cancellation)
    {
        if (StepOutcome.DueOf(journal.Find(step)) is not { } due)
        {
            due = until(clock.GetUtcNow());
            await journal.WriteAsync(step, StepOutcome.OfDue(due), cancellation).ConfigureAwait(false);
        }
        if (due - clock.GetUtcNow() is { Ticks: > 0 } left) await Task.Delay(left, clock, cancellation).ConfigureAwait(false);
    }

    public Task PauseAsync(string step, TimeSpan pause, CancellationToken cancellation) => WaitAsync(step, now => now + pause, cancellation);

    /// <summary>
    /// Runs parts side by side; a list of their outputs. The first that fails stops the others, and which it was is kept, so
    /// that a run that is cut off then ends as it would have.
    /// </summary>
    /// <param name="most">How many at a time; 0: as many as there are.</param>
    /// <param name="distributed">A distributed map fails with an error of its own, whatever its part's was.</param>
    public async Task<JsonNode?> TogetherAsync(string step, int count, int most, bool distributed, Func<int, CancellationToken, Task<JsonNode?>> part, CancellationToken cancellation)
    {
        if (StepOutcome.Known(journal.Find(step), out _)) throw new InvalidDataException("Only failures of parts are kept.");
        var outputs = new JsonNode?[count];
        StatesException? first = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var options = new ParallelOptions { MaxDegreeOfParallelism = most is > 0 and < MostTogether ? most : MostTogether, CancellationToken = stop.Token };
        try
        {
            await Parallel.ForAsync(0, count, options, async (i, token) =>
            {
                try
                {
                    outputs[i] = await part(i, token).ConfigureAwait(false);
                }
                catch (StatesException error)
                {
                    if (Interlocked.CompareExchange(ref first, error, null) is null) await stop.CancelAsync().ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Volatile.Read(ref first) is not null && !cancellation.IsCancellationRequested)
        {
            outputs = []; // The others were stopped because of it; what they had does not count.
        }
        if (first is null) return new JsonArray([.. outputs.Select(static output => output?.DeepClone())]);
        var error = distributed ? new StatesException(StatesException.Threshold, "A part failed: " + first.Message) : first;
        await journal.WriteAsync(step, StepOutcome.Of(error), cancellation).ConfigureAwait(false);
        throw error;
    }

    private async Task<(JsonNode? Result, StatesException? Error)> OutcomeAsync(State state, WorkflowTask task, CancellationToken cancellation)
    {
        try
        {
            return (await TimedAsync(state, task, cancellation).ConfigureAwait(false), null);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return (null, failure as StatesException ?? new StatesException(failure.GetType().Name, failure.Message)); // As Lambda names failures.
        }
    }

    /// <summary>A task that does not end in its time has failed; whether it goes on is its own affair.</summary>
    private async Task<JsonNode?> TimedAsync(State state, WorkflowTask task, CancellationToken cancellation)
    {
        var limit = state.Json["TimeoutSeconds"] is { } seconds ? TimeSpan.FromSeconds(seconds.GetValue<double>()) : Timeout.InfiniteTimeSpan;
        using var time = new CancellationTokenSource(limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            return await tasks(task, both.Token).WaitAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new StatesException(StatesException.Timeout, $"'{state.Name}' did not end in its time.");
        }
    }
}
