using System.Collections.Immutable;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>What one file of models says.</summary>
internal sealed record ModelSet(ImmutableArray<MemberModel> Members, ImmutableArray<ParameterModel> Parameters)
{
    public static ModelSet Empty { get; } = new([], []);

    /// <summary>Both.</summary>
    public ModelSet And(ModelSet other) => new(Members.AddRange(other.Members), Parameters.AddRange(other.Parameters));
}
