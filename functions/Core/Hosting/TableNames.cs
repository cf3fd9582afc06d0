namespace Ghostbusters.Functions.Hosting;

/// <summary>The tables of the contexts: keys under which their ports are registered.</summary>
public static class TableNames
{
    /// <summary>Analyses, hooks, connections.</summary>
    public const string Analysis = "analysis";

    /// <summary>API keys, rate limits.</summary>
    public const string Accounts = "accounts";
}
