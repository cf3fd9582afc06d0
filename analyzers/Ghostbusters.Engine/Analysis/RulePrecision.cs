namespace Ghostbusters.Engine.Analysis;

/// <summary>placeholder replaced at merge</summary>
public static class RulePrecision
{
    public static double Of(string ruleId) => 0.5;
    public static double? Measured(string ruleId) => null;
    public static string Describe(string ruleId) => "";
}
