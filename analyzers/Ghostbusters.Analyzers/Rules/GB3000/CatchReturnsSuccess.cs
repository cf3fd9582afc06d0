using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>GB3001: every way out of a catch gives the value by which the method says that it succeeded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatchReturnsSuccess : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB3001_CatchReturnsSuccess];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCodeBlockAction(Analyze);
    }

    private static void Analyze(CodeBlockAnalysisContext context)
    {
        // Before any graph is built: a catch that does nothing about the failure, and something is returned.
        var code = MemberCode.Of(context);
        if (!code.ReturnsValue || !code.Catches.Any(static c => c.Filter is null && !CatchBody.DealsWithFailure(c)) || ExpectedFailure.IsTest(code.Block) || code.MethodBody(context.CancellationToken) is not { } body)
            return;
        foreach (var site in CatchSite.In(body, context.OwningSymbol, context.CancellationToken))
        {
            if (SwallowedSuccess.Of(site) is { } success && !(success == "true" && GoOnAnswer.IsGivenBy(site.Method, context.CancellationToken)))
                Report(context, site, success);
        }
    }

    private static void Report(CodeBlockAnalysisContext context, CatchSite site, string success)
    {
        var returned = site.Path.Outcomes[0].Returned!.Syntax.GetLocation();
        var keyword = site.Clause.CatchKeyword.GetLocation();
        var place = site.Clause.Span.Contains(returned.SourceSpan) ? returned : keyword;
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB3001_CatchReturnsSuccess, place,
            new Claim($"{site.FunctionName.Trim('\'')}: {success}", site.Method.Locations.FirstOrDefault(static l => l.IsInSource)),
            Evidence.At($"the catch of {site.Caught} ends in {success}", keyword, returned),
            site.FunctionName, success, site.Caught, site.Line));
    }
}
