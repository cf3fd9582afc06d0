using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>GB4001: a score, confidence, duration or count is reported, and no input has a say in it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HardCodedMetric : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB4001_HardCodedMetric];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var implementers = new Implementers(start.Compilation);
            var bodies = new SourceBodies(start.Compilation);
            var writes = new MetricWrites(bodies);
            start.RegisterCodeBlockAction(block =>
            {
                Analyze(block, shipped, implementers, bodies);
                foreach (var operation in MemberCode.Of(block).Operations(block.CancellationToken))
                {
                    if (operation is IInvocationOperation call)
                        MetricLog.Analyze(new MemberOperation(call, block), call, shipped, bodies);
                    else
                        writes.Read(new MemberOperation(operation, block));
                }
            });
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var write in writes.Invented().Where(w => shipped.Contains(w.Place.SyntaxTree)))
                    end.ReportDiagnostic(Finding(write.Place, write.Name, write.Noun, write.Value, $"every way sets it to {write.Value.Text}"));
            });
        });
    }

    /// <summary>The finding at a place.</summary>
    internal static Diagnostic Finding(SyntaxNode place, string name, string noun, FixedValue value, string reality) =>
        Report.Finding(
            Descriptors.GB4001_HardCodedMetric, place.GetLocation(), new Claim(name, place.GetLocation()),
            Evidence.At(reality, value.Origin.GetLocation()), name, noun, reality);

    private static void Analyze(CodeBlockAnalysisContext context, ShippedCode shipped, Implementers implementers, SourceBodies bodies)
    {
        if (MemberCode.Of(context).Declaration is not { } member)
            return;
        var (identifier, type) = member is MethodDeclarationSyntax m ? (m.Identifier, m.ReturnType) : (((PropertyDeclarationSyntax)member).Identifier, ((PropertyDeclarationSyntax)member).Type);
        if ((MetricName.Of(identifier.ValueText) ?? DeedOf(member, identifier)) is not { } noun || !MetricPlace.MayClaim(member, type)
            || ShippedCode.LiesBeside(member.SyntaxTree.FilePath) || HonestStub.OwnsUp(member)
            || context.SemanticModel.GetDeclaredSymbol(member, context.CancellationToken) is not { } symbol
            || MetricPlace.IsOfOthers(symbol, implementers))
        {
            return;
        }

        var method = symbol as IMethodSymbol ?? ((IPropertySymbol)symbol).GetMethod;
        if (method is null || !MetricPlace.HasInput(method) || bodies.Of(method, context.CancellationToken) is not { } values
            || FixedValue.OfReturns(values, bodies, context.CancellationToken) is not { IsPlain: false } value
            || StubCover.Covers(member, values.Graph, context.CancellationToken) || !shipped.Contains(member.SyntaxTree))
        {
            return;
        }

        context.ReportDiagnostic(Finding(member, identifier, symbol.Name, noun, value));
    }

    // What is counted has to be handed over: `CountLines(text)`.
    private static string? DeedOf(MemberDeclarationSyntax member, SyntaxToken identifier) =>
        member is MethodDeclarationSyntax { ParameterList.Parameters.Count: > 0 } ? MetricName.OfDeed(identifier.ValueText) : null;

    private static Diagnostic Finding(MemberDeclarationSyntax member, SyntaxToken identifier, string name, string noun, FixedValue value)
    {
        var reality = $"every way out gives {value.Text}";
        return Report.Finding(
            Descriptors.GB4001_HardCodedMetric, identifier.GetLocation(), new Claim(name, identifier.GetLocation()),
            Evidence.At(reality, value.Origin.GetLocation(), member.GetLocation()), name, noun, reality);
    }
}
