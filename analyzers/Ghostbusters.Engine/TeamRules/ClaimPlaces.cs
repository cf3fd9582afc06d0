namespace Ghostbusters.Engine.TeamRules;

/// <summary>Where a claim can stand.</summary>
[Flags]
public enum ClaimPlaces
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>Plain comments. What they quote is not theirs and does not count.</summary>
    Comments = 1,

    /// <summary>XML documentation.</summary>
    Docs = 2,

    /// <summary>Names of types and members, read as words: <c>IsProductionReady</c> is "Is Production Ready".</summary>
    Names = 4,

    /// <summary>Text in string literals.</summary>
    Strings = 8,
}
