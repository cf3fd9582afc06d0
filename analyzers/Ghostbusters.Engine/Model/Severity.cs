namespace Ghostbusters.Engine.Model;

/// <summary>How grave a finding is; the words are SARIF's levels.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Probably misleads somebody.</summary>
    Warning,

    /// <summary>Misleads, or is a security flaw.</summary>
    Error,
}
