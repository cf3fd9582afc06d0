using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB9000;

/// <summary>A place in the code that silences findings of these rules.</summary>
/// <param name="Form">What it is, for messages: <c>pragma</c> or <c>attribute</c>.</param>
/// <param name="Rules">The ids of ours that it names; empty where it names none and silences every rule.</param>
/// <param name="Reason">The words beside it; empty where there are none.</param>
/// <param name="Location">The directive without its comment, or the attribute.</param>
internal sealed record Silencing(string Form, ImmutableArray<string> Rules, string Reason, Location Location)
{
    /// <summary>What is silenced, for messages.</summary>
    public string Subject => Rules.IsEmpty ? "every rule" : string.Join(", ", Rules);

    /// <summary>Whether this is the id of one of our rules.</summary>
    public static bool IsOurs(string id) => id.Length == 6 && id.StartsWith("GB", StringComparison.Ordinal) && id.Skip(2).All(static c => c is >= '0' and <= '9');
}
