using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    private const string NonExistent = "Things that do not exist";

    /// <summary>A type, member or overload that does not exist, with the nearest real one.</summary>
    public static DiagnosticDescriptor GB5003_PhantomMember { get; } = Rule(
        "GB5003", "A type, member or overload that does not exist", NonExistent, DiagnosticSeverity.Info,
        "The code takes for granted that there is {0}, but {1}. {2}.",
        Basis.Semantic);
}
