using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Rules;
using Ghostbusters.CodeFixes;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.TeamRules;
using Spectre.Console;

namespace Ghostbusters.Cli.Commands;

/// <summary><c>ghostbusters rules</c>: every rule, with what was measured of it.</summary>
internal static class RulesCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandContext context)
    {
        var json = new Option<bool>("--json") { Description = "As JSON, one object a rule." };
        var command = new Command("rules", "Lists the rules.") { json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json))
                WriteJson(context);
            else
                WriteTable(context);
            return ExitCodes.Clean;
        });
        return command;
    }

    private static void WriteTable(CommandContext context)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("Rule", "What it finds", "Severity", "Basis", "Fix");
        table.AddColumn(new TableColumn("Precision").RightAligned());
        foreach (var rule in RuleCatalog.Descriptors)
        {
            table.AddRow(
                rule.Id, Markup.Escape(rule.Title.ToString()), rule.DefaultSeverity.ToString().ToLowerInvariant(),
                BasisNames.FromTags(rule.CustomTags), HasFix(rule.Id) ? "yes" : "", RulePrecision.Find(rule.Id) is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:F0} %") : "not measured");
        }

        context.Output.Write(table);
        var experts = new Table().Border(TableBorder.Simple).AddColumns("Expert", "What it looks after", "Rules");
        foreach (var expert in Experts.All(TeamRuleSet.Empty))
            experts.AddRow(expert.Name, Markup.Escape(expert.Title), string.Join(' ', expert.RuleIds));
        context.Output.Write(experts);
        context.Output.WriteLine("`ghostbusters explain GB3003` says more. Precision: measured on the labelled corpus.");
    }

    private static void WriteJson(CommandContext context)
    {
        using var stream = context.OutputStream();
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        var experts = Experts.All(TeamRuleSet.Empty);
        json.WriteStartArray();
        foreach (var rule in RuleCatalog.Descriptors)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("title", rule.Title.ToString());
            json.WriteString("category", rule.Category);
            json.WriteString("severity", rule.DefaultSeverity.ToString().ToLowerInvariant());
            json.WriteString("basis", BasisNames.FromTags(rule.CustomTags));
            json.WriteBoolean("fix", HasFix(rule.Id));
            json.WriteStartArray("experts");
            foreach (var expert in experts.Where(e => e.RuleIds.Contains(rule.Id)))
                json.WriteStringValue(expert.Name);
            json.WriteEndArray();
            if (RulePrecision.Find(rule.Id) is { } precision)
                json.WriteNumber("precision", precision);
            else
                json.WriteNull("precision");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static bool HasFix(string ruleId) => RepairCatalog.Repairs.Any(r => r.RuleId == ruleId);
}
