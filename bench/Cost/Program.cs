// What analysis adds to a plain compilation: processor time and memory of this process, one measurement a process.
//   Cost FOLDER                        loads and compiles every project, without rules
//   Cost FOLDER GB1,GB2                the same with the rules of these families
//   Cost FOLDER GB1,GB2 dearest        the same, with a clock around every step of every rule; prints the dearest
//   Cost FOLDER CA3,CA5 ANALYZERS...   the same with the rules of these families out of other analyzers' assemblies
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

var tree = new FolderTree(Path.GetFullPath(args[0]));
switch (args.Length)
{
    case 1:
    {
        var lines = 0L;
        foreach (var project in Load())
        {
            lines += project.Compilation.SyntaxTrees.Sum(static t => (long)t.GetText().Lines.Count);
            GC.KeepAlive(project.Compilation.GetDiagnostics());
        }

        Tell($"to compile {lines} lines");
        break;
    }

    case 2:
    case 3 when args[2] == "dearest":
    {
        var result = await CodeAnalysis.RunAsync(new AnalysisRequest { Tree = tree, Rules = RuleSelection.Parse(args[1]), TimeRules = args.Length == 3, Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime) });
        Tell($"with {args[1]}, {result.Findings.Length} findings");
        foreach (var timing in result.Timings.Take(12))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {timing.RuleId} {timing.Time.TotalSeconds:F2} s"));
        break;
    }

    default:
    {
        var families = args[1].Split(',');
        var rules = args[2..].SelectMany(AnalyzersIn).Where(IsWanted).ToImmutableArray();
        // Peers leave most of their rules on data flow off.
        var on = rules.SelectMany(static r => r.SupportedDiagnostics).Select(static d => d.Id).Distinct().Where(IsOfFamily).ToDictionary(static id => id, static _ => ReportDiagnostic.Warn);
        var found = 0;
        foreach (var project in Load())
        {
            var compilation = project.Compilation.WithOptions(project.Compilation.Options.WithSpecificDiagnosticOptions(on));
            GC.KeepAlive(compilation.GetDiagnostics());
            found += (await compilation.WithAnalyzers(rules).GetAnalyzerDiagnosticsAsync()).Count(d => IsOfFamily(d.Id));
        }

        Tell($"with {rules.Length} analyzers of {args[1]}, {found} findings");
        break;

        bool IsOfFamily(string id) => families.Any(f => id.StartsWith(f, StringComparison.Ordinal));
        bool IsWanted(DiagnosticAnalyzer rule) => rule.SupportedDiagnostics.Any(d => IsOfFamily(d.Id));
    }
}

IEnumerable<LoadedProject> Load() => ProjectLoader.Load(tree, new LoadOptions()).Projects;

static void Tell(string what) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{Environment.CpuUsage.TotalTime.TotalSeconds:F1} s {what}"));

// The peers' rules are chosen by whoever measures; they are no part of the code that is analysed.
#pragma warning disable RS0030
static IEnumerable<DiagnosticAnalyzer> AnalyzersIn(string assembly) => TypesIn(new PeerContext(Path.GetFullPath(assembly)).LoadFromAssemblyPath(Path.GetFullPath(assembly)))
    .Where(static t => !t.IsAbstract && t.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
    .Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!);

// Their code fixes need an editor's assemblies, which are not here: what cannot be loaded for that is no analyzer. Anything else is an error.
static IEnumerable<Type> TypesIn(Assembly assembly)
{
    try
    {
        return assembly.GetTypes();
    }
    catch (ReflectionTypeLoadException exception) when (exception.LoaderExceptions.All(static e => e is FileNotFoundException { FileName: { } name } && name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal) && name.Contains("Workspaces", StringComparison.Ordinal)))
    {
        return exception.Types.OfType<Type>();
    }
}

// What lies beside a peer is its own: it may need another version than the engine does.
internal sealed class PeerContext(string assembly) : AssemblyLoadContext
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        Path.Combine(Path.GetDirectoryName(assembly)!, assemblyName.Name + ".dll") is var beside && File.Exists(beside) ? LoadFromAssemblyPath(beside) : null;
}
#pragma warning restore RS0030
