using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>GB4004: behaviour switches on a test host, CI or a debugger.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EnvironmentSniffing : DiagnosticAnalyzer
{
    // What builds are run with has to know where it runs, and what tests are run with, whether it runs one.
    private static readonly string[] TestTools = ["Build", "Builds", "Cake", "Nuke", "MSBuild", "Testing", "Test", "TestPlatform", "Runner", "Approvals", "Verify", "xunit", "nunit"];

    // Colours, prompts and paging differ on a build server; nothing else does.
    private static readonly string[] Tools = ["Cli", "Tool", "Tools", "CommandLine"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB4004_EnvironmentSniffing];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var parts = (start.Compilation.AssemblyName ?? "").Split('.', '-');
            if (parts.Any(static part => TestTools.Contains(part, StringComparer.OrdinalIgnoreCase)))
                return;
            var isTool = parts.Any(static part => Tools.Contains(part, StringComparer.OrdinalIgnoreCase));
            var shipped = ShippedCode.Of(start.Compilation);
            start.RegisterCodeBlockAction(block =>
            {
                var code = MemberCode.Of(block);
                foreach (var literal in code.Literals)
                    AnalyzeLiteral(block, literal, shipped, isTool);
                foreach (var name in code.Names)
                    AnalyzeName(block, name, shipped);
            });
        });
    }

    private static void AnalyzeLiteral(CodeBlockAnalysisContext context, LiteralExpressionSyntax literal, ShippedCode shipped, bool isTool)
    {
        if (Sniff.Of(literal, context.SemanticModel, context.CancellationToken) is { } sniff && !(isTool && sniff.Watcher == Watcher.BuildServer))
            Analyze(context, sniff, shipped);
    }

    private static void AnalyzeName(CodeBlockAnalysisContext context, SimpleNameSyntax name, ShippedCode shipped)
    {
        if (name is IdentifierNameSyntax { Identifier.ValueText: MemberCode.Debugged } debugged && Sniff.Of(debugged, context.SemanticModel, context.CancellationToken) is { } sniff)
            Analyze(context, sniff, shipped);
    }

    private static void Analyze(CodeBlockAnalysisContext context, Sniff sniff, ShippedCode shipped)
    {
        var place = sniff.Expression;
        if (!shipped.Contains(place.SyntaxTree) || HarmlessBranch.IsHarmlessPlace(place, sniff.Watcher)
            || BehaviourSwitch.Of(place, sniff.Watcher, context.SemanticModel.Compilation, context.CancellationToken) is not { } decided)
        {
            return;
        }

        var line = decided.Place.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB4004_EnvironmentSniffing, place.GetLocation(), new Claim(NameAround(decided.Place), null),
            Evidence.At($"line {line} {decided.Words}", place.GetLocation(), decided.Place.GetLocation()),
            NameAround(decided.Place), Short(place.ToString()), sniff.Words, line, decided.Words));
    }

    private static string NameAround(SyntaxNode place)
    {
        foreach (var node in place.Ancestors())
        {
            switch (node)
            {
                case MethodDeclarationSyntax method:
                    return method.Identifier.ValueText;
                case PropertyDeclarationSyntax property:
                    return property.Identifier.ValueText;
                case LocalFunctionStatementSyntax function:
                    return function.Identifier.ValueText;
                case BaseTypeDeclarationSyntax type:
                    return type.Identifier.ValueText;
            }
        }

        return "The program";
    }

    private static string Short(string text) => text.Length <= 80 ? text : text.Substring(0, 79) + "…";
}
