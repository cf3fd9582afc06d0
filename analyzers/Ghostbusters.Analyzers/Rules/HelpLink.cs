using System.Reflection;

namespace Ghostbusters.Analyzers.Rules;

/// <summary>
/// Where a rule's page is read. Published builds name the place (MSBuild property <c>GhostbustersDocs</c>, the address of
/// the folder with the pages); others have no link, because there is no place to name.
/// </summary>
public static class HelpLink
{
    private static readonly string? Docs = typeof(HelpLink).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(static a => a.Key == "GhostbustersDocs")?.Value;

    /// <summary>The page of the rule with this id; null where no place is named.</summary>
    public static string? Of(string ruleId) => string.IsNullOrEmpty(Docs) ? null : $"{Docs!.TrimEnd('/')}/{ruleId}.md";
}
