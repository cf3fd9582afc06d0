using System.Collections.Immutable;
using Ghostbusters.Analyzers.Rules.GB2000;
using Ghostbusters.Analyzers.Rules.GB3000;
using Ghostbusters.Analyzers.Rules.GB8200;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules;

/// <summary>All rules, linked statically: nothing is discovered or loaded at run time.</summary>
public static class RuleCatalog
{
    /// <summary>A new instance of every rule, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> CreateRules() =>
    [
        new StubBody(),
        new DeferralComment(),
        new EmptyCatch(),
        new HardCodedSecret(),
    ];

    /// <summary>The descriptor of every rule, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. CreateRules().SelectMany(static rule => rule.SupportedDiagnostics).Distinct().OrderBy(static d => d.Id, StringComparer.Ordinal)];
}
