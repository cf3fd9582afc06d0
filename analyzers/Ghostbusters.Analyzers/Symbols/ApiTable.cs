using System.Collections;

namespace Ghostbusters.Analyzers.Symbols;

/// <summary>Members of libraries, and what there is to know of each. Immutable once it is filled.</summary>
/// <typeparam name="TFact">What is known of a member.</typeparam>
internal sealed class ApiTable<TFact> : IEnumerable<(ApiName Name, TFact Fact)>
{
    private readonly Dictionary<string, List<(ApiName Name, TFact Fact)>> _named = new(StringComparer.Ordinal);

    /// <summary>Adds one, see <see cref="ApiName.Parse"/>.</summary>
    public void Add(string name, TFact fact)
    {
        var api = ApiName.Parse(name);
        var key = KeyOf(api.Type, api.Member);
        if (!_named.TryGetValue(key, out var list))
            _named[key] = list = [];
        list.Add((api, fact));
    }

    /// <summary>Those that code may mean by this member name, of a type that is written so where it is a constructor.</summary>
    public IReadOnlyList<(ApiName Name, TFact Fact)> Named(string? type, string member) => _named.TryGetValue(KeyOf(type, member), out var list) ? list : [];

    /// <inheritdoc/>
    public IEnumerator<(ApiName Name, TFact Fact)> GetEnumerator() => _named.Values.SelectMany(static l => l).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // All constructors have one name; what tells them apart is the type's.
    private static string KeyOf(string? type, string member) => member == ApiName.Constructor ? type + "." + member : member;
}
