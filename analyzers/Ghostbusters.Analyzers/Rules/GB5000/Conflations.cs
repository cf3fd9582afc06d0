namespace Ghostbusters.Analyzers.Rules.GB5000;

/// <summary>Names that exist in other languages and libraries, with what C# has in their place.</summary>
internal static class Conflations
{
    private static readonly Dictionary<string, (string Origin, string[] Real)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["addAll"] = ("Java", ["AddRange", "UnionWith"]),
        ["append"] = ("Python", ["Add", "Append"]),
        ["charAt"] = ("Java and JavaScript", ["ElementAt"]),
        ["concat"] = ("JavaScript", ["AddRange"]),
        ["containsValue"] = ("Java", ["Values"]),
        ["entrySet"] = ("Java", ["GetEnumerator"]),
        ["equalsIgnoreCase"] = ("Java", ["Equals"]),
        ["every"] = ("JavaScript", ["All"]),
        ["extend"] = ("Python", ["AddRange"]),
        ["filter"] = ("JavaScript and Java", ["Where"]),
        ["flatMap"] = ("JavaScript and Java", ["SelectMany"]),
        ["getJsonAsync"] = ("Flurl and old Blazor", ["GetFromJsonAsync"]),
        ["getMessage"] = ("Java", ["Message"]),
        ["getOrDefault"] = ("Java", ["GetValueOrDefault"]),
        ["has"] = ("JavaScript", ["ContainsKey", "Contains"]),
        ["includes"] = ("JavaScript", ["Contains"]),
        ["isBlank"] = ("Java", ["Trim"]),
        ["isEmpty"] = ("Java", ["Length", "Count", "Any"]),
        ["items"] = ("Python", ["Keys"]),
        ["keySet"] = ("Java", ["Keys"]),
        ["len"] = ("Python", ["Length", "Count"]),
        ["length"] = ("Java and JavaScript", ["Length", "Count"]),
        ["log"] = ("JavaScript", ["Log", "WriteLine"]),
        ["lower"] = ("Python", ["ToLower"]),
        ["map"] = ("JavaScript and Java", ["Select"]),
        ["nextInt"] = ("Java", ["Next"]),
        ["parseInt"] = ("Java and JavaScript", ["Parse"]),
        ["peekLast"] = ("Java", ["Last"]),
        ["postJsonAsync"] = ("Flurl and old Blazor", ["PostAsJsonAsync"]),
        ["println"] = ("Java", ["WriteLine"]),
        ["push"] = ("JavaScript", ["Push", "Add"]),
        ["put"] = ("Java", ["TryAdd", "Add"]),
        ["readAsJsonAsync"] = ("old Web API clients", ["ReadFromJsonAsync"]),
        ["reduce"] = ("JavaScript and Java", ["Aggregate"]),
        ["size"] = ("Java and C++", ["Length", "Count"]),
        ["some"] = ("JavaScript", ["Any"]),
        ["stream"] = ("Java", ["AsEnumerable", "Select"]),
        ["strip"] = ("Python", ["Trim"]),
        ["substr"] = ("JavaScript", ["Substring"]),
        ["toLowerCase"] = ("Java and JavaScript", ["ToLowerInvariant"]),
        ["toUpperCase"] = ("Java and JavaScript", ["ToUpperInvariant"]),
        ["unshift"] = ("JavaScript", ["Insert"]),
        ["upper"] = ("Python", ["ToUpper"]),
    };

    // A member of another type stands for these.
    private static readonly Dictionary<string, (string Origin, string Real)> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Console.error"] = ("JavaScript", "Console.Error.WriteLine"),
        ["Math.random"] = ("Java and JavaScript", "Random.Shared.NextDouble"),
    };

    /// <summary>What a name from elsewhere stands for on a type with these members, and where it comes from; null where nothing is known.</summary>
    public static (string Origin, string Real)? Find(string type, string name, ICollection<string> members)
    {
        if (Elsewhere.TryGetValue($"{type}.{name}", out var elsewhere))
            return elsewhere;
        return Known.TryGetValue(name, out var known) && known.Real.FirstOrDefault(members.Contains) is { } real ? (known.Origin, real) : null;
    }
}
