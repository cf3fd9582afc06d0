using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>GB2006: a documented public member of an application that no entry point reaches.</summary>
/// <remarks>
/// One compilation shows what of an application's own members is reached. Of a library it does not show who calls; the engine, which
/// sees the solution, hands over the names that the applications mention. Without them a library is left alone.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeadFeature : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB2006_DeadFeature];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var world = ClosedWorld.Of(context.Compilation, context.Options, context.CancellationToken);
        if (world is null)
            return;
        var reached = ReachedNames.From(world, context.CancellationToken);
        if (reached.IsOpen)
            return;
        var claims = new Lazy<IReadOnlyList<DoneClaim>>(() => DoneClaim.In(context.Options.AdditionalFiles, context.CancellationToken));
        foreach (var type in reached.Types.Where(static t => !t.IsOpen))
        {
            if (!type.IsLive && type.Symbol.DeclaredAccessibility == Accessibility.Public && IsFeature(type)
                && ClaimOf(type.Symbol, claims, context.CancellationToken) is { } whole)
            {
                Report(context, type.Symbol, whole, world);
                continue;
            }

            foreach (var method in type.Unreached.Where(static m => m.DeclaredAccessibility == Accessibility.Public))
            {
                if (ClaimOf(method, claims, context.CancellationToken) is { } claim)
                    Report(context, method, claim, world);
            }
        }
    }

    // What only holds data, or only names things, offers nothing by itself.
    private static bool IsFeature(DeclaredType type) =>
        type.Symbol is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } or { IsStatic: true, TypeKind: TypeKind.Class }
        && type.Unreached.Any(static m => m.DeclaredAccessibility == Accessibility.Public);

    private static DoneClaim? ClaimOf(ISymbol member, Lazy<IReadOnlyList<DoneClaim>> claims, CancellationToken cancellation) =>
        FeatureClaim.OfDocument(member, claims.Value) ?? FeatureClaim.OfDocumentation(member, cancellation);

    private static void Report(CompilationAnalysisContext context, ISymbol member, DoneClaim claim, ClosedWorld world)
    {
        var place = member.Locations.First(static l => l.IsInSource);
        if (!world.Owns(place.SourceTree!))
            return;
        var reality = world.IsTested(member.Name) ? $"only tests use it, and {world.Starts}" : world.Starts;
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB2006_DeadFeature, place, new Claim(claim.Text, null), Evidence.At(reality, place),
            member.Name, claim.Source, Short(claim.Text), reality));
    }

    private static string Short(string text) => text.Length <= 80 ? text : text.Substring(0, 79) + "…";
}
