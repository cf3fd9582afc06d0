using System.CommandLine;
using System.Text;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;
using Ghostbusters.Engine.TeamRules;

namespace Ghostbusters.Cli.Commands;

/// <summary>The options that say what is analysed and how; <c>analyze</c> and <c>fix</c> share them.</summary>
internal sealed class Inputs
{
    private readonly Argument<string> _path = new("path")
    {
        Description = "A folder, .sln, .slnx, .csproj, .cs, .zip, .tar or .tar.gz.",
        DefaultValueFactory = static _ => ".",
    };

    private readonly Option<string[]> _reference = new("--reference", "-r") { Description = "An assembly, or a folder of assemblies, that the code refers to. Repeatable." };
    private readonly Option<string> _rules = new("--rules") { Description = "Only these rules: ids or beginnings of ids, comma-separated; a minus leaves out (GB1,GB3,-GB3003)." };
    private readonly Option<string[]> _experts = new("--experts") { Description = "Only the rules of these experts (test, security …); `ghostbusters rules` lists them.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _teamRules = new("--team-rules") { Description = $"Rules of your own, as YAML. Repeatable. Default: {TeamRulesFile.DefaultPath}, where it is there." };
    private readonly Option<string> _framework = new("--framework", "-f") { Description = "The target framework to analyse where a project has several." };
    private readonly Option<string> _configuration = new("--configuration", "-c") { Description = "The configuration for conditions.", DefaultValueFactory = static _ => "Debug" };
    private readonly Option<int> _threads = new("--threads") { Description = "How much is done at a time; the result does not depend on it.", DefaultValueFactory = static _ => Environment.ProcessorCount };
    private readonly Option<bool> _noCache = new("--no-cache") { Description = "Analyse unchanged projects anew." };

    /// <summary>Puts the options on a verb.</summary>
    public void AddTo(Command command)
    {
        _threads.Validators.Add(result =>
        {
            if (result.GetValue(_threads) < 1)
                result.AddError("--threads takes a number from 1 on.");
        });
        command.Add(_path);
        foreach (var option in new Option[] { _reference, _rules, _experts, _teamRules, _framework, _configuration, _threads, _noCache })
            command.Add(option);
    }

    /// <summary>What the user typed for the path.</summary>
    public string PathOf(ParseResult parsed) => parsed.GetRequiredValue(_path);

    /// <summary>The request for the engine.</summary>
    public AnalysisRequest ToRequest(ParseResult parsed, CommandContext context, bool proveFixes)
    {
        var (tree, entryPoint) = FileTrees.Open(context.Absolute(PathOf(parsed)));
        return new AnalysisRequest
        {
            Tree = tree,
            Load = new LoadOptions
            {
                EntryPoint = entryPoint,
                Configuration = parsed.GetValue(_configuration)!,
                TargetFramework = parsed.GetValue(_framework),
                References = [.. (parsed.GetValue(_reference) ?? []).Select(context.Absolute)],
            },
            Rules = RuleSelection.Of(TeamRulesOf(parsed, context, tree), parsed.GetValue(_rules), ExpertsOf(parsed)),
            Threads = parsed.GetValue(_threads),
            Cache = parsed.GetValue(_noCache) ? null : new ResultCache(context.CacheFolder, ToolVersion.Identity),
            ProveFixes = proveFixes,
            Today = context.Today,
        };
    }

    private string[] ExpertsOf(ParseResult parsed) =>
        [.. (parsed.GetValue(_experts) ?? []).SelectMany(static e => e.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private TeamRuleSet TeamRulesOf(ParseResult parsed, CommandContext context, FileTree tree)
    {
        if (parsed.GetValue(_teamRules) is { Length: > 0 } files)
            return TeamRuleSet.Combine(files.Select(file => TeamRulesFile.Read(file, File.ReadAllText(context.Absolute(file)))));
        return tree.Contains(TeamRulesFile.DefaultPath)
            ? TeamRulesFile.Read(TeamRulesFile.DefaultPath, Encoding.UTF8.GetString(tree.Read(TeamRulesFile.DefaultPath).Span))
            : TeamRuleSet.Empty;
    }
}
