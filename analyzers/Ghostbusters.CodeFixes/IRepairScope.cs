using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.CodeFixes;

/// <summary>How much of a program a proof looks at: all of it, or one file where an IDE waits for the answer.</summary>
public interface IRepairScope
{
    /// <summary>What all rules report in it.</summary>
    Task<ImmutableArray<Diagnostic>> FindAsync(Compilation compilation, CancellationToken cancellation);

    /// <summary>The compiler's errors in it.</summary>
    IEnumerable<Diagnostic> Errors(Compilation compilation, CancellationToken cancellation);
}
