using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Testing;

/// <summary>
/// Compiles code as the SDK would: newest language, nullable, implicit usings. A text may hold several documents, see
/// <see cref="SourceDocument"/>; those that are not C# are the compilation's additional files.
/// </summary>
public static class TestCompilation
{
    private static readonly ConditionalWeakTable<Compilation, AnalyzerOptions> AdditionalFiles = [];

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>A compilation of these files, with every library of <see cref="TestReferences"/>.</summary>
    public static CSharpCompilation Of(params IEnumerable<string> files)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose);
        var documents = files.SelectMany(static (code, i) => SourceDocument.In(code, $"File{i}.cs")).ToLookup(static d => d.IsCode);
        var trees = documents[true].Select(d => CSharpSyntaxTree.ParseText(d.Text, options, d.Path)).ToList();
        var kind = trees.Any(static t => t.GetRoot().ChildNodes().Any(static n => n.IsKind(SyntaxKind.GlobalStatement)))
            ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create(
            "Analysed",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, options, "GlobalUsings.g.cs"), .. trees],
            TestReferences.All,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        AdditionalFiles.Add(compilation, new AnalyzerOptions([.. documents[false]]));
        return compilation;
    }

    /// <summary>The compiler's errors, as text.</summary>
    public static ImmutableArray<string> Errors(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString())];

    /// <summary>What the rules report, suppressed findings included, in the order of place and rule.</summary>
    /// <exception cref="InvalidOperationException">A rule threw.</exception>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, params ImmutableArray<DiagnosticAnalyzer> rules) =>
        AnalyzeAsync(compilation, AdditionalFiles.TryGetValue(compilation, out var options) ? options : new AnalyzerOptions([]), rules);

    /// <summary>The same under options, see <see cref="GlobalOptions"/>.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        Compilation compilation, AnalyzerOptions analyzerOptions, params ImmutableArray<DiagnosticAnalyzer> rules)
    {
        var options = new CompilationWithAnalyzersOptions(
            analyzerOptions,
            static (exception, rule, _) => throw new InvalidOperationException($"{rule.GetType().Name} threw: {exception}", exception),
            concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var found = await compilation.WithAnalyzers(rules, options).GetAnalyzerDiagnosticsAsync();
        if (found.FirstOrDefault(static d => d.Id == "AD0001") is { } failure)
            throw new InvalidOperationException(failure.ToString());
        return [.. found.OrderBy(static d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static d => d.Location.SourceSpan.Start).ThenBy(static d => d.Id, StringComparer.Ordinal)];
    }
}
