using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>
/// What an execution has done so far, step by step. A run that was cut off is run again from its start, and what the journal
/// knows is not done again: all else follows from it.
/// </summary>
internal interface IStepJournal
{
    /// <summary>What was written under this step; null: nothing.</summary>
    JsonObject? Find(string step);

    /// <summary>Keeps what came of a step; it is on the disk when the task completes.</summary>
    Task WriteAsync(string step, JsonObject outcome, CancellationToken cancellation);
}

/// <summary>A task of a workflow. It may be run more than once: its execution and step tell the same work from other work.</summary>
/// <param name="Execution">Names the execution among all there are.</param>
/// <param name="Step">Names the state's visit in it: the same after a crash, another for a retry.</param>
/// <param name="Resource">As the machine names it.</param>
/// <param name="Input">What the state gives it.</param>
public sealed record WorkflowTask(string Execution, string Step, string Resource, JsonNode? Input);
