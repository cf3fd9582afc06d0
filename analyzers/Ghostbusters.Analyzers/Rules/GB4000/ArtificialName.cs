using System.Collections.Concurrent;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>How much a name says that what it names is not the real thing.</summary>
internal enum Artificiality
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Perhaps: <c>SampleOrders</c> may be orders for show, <c>SampleRate</c> is a rate.</summary>
    Weak,

    /// <summary>Plainly: <c>MockUsers</c>, <c>FakeGateway</c>.</summary>
    Strong,
}

/// <summary>Names by which code says that what they name is made up.</summary>
internal static class ArtificialName
{
    private static readonly HashSet<string> StrongWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "mock", "mocks", "mocked", "fake", "fakes", "faked", "faker", "dummy", "canned",
    };

    private static readonly HashSet<string> WeakWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "sample", "demo", "example", "placeholder", "simulated", "test", "stub", "stubbed", "hardcoded",
    };

    private static readonly HashSet<string> DataNouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "data", "response", "result", "answer", "payload", "reply", "content", "text", "user", "customer", "order", "product", "invoice", "record", "report", "json",
    };

    private static readonly ConcurrentDictionary<string, Artificiality> Known = new(StringComparer.Ordinal);

    /// <summary>What the identifier says.</summary>
    public static Artificiality Of(string identifier) =>
        identifier.Length < 4 ? Artificiality.None : Known.TryGetValue(identifier, out var known) ? known : Known.GetOrAdd(identifier, Compute(identifier));

    private static Artificiality Compute(string identifier)
    {
        var words = PascalWords.Of(identifier);
        for (var i = 0; i < words.Length; i++)
        {
            // `DeepFake` and `AntiFake…`, `StubType`: the domain's own words.
            if (StrongWords.Contains(words[i]) && !(i > 0 && words[i - 1].ToLowerInvariant() is "deep" or "anti" or "is" or "not" or "detect"))
                return Artificiality.Strong;
            if (WeakWords.Contains(words[i]) && i + 1 < words.Length && IsData(words[words.Length - 1]))
                return Artificiality.Weak;
        }

        return Artificiality.None;
    }

    private static bool IsData(string word) =>
        DataNouns.Contains(word) || (word.Length > 4 && word[word.Length - 1] == 's' && word[word.Length - 2] != 's');
}
