using Ghostbusters.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.Reports;

/// <summary>What a report says beyond the result itself.</summary>
public sealed record ReportOptions
{
    /// <summary>The rules that could have spoken. Default: the built-in ones.</summary>
    public ImmutableArray<DiagnosticDescriptor> Rules { get; init; } = RuleCatalog.Descriptors;

    /// <summary>A rule's measured precision, from 0 to 1; null where none was measured, and then none is stated.</summary>
    public Func<string, double?> PrecisionOf { get; init; } = static _ => null;

    /// <summary>The tool's version, as in semantic versioning. Default: the engine's own.</summary>
    public string ToolVersion { get; init; } = typeof(ReportOptions).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Tells runs of one repository apart, such as <c>ghostbusters/src</c> (SARIF's automationDetails.id); null for none.</summary>
    public string? Category { get; init; }

    /// <summary>The most UTF-16 units that a Markdown report may have. Default 60,000: GitHub refuses comments over 65,536.</summary>
    public int MarkdownLength { get; init; } = 60_000;
}
