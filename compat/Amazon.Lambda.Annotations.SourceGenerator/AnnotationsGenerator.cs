using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Writes the handler of each annotated function, and the <c>Main</c> that runs one of them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class AnnotationsGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var functions = context.SyntaxProvider.ForAttributeWithMetadataName(
            Names.LambdaFunction,
            (node, _) => node is MethodDeclarationSyntax,
            (attributed, stop) => FunctionReader.Read((IMethodSymbol)attributed.TargetSymbol, attributed.SemanticModel.Compilation, stop));
        var startups = context.SyntaxProvider.ForAttributeWithMetadataName(
            Names.LambdaStartup,
            (node, _) => node is ClassDeclarationSyntax,
            (attributed, _) => StartupReader.Read((INamedTypeSymbol)attributed.TargetSymbol)).Collect();
        var assembly = context.CompilationProvider.Select(AssemblyReader.Read);

        context.RegisterSourceOutput(functions.Combine(startups).Combine(assembly), (output, found) =>
            WriteHandler(output, found.Left.Left, found.Left.Right, found.Right));
        context.RegisterSourceOutput(functions.Collect().Combine(startups).Combine(assembly), (output, found) =>
            WriteProgram(output, found.Left.Left, found.Left.Right, found.Right));
        foreach (var attribute in Names.Events)
            RequireLambdaFunction(context, attribute);
    }

    private static void WriteHandler(SourceProductionContext output, FunctionModel function, ImmutableArray<StartupModel> startups, AssemblyModel assembly)
    {
        var diagnostics = function.Diagnostics.Concat(FunctionRules.Check(function, startups.FirstOrDefault(), assembly)).ToArray();
        foreach (var diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic.ToDiagnostic());

        if (diagnostics.Length == 0)
            output.AddSource($"{function.HandlerClass}.g.cs", HandlerWriter.Write(function, startups.FirstOrDefault()));
    }

    private static void WriteProgram(
        SourceProductionContext output, ImmutableArray<FunctionModel> functions, ImmutableArray<StartupModel> startups, AssemblyModel assembly)
    {
        var diagnostics = AssemblyRules.Check(functions, startups, assembly).ToArray();
        foreach (var diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic.ToDiagnostic());

        var allWritten = functions.All(function => function.Diagnostics.Count == 0
            && !FunctionRules.Check(function, startups.FirstOrDefault(), assembly).Any());
        if (assembly.GenerateMain && diagnostics.Length == 0 && allWritten)
            output.AddSource("Program.g.cs", ProgramWriter.Write(functions));
    }

    private static void RequireLambdaFunction(IncrementalGeneratorInitializationContext context, string attribute)
    {
        var name = attribute.Substring(attribute.LastIndexOf('.') + 1).Replace("Attribute", "");
        var orphans = context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute,
            (node, _) => node is MethodDeclarationSyntax,
            (attributed, _) => attributed.TargetSymbol.Has(Names.LambdaFunction)
                ? null
                : new DiagnosticModel(Descriptors.NoLambdaFunction, name, LocationModel.Of(attributed.TargetSymbol.Locations.FirstOrDefault())));
        context.RegisterSourceOutput(orphans, (output, orphan) =>
        {
            if (orphan is not null)
                output.ReportDiagnostic(orphan.ToDiagnostic());
        });
    }
}
