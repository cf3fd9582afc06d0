namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>An error of the States Language: retriers and catchers see its name.</summary>
/// <param name="error">Its name: the language's own begin with <c>States.</c>.</param>
/// <param name="cause">More about it; null: nothing is known.</param>
public sealed class StatesException(string? error, string? cause) : Exception($"{error}: {cause}")
{
    /// <summary>Not caught by <c>States.ALL</c>: the machine itself is wrong.</summary>
    public const string Runtime = "States.Runtime";

    public const string Timeout = "States.Timeout";
    public const string TaskFailed = "States.TaskFailed";
    public const string All = "States.ALL";
    public const string DataLimit = "States.DataLimitExceeded";
    public const string NoChoice = "States.NoChoiceMatched";
    public const string ParameterPath = "States.ParameterPathFailure";
    public const string ResultPath = "States.ResultPathMatchFailure";
    public const string Threshold = "States.ExceedToleratedFailureThreshold";

    /// <summary>Null where a Fail state names none.</summary>
    public string? Error { get; } = error;

    public string? Cause { get; } = cause;

    /// <summary>Whether a list of <c>ErrorEquals</c> takes it, in a state of this type.</summary>
    internal bool IsTakenBy(IEnumerable<string> names, bool isTask) => names.Any(name =>
        name == Error
        || name == All && Error is not (Runtime or DataLimit)
        || name == TaskFailed && isTask && Error is not (Timeout or Runtime or DataLimit));
}
