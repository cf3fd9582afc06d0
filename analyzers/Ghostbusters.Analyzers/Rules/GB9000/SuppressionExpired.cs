using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB9000;

/// <summary>GB9002: a silencing outlived the day on which it was to end, or that day cannot be read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressionExpired : DiagnosticAnalyzer
{
    private const string TodayOption = "ghostbusters_today";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB9002_SuppressionExpired];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start => Silencings.Register(start, Analyze));
    }

    private static void Analyze(Silencing silencing, AnalyzerOptions options, Action<Diagnostic> report)
    {
        if (SuppressionReason.ExpiryOf(silencing.Reason) is not { } expiry || RealityOf(expiry, options) is not { } reality)
            return;

        report(Report.Finding(
            Descriptors.GB9002_SuppressionExpired,
            silencing.Location,
            new Claim($"until {expiry}", silencing.Location),
            Evidence.At(reality),
            silencing.Subject, expiry, reality));
    }

    // Null where the silencing still holds. The messages do not name today: a finding does not change from day to day.
    private static string? RealityOf(string expiry, AnalyzerOptions options)
    {
        if (SuppressionReason.Day(expiry) is not { } end)
            return $"that is no day (write {SuppressionReason.DayFormat})";
        if (!options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(TodayOption, out var set))
            return end < Clock() ? "that day is past" : null;
        return SuppressionReason.Day(set) is not { } today ? $"the option {TodayOption} is no day: '{set}'"
            : end < today ? "that day is past"
            : null;
    }

#pragma warning disable RS0030 // Roslyn creates rules and hands them no clock. The option above is the clock that a test can set.
    private static DateTime Clock() => DateTime.UtcNow.Date;
#pragma warning restore RS0030
}
