namespace Ghostbusters.Infra.Settings;

/// <summary>The configuration cannot be deployed; every problem is named at once, each with its cure.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception("The stack's configuration cannot be deployed:" + string.Concat(problems.Select(static p => Environment.NewLine + "  - " + p)))
{
    /// <summary>Each for itself.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
