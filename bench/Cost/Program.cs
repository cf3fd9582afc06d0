// What rules add to a plain compilation: processor time of this process, one measurement a process.
//   Cost FOLDER             loads and compiles every project, without rules
//   Cost FOLDER GB1,GB2     the same with the rules of these families; prints the dearest
using System.Globalization;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;

var tree = new FolderTree(Path.GetFullPath(args[0]));
if (args.Length == 1)
{
    var lines = 0L;
    foreach (var project in ProjectLoader.Load(tree, new LoadOptions()).Projects)
    {
        lines += project.Compilation.SyntaxTrees.Sum(static t => (long)t.GetText().Lines.Count);
        GC.KeepAlive(project.Compilation.GetDiagnostics());
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.CpuUsage.TotalTime.TotalSeconds:F1} s to compile {lines} lines"));
}
else
{
    var result = await CodeAnalysis.RunAsync(new AnalysisRequest { Tree = tree, Rules = RuleSelection.Parse(args[1]), Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime) });
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.CpuUsage.TotalTime.TotalSeconds:F1} s with {args[1]}, {result.Findings.Length} findings"));
    foreach (var timing in result.Timings.Take(12))
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {timing.RuleId} {timing.Time.TotalSeconds:F2} s"));
}
