using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Rules.GB8000;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>GB3007: the value by which a call says that it failed is read on no way.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredOutcome : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB3007_IgnoredOutcome];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var callees = new CalleeFailure(start.Compilation);
            var names = new ApiNames(start.Compilation);
            start.RegisterCodeBlockAction(block => Analyze(block, shipped, callees, names));
        });
    }

    private static void Analyze(CodeBlockAnalysisContext context, ShippedCode shipped, CalleeFailure callees, ApiNames names)
    {
        foreach (var operation in MemberCode.Of(context).Operations(context.CancellationToken))
        {
            if (operation is IInvocationOperation call)
                Analyze(context, call, shipped, callees, names);
        }
    }

    private static void Analyze(CodeBlockAnalysisContext context, IInvocationOperation call, ShippedCode shipped, CalleeFailure callees, ApiNames names)
    {
        if (DroppedValue.Of(call) is not { } value || FindingOf(value, callees, context.CancellationToken) is not { } found
            || MeantDrop.IsAt(call.Syntax) || IsQuoted(call) || !shipped.Contains(call.Syntax.SyntaxTree))
        {
            return;
        }

        // The answer of a check is no outcome like others: GB8002 says what that means.
        if (VerificationResultUnused.Covers(call.Syntax, call.SemanticModel, names, context.CancellationToken))
            return;

        var name = NameOf(call.Syntax);
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB3007_IgnoredOutcome, name.GetLocation(), new Claim(call.TargetMethod.Name, name.GetLocation()),
            Evidence.At(found.Reality, found.Place.GetLocation()), call.TargetMethod.Name, found.Sign, found.Reality, found.Remedy));
    }

    private static (string Sign, string Reality, SyntaxNode Place, string Remedy)? FindingOf(DroppedValue value, CalleeFailure callees, CancellationToken cancellation)
    {
        if (value.Local is null && ProcessExit.UncheckedOutput(value.Call) is { } output)
            return ("the exit code", "its output is taken for the result and nothing reads 'ExitCode'", output, "Test 'ExitCode' first");
        if (OutcomeContract.Of(value, callees, cancellation) is not { } contract || OutcomeReading.Drop(value, contract, cancellation) is not { } drop)
            return null;
        return (contract.Sign, drop.Reality, drop.Place, contract.Remedy);
    }

    // Expression trees are read by a library and not run here.
    private static bool IsQuoted(IOperation operation)
    {
        for (var o = operation.Parent; o is not null; o = o.Parent)
        {
            if (o is IAnonymousFunctionOperation { Parent.Type.Name: "Expression" })
                return true;
        }

        return false;
    }

    private static SyntaxNode NameOf(SyntaxNode call) => call is not InvocationExpressionSyntax { Expression: var called } ? call : called switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => called,
    };
}
