namespace Ghostbusters.Engine;

/// <summary>
/// What the user asked for, or a file that the user wrote, cannot be used. The message says what is wrong, where, and what
/// to do; the command line answers with exit code 3.
/// </summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Says what is wrong, where, and what to do.</summary>
    public ConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>The same, with the error that was met.</summary>
    public ConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
