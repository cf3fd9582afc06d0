using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a run still waits for: outputs and registrations.</summary>
internal sealed class RunningTasks
{
    private readonly List<Task> _tasks = [];

    public void Add(Task task)
    {
        lock (_tasks) _tasks.Add(task);
    }

    /// <summary>Waits until nothing runs, what the tasks started included; gives what failed, each failure once.</summary>
    public async Task<ImmutableArray<Exception>> DrainAsync()
    {
        var failures = new List<Exception>();
        while (Take() is { Count: > 0 } batch)
        {
            foreach (var task in batch)
            {
                await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (task.IsCanceled) failures.Add(new TaskCanceledException(task));
                else failures.AddRange(task.Exception?.InnerExceptions ?? []);
            }
        }

        return [.. failures.Distinct(ReferenceEqualityComparer.Instance).Cast<Exception>()];
    }

    private List<Task> Take()
    {
        lock (_tasks)
        {
            List<Task> batch = [.. _tasks];
            _tasks.Clear();
            return batch;
        }
    }
}
