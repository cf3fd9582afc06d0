namespace Ghostbusters.Engine;

/// <summary>A setting, file or argument of the user's is wrong. The message says what, where, and what to do.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>With the message that the user reads.</summary>
    public ConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>With the message that the user reads, and what was noticed first.</summary>
    public ConfigurationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
