namespace Ghostbusters.Analyzers.Rules;

/// <summary>What the regular expressions that rules are made of have in common.</summary>
internal static class OwnPattern
{
    /// <summary>
    /// The longest that one may take on one text: far more than any needs, so that a busy machine changes no result. A text
    /// that needs more ends the rule with GB9004, never the run.
    /// </summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);
}
