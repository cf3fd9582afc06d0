using System.CommandLine;
using Ghostbusters.Analyzers.Rules;
using Spectre.Console;

namespace Ghostbusters.Cli.Commands;

/// <summary><c>ghostbusters init</c>: severities in .editorconfig, a CI workflow, a pre-commit hook. What is there is left alone.</summary>
internal static class InitCommand
{
    private const string Marker = "# Ghostbusters";

    /// <summary>The verb.</summary>
    public static Command Create(CommandContext context)
    {
        var path = new Argument<string>("path") { Description = "The repository's folder.", DefaultValueFactory = static _ => "." };
        var command = new Command("init", "Writes an .editorconfig section, a CI workflow and a pre-commit hook. What is there is left alone.") { path };
        command.SetAction(parsed =>
        {
            var folder = context.Absolute(parsed.GetRequiredValue(path));
            WriteEditorConfig(context, Path.Combine(folder, ".editorconfig"));
            WriteNew(context, Path.Combine(folder, ".github", "workflows", "ghostbusters.yml"), Templates.Workflow);
            WriteNew(context, Path.Combine(folder, ".pre-commit-config.yaml"), Templates.PreCommit);
            return ExitCodes.Clean;
        });
        return command;
    }

    private static void WriteEditorConfig(CommandContext context, string path)
    {
        var before = File.Exists(path) ? File.ReadAllText(path) : "";
        if (before.Contains(Marker, StringComparison.Ordinal))
        {
            context.Output.WriteLine($"left alone: {path} has the section already");
            return;
        }

        var rules = RuleCatalog.Descriptors.Select(static d =>
            $"# {d.Title}\ndotnet_diagnostic.{d.Id}.severity = {Templates.EditorConfigSeverity(d.DefaultSeverity)}\n");
        var gap = before.Length == 0 || before.EndsWith("\n\n", StringComparison.Ordinal) ? "" : before.EndsWith('\n') ? "\n" : "\n\n";
        File.WriteAllText(path, $"{before}{gap}[*.cs]\n{Marker}\n{string.Concat(rules)}");
        context.Output.WriteLine($"wrote: {path}");
    }

    private static void WriteNew(CommandContext context, string path, string content)
    {
        if (File.Exists(path))
        {
            context.Output.WriteLine($"left alone: {path} is there already");
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        context.Output.WriteLine($"wrote: {path}");
    }
}
