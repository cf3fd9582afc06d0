using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SourceGenerator;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Compat.Tests.Generator;

/// <summary>What the generator makes of source text.</summary>
internal sealed class GeneratorRun
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Threading.Tasks;
        global using Amazon.Lambda.Annotations;
        global using Amazon.Lambda.Annotations.APIGateway;
        global using Amazon.Lambda.Annotations.DynamoDB;
        global using Amazon.Lambda.Annotations.S3;
        global using Amazon.Lambda.Annotations.Schedule;
        global using Amazon.Lambda.Annotations.SQS;
        global using Amazon.Lambda.APIGatewayEvents;
        global using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
        global using Amazon.Lambda.Core;
        global using Amazon.Lambda.DynamoDBEvents;
        global using Amazon.Lambda.S3Events;
        global using Amazon.Lambda.Serialization.SystemTextJson;
        global using Amazon.Lambda.SQSEvents;
        global using Microsoft.Extensions.DependencyInjection;
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    private static readonly Type[] Packages =
    [
        typeof(LambdaFunctionAttribute), typeof(ILambdaContext), typeof(LambdaBootstrap), typeof(DefaultLambdaJsonSerializer),
        typeof(APIGatewayProxyRequest), typeof(SQSEvent), typeof(S3Event), typeof(DynamoDBEvent), typeof(ScheduledEvent),
        typeof(ServiceProvider), typeof(IServiceCollection),
    ];

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "netstandard.dll")
            .Concat(Packages.Select(type => type.Assembly.Location))
            .Distinct(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private GeneratorRun(GeneratorDriverRunResult result, Compilation output)
    {
        Sources = result.GeneratedTrees.ToDictionary(tree => Path.GetFileName(tree.FilePath), tree => tree.GetText().ToString(), StringComparer.Ordinal);
        Diagnostics = [.. result.Diagnostics];
        Output = output;
    }

    /// <summary>By file name.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The source with what was generated.</summary>
    public Compilation Output { get; }

    public IEnumerable<Diagnostic> CompileErrors => Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    /// <param name="source">With the packages' namespaces imported.</param>
    public static GeneratorRun Of(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(Compile(source, kind), out var output, out _);
        return new GeneratorRun(driver.GetRunResult(), output);
    }

    /// <summary>Why each output was written, in a second run after a file without functions was added.</summary>
    public static IEnumerable<IncrementalStepRunReason> ReasonsAfterAnEditElsewhere(string source)
    {
        var compilation = Compile(source, OutputKind.DynamicallyLinkedLibrary);
        var edited = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("internal class Elsewhere;", Options, "Elsewhere.cs"));
        return Driver().RunGenerators(compilation).RunGenerators(edited).GetRunResult().Results.Single()
            .TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
    }

    private static CSharpCompilation Compile(string source, OutputKind kind) => CSharpCompilation.Create(
        "Functions",
        [CSharpSyntaxTree.ParseText(Usings, Options, "Usings.cs"), CSharpSyntaxTree.ParseText(source, Options, "Functions.cs")],
        References,
        new CSharpCompilationOptions(kind));

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new AnnotationsGenerator().AsSourceGenerator()],
        parseOptions: Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
