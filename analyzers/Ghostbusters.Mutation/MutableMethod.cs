using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Mutation;

/// <summary>A method whose body can be taken away.</summary>
/// <param name="Id">The number of its first mutant; its mutants are numbered on from there.</param>
/// <param name="Symbol">The method.</param>
/// <param name="Place">Its name in the source.</param>
/// <param name="Replacements">What stands in for the body, each a mutant: <c>return false;</c>.</param>
/// <param name="Changes">What brings the mutants into the source, all switched off.</param>
internal sealed record MutableMethod(int Id, IMethodSymbol Symbol, Location Place, ImmutableArray<string> Replacements, ImmutableArray<TextChange> Changes);
