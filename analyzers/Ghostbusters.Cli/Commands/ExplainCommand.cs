using System.CommandLine;
using Ghostbusters.Engine;
using Spectre.Console;

namespace Ghostbusters.Cli.Commands;

/// <summary><c>ghostbusters explain GB1001</c>: the rule's page, which travels with the tool.</summary>
internal static class ExplainCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandContext context)
    {
        var rule = new Argument<string>("rule") { Description = "Such as GB1001." };
        rule.CompletionSources.Add(_ => RulePages.Ids.Select(static id => new System.CommandLine.Completions.CompletionItem(id)));
        var command = new Command("explain", "Explains a rule: what it finds, a bad and a good sample, how to mend it.") { rule };
        command.SetAction(parsed =>
        {
            var id = parsed.GetRequiredValue(rule).ToUpperInvariant();
            var page = RulePages.Find(id)
                ?? throw new ConfigurationException($"There is no rule '{id}'. `ghostbusters rules` lists them.");
            Show(context.Output, page);
            return ExitCodes.Clean;
        });
        return command;
    }

    private static void Show(IAnsiConsole console, string page)
    {
        foreach (var line in page.Split('\n'))
        {
            var text = line.TrimEnd('\r');
            if (text.StartsWith('#'))
                console.MarkupLineInterpolated($"[bold]{text.TrimStart('#', ' ')}[/]");
            else if (!text.StartsWith("```", StringComparison.Ordinal))
                console.WriteLine(text);
        }
    }
}
