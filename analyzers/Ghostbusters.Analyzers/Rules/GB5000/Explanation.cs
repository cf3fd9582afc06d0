using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB5000;

/// <summary>What is there instead of a phantom.</summary>
/// <param name="Name">Where to mend.</param>
/// <param name="What">What the code takes for granted.</param>
/// <param name="Reality">Why that is not so.</param>
/// <param name="Remedy">What to do, without a full stop.</param>
/// <param name="Real">The nearest real thing; null where there is none.</param>
internal sealed record Explanation(SimpleNameSyntax Name, string What, string Reality, string Remedy, ISymbol? Real);
