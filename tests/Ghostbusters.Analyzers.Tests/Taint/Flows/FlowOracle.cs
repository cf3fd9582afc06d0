using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Ghostbusters.Analyzers.Taint;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ghostbusters.Analyzers.Tests.Taint.Flows;

/// <summary>Runs programs, and asks the engine what they do.</summary>
internal sealed class FlowOracle
{
    private static readonly TaintModels Models = TaintModels.BuiltIn.With(ModelReader.Read(ModelYaml.Read("probe.yaml", """
        version: 1
        sources:
          - member: Probe.Source
            kind: web
        sinks:
          - member: Probe.Sink
            kind: sql
            takes: [arg0]
          - member: Probe.Html
            kind: xss
            takes: [arg0]
          - member: Probe.Command
            kind: command
            takes: [arg0]
          - member: Probe.Folder
            kind: path
            takes: [arg0]
          - member: Probe.Log
            kind: log
            takes: [arg0]
          - member: Probe.Header
            kind: header
            takes: [arg0]
        """)));

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    private readonly CSharpCompilation _empty = TestCompilation.Of(FlowWriter.Probe);

    /// <summary>What happens when the programs run, each for several inputs: true where the sentinel came through, false where it never did.</summary>
    /// <exception cref="InvalidOperationException">They do not compile, or one threw.</exception>
    public IReadOnlyDictionary<string, bool> Run(ImmutableArray<FlowCase> programs)
    {
        var compilation = _empty.AddSyntaxTrees(programs.Select(static p => CSharpSyntaxTree.ParseText(p.Code, Parsing, p.Name + ".cs")));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join("\n", emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(d => ErrorOf(d, programs)).DistinctBy(static e => e.Title).Select(static e => e.Text)));
        var reached = programs.ToDictionary(static p => p.Name, static _ => false);
        foreach (var isSet in new[] { false, true })
        {
            foreach (var number in new[] { 0, 1, 3 })
                Run(image, isSet || number > 0 ? [.. programs.Where(static p => !p.IsFixed)] : programs, isSet, number, reached);
        }

        return reached;
    }

    private static (string Title, string Text) ErrorOf(Diagnostic error, ImmutableArray<FlowCase> programs)
    {
        var program = programs.FirstOrDefault(p => p.Name + ".cs" == error.Location.SourceTree?.FilePath);
        return ($"{program?.Feature}, {program?.Title}", $"{program?.Feature}, {program?.Title}: {error}\n{program?.Code}");
    }

    // Every input gets an assembly of its own: static fields are as the program left them.
    private static void Run(MemoryStream image, ImmutableArray<FlowCase> programs, bool isSet, int number, Dictionary<string, bool> reached)
    {
        image.Position = 0;
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        context.Resolving += static (owner, name) => FileOf(name.Name!) is { } file ? owner.LoadFromAssemblyPath(file) : null;
        try
        {
            var assembly = context.LoadFromStream(image);
            var seen = (List<string>)assembly.GetType("Probe")!.GetField("Seen")!.GetValue(null)!;
            var sentinel = (string)assembly.GetType("Probe")!.GetField("Sentinel")!.GetValue(null)!;
            foreach (var program in programs)
            {
                seen.Clear();
                Run(assembly, program, isSet, number);
                reached[program.Name] |= seen.Exists(text => text.Contains(sentinel, StringComparison.OrdinalIgnoreCase));
            }
        }
        finally
        {
            context.Unload();
        }
    }

    private static void Run(Assembly assembly, FlowCase program, bool isSet, int number)
    {
        try
        {
            (assembly.GetType($"{FlowWriter.Space}{program.Name}.{program.Name}")!.GetMethod("Run")!.Invoke(null, [isSet, number]) as Task)?.GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            var inner = e is TargetInvocationException { InnerException: { } thrown } ? thrown : e;
            throw new InvalidOperationException($"{program.Feature}, {program.Title}: {ExceptionDispatchInfo.Capture(inner).SourceException}\n{program.Code}", e);
        }
    }

    private static string? FileOf(string assembly) =>
        TestReferences.Framework.Select(static r => r.Display!).FirstOrDefault(f => Path.GetFileNameWithoutExtension(f) == assembly);

    /// <summary>Whether the engine reports that data of the source reaches the sink.</summary>
    public bool Reports(FlowCase program) => Flows(program).Flows.Any(static f => f.Source.Kind == SourceKinds.Web);

    /// <summary>All that the engine says of a program.</summary>
    public TaintAnalysis Flows(FlowCase program)
    {
        var code = new AnalysedCode(_empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(program.Code, Parsing, program.Name + ".cs")));
        var files = code.Compilation.SyntaxTrees.Select(tree => FileFacts.Of(code.FileOf(tree)!, isShipped: true, code, Models, CancellationToken.None));
        return TaintAnalysis.Of(code, Models, CountedPairs.All, files, TaintLimits.Of(code.Compilation), CancellationToken.None);
    }
}
