using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>One operation of a member, and what a rule may do about it.</summary>
/// <param name="operation">The operation.</param>
/// <param name="block">The member that it is in.</param>
internal readonly struct MemberOperation(IOperation operation, CodeBlockAnalysisContext block)
{
    private readonly CodeBlockAnalysisContext _block = block;

    /// <summary>The operation.</summary>
    public IOperation Operation { get; } = operation;

    /// <summary>The member, never a function inside of it.</summary>
    public ISymbol ContainingSymbol => _block.OwningSymbol;

    /// <summary>Ends the analysis.</summary>
    public CancellationToken CancellationToken => _block.CancellationToken;

    /// <summary>Reports a finding.</summary>
    public void ReportDiagnostic(Diagnostic diagnostic) => _block.ReportDiagnostic(diagnostic);
}
