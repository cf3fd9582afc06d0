namespace Ghostbusters.Analyzers.Rules;

/// <summary>Where a rule's page is read.</summary>
public static class HelpLink
{
    /// <summary>The page of the rule with this id.</summary>
    public static string Of(string ruleId) => $"https://ghostbusters.dev/rules/{ruleId}";
}
