using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        context.RegisterOperationAction(Analyze, OperationKind.MethodBody);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var body = context.Operation;
        if (!MayMatter(body.Syntax) || ExpectedFailure.IsTest(body.Syntax))
            return;
        foreach (var site in CatchSite.In(body, context.ContainingSymbol, context.CancellationToken))
        {
            if (SwallowedSuccess.Of(site) is { } success && !(success == "true" && GoOnAnswer.IsGivenBy(site.Method, context.CancellationToken)))
                Report(context, site, success);
        }
    }

    // Before any graph is built: there is a catch, and something is returned.
    private static bool MayMatter(SyntaxNode body) =>
        body.DescendantNodes().Any(static n => n is CatchClauseSyntax) && body.DescendantNodes().Any(static n => n is ReturnStatementSyntax { Expression: not null });

    private static void Report(OperationAnalysisContext context, CatchSite site, string success)
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
