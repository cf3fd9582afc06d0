namespace Ghostbusters.Functions.Logs;

/// <summary>How much a line matters.</summary>
public enum LogLevel
{
    Debug,
    Information,
    Warning,
    Error,
}

/// <summary>The level from which lines are written.</summary>
public static class LogLevels
{
    /// <summary>Names the level, as <c>AWS_LAMBDA_LOG_LEVEL</c> does.</summary>
    public const string Variable = "LOG_LEVEL";

    /// <summary>Reads the variable's text; <see cref="LogLevel.Information"/> where it names none.</summary>
    public static LogLevel Parse(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "TRACE" or "DEBUG" => LogLevel.Debug,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" or "FATAL" or "CRITICAL" => LogLevel.Error,
        _ => LogLevel.Information,
    };
}
