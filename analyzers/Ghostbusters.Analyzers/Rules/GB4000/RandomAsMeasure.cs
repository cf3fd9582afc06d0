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

/// <summary>GB4007: a random number feeds a reported measurement.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RandomAsMeasure : DiagnosticAnalyzer
{
    // Where chance is the point.
    private static readonly HashSet<string> Chances = new(StringComparer.OrdinalIgnoreCase)
    {
        "random", "randomize", "generator", "generate", "faker", "bogus", "simulation", "simulator", "simulate", "simulated", "game", "dice", "roll", "loot", "monte", "carlo", "jitter", "backoff", "retry", "chaos",
        "shuffle", "sampler", "sampling", "noise", "load", "stress", "variant", "experiment", "bucket", "rollout", "weather", "mutation", "genetic", "annealing", "lottery", "draw", "spawn", "particle", "seed", "player", "monster", "enemy",
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB4007_RandomAsMeasure];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var bodies = new SourceBodies(start.Compilation);
            start.RegisterCodeBlockAction(block =>
            {
                AnalyzeMember(block, shipped, bodies);
                AnalyzeCode(block, shipped, bodies);
            });
        });
    }

    private static void AnalyzeMember(CodeBlockAnalysisContext context, ShippedCode shipped, SourceBodies bodies)
    {
        if (MemberCode.Of(context).Declaration is not { } member)
            return;
        var identifier = member is MethodDeclarationSyntax m ? m.Identifier : ((PropertyDeclarationSyntax)member).Identifier;
        if (MetricName.OrQuantity(identifier.ValueText) is not { } noun || !MayBeFed(member) || IsByChance(member) || HonestStub.OwnsUp(member)
            || context.SemanticModel.GetDeclaredSymbol(member, context.CancellationToken) is not { } symbol)
        {
            return;
        }

        var method = symbol as IMethodSymbol ?? ((IPropertySymbol)symbol).GetMethod;
        if (method is not null && bodies.Of(method, context.CancellationToken) is { } values
            && new RandomSource(values, bodies, context.CancellationToken).InReturns() is { } source && shipped.Contains(member.SyntaxTree))
        {
            context.ReportDiagnostic(Finding(identifier.GetLocation(), symbol.Name, noun, source));
        }
    }

    private static void AnalyzeCode(CodeBlockAnalysisContext context, ShippedCode shipped, SourceBodies bodies)
    {
        foreach (var operation in MemberCode.Of(context).Operations(context.CancellationToken))
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } target } write:
                    Analyze(new MemberOperation(write, context), target.Member.Name, target.Member.ContainingType, write.Value, write.Syntax, shipped, bodies);
                    break;
                // `new Quote(symbol, random.Next())`, `log("{Score}", …)` says it in the name of the parameter only for own types.
                case IObjectCreationOperation { Type: INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } type } creation:
                    foreach (var argument in creation.Arguments)
                    {
                        if (argument is { Parameter: { } parameter, ArgumentKind: ArgumentKind.Explicit })
                            Analyze(new MemberOperation(argument, context), parameter.Name, type, argument.Value, argument.Syntax, shipped, bodies);
                    }

                    break;
            }
        }
    }

    private static void Analyze(MemberOperation context, string name, INamedTypeSymbol type, IOperation value, SyntaxNode place, ShippedCode shipped, SourceBodies bodies)
    {
        if (MetricName.OrQuantity(name) is not { } noun || value.ConstantValue.HasValue || value is IMemberReferenceOperation or IParameterReferenceOperation
            || !MayBeFed(place) || IsByChance(place) || PascalWords.Of(type.Name).Any(Chances.Contains) || HonestStub.OwnsUp(place))
        {
            return;
        }

        if (FunctionGraph.Around(context) is not { } values)
            return;
        var search = new RandomSource(values, bodies, context.CancellationToken);
        if (search.Place(value) is { } inGraph && search.In(inGraph) is { } source && shipped.Contains(place.SyntaxTree))
            context.ReportDiagnostic(Finding(place.GetLocation(), name, noun, source));
    }

    // Before any graph is built: the member speaks of chance itself, or calls a method of its own that may.
    private static bool MayBeFed(SyntaxNode node) => (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node).DescendantNodes().Any(static n =>
        n is InvocationExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: not "nameof" } }
            or IdentifierNameSyntax { Identifier.ValueText: "Next" or "NextDouble" or "NextInt64" or "NextSingle" or "NewGuid" or "GetInt32" });

    private static bool IsByChance(SyntaxNode node) => ShippedCode.LiesBeside(node.SyntaxTree.FilePath) || MetricPlace.IsSetting(node) || node.AncestorsAndSelf().Any(static a => a switch
    {
        BaseTypeDeclarationSyntax type => PascalWords.Of(type.Identifier.ValueText).Any(Chances.Contains),
        MethodDeclarationSyntax method => PascalWords.Of(method.Identifier.ValueText).Any(Chances.Contains),
        LocalFunctionStatementSyntax local => PascalWords.Of(local.Identifier.ValueText).Any(Chances.Contains),
        BaseNamespaceDeclarationSyntax space => PascalWords.Of(space.Name.ToString()).Any(Chances.Contains),
        _ => false,
    });

    private static Diagnostic Finding(Location place, string name, string noun, IInvocationOperation source)
    {
        var call = $"{source.TargetMethod.ContainingType.Name}.{source.TargetMethod.Name}";
        return Report.Finding(
            Descriptors.GB4007_RandomAsMeasure, place, new Claim(name, place),
            Evidence.At($"{call} flows into it", source.Syntax.GetLocation()), name, noun, call);
    }
}
