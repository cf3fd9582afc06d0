namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>The phrases that put work off, and the surroundings in which the same words are honest.</summary>
internal static class DeferralPhrases
{
    private static readonly string[] Conditional = ["would", "should", "you'd", "we'd", "it'd", "you'll", "might", "replace", "consider"];

    // Somebody weighed it and took it as it is: "I am fine with this for now", "we only need two for now".
    private static readonly string[] Acceptances =
        ["ok", "okay", "possible", "fine", "unavoidable", "need", "needed", "needs", "suffices", "sufficient", "works", "as", "so", "support", "supports", "supported", "unoptimized", "keep", "safe", "harmless", "optional", "breaks", "simplicity"];

    // What a body that is not finished leaves to others: fetching, computing, storing.
    private static readonly string[] Work =
    [
        "fetched", "loaded", "read", "retrieved", "calculated", "computed", "stored", "saved", "sent", "injected", "implemented", "handled", "queried",
        "fetch", "load", "retrieve", "calculate", "compute", "store", "save", "send", "query", "call", "connect", "integrate", "implement", "come", "involve",
    ];

    // "Unavoidable for now" judges a state of things; what is put off says what is done instead, or left out.
    private static readonly string[] Shortcut =
    [
        "just", "only", "every", "same", "nothing", "simply", "simple", "simplicity", "simplest", "straight", "enough", "pass-through", "hard-code", "hard-coded", "hardcode", "hardcoded", "hard", "always",
        "return", "returns", "returning", "assume", "assumes", "assuming", "skip", "skips", "skipped", "skipping", "ignore", "ignores", "ignored", "ignoring",
        "dummy", "fake", "stub", "stubbed", "mock", "placeholder", "disable", "disabled", "leave", "leaving", "left", "keep", "use", "using", "do", "does", "don't", "doesn't",
        "not", "isn't", "aren't", "no", "without", "empty", "constant", "fixed", "default", "todo", "hack", "workaround", "temporary", "temporarily", "pretend", "accept", "treat", "limit", "limited", "commented",
    ];

    private static readonly DeferralPhrase[] All =
    [
        // `DateTime.Now` in prose and "for now on" are no deferral.
        new("for now") { IsOpenInDocs = true, With = Shortcut, NotWith = [.. Acceptances, "backoff", "threshold", "exceeded", "retry", "overkill"], NotBefore = ["on", "plus", "minus", "utc"], NotAfter = ["timestamp", "clock", "datetime", "instant", "tick", "as", "so"] },
        new("for the time being") { IsOpenInDocs = true, With = Shortcut, NotWith = Acceptances },
        new("for the moment") { IsOpenInDocs = true, With = Shortcut, NotWith = Acceptances, NotBefore = ["when", "that", "of"] },

        // "Do not use it in a production environment" is advice to callers: only the conditional says that this here is not it.
        new("in production you|we|this|it|these|that would|should|will|need|must|want|could|might"),
        new("in a|an|the real|real-world|proper|actual|full|complete|true|production implementation|app|application|system|service|scenario|product|codebase|project|solution|world|version") { With = Conditional },
        new("in a production environment|deployment|setup|scenario") { Then = Conditional },
        new("in the? real world") { Then = ["would", "you'd", "we'd"] },
        new("in production") { Then = ["would", "you'd", "we'd"], NotWith = ["not", "never", "if"] },
        new("not|isn't yet? production ready|quality"), new("not|isn't yet? production-ready"),

        // "The actual implementation is in X" tells where to look; what "goes here" is not there.
        new("real|actual|proper|production|full|your|business implementation|logic|code|integration|call goes|go|belongs|needed|pending|missing|here"),
        new("real|production implementation|integration|version|system would") { NotWith = ["if", "but"] },
        new("implementation|logic|code goes|go here"),
        new("placeholder for the? real|actual|proper|future|production") { IsOpenInDocs = true, NotWith = ["once", "replaces", "replaced"] },
        new("replace|replaced|swap this|it|me|these? with|by|for a|an|the|your? real|actual|proper|production"),
        new("replace|replaced|swap with|by a|an|the|your? real|actual|proper|production") { NotBefore = ["type", "size", "value", "name", "path", "length"] },
        new("this|these|that would be replaced by|with") { Then = ["production", "real", "actual", "database", "api", "service", "call", "calls", "integration", "model"] },
        new("left as an exercise"),

        // What a compiler "would normally" do is description; fetching and computing are the work of this body.
        new("this|it|we|here would normally|typically|usually|ordinarily|actually") { Then = Work, NotWith = ["but", "however", "except", "because", "unless"] },
        new("normally|typically|ordinarily we|you|this|it would") { Then = Work, NotWith = ["but", "however", "except", "because", "unless"] },

        // Others' gaps ("not yet implemented in Mono", "by the server") are facts, not deferrals.
        new("not implemented yet") { NotBefore = ["in", "by", "on", "for", "exception"], NotAfter = ["if", "when", "who", "that", "servers", "browsers"] },
        new("not yet implemented") { NotWith = ["shouldn't"], NotBefore = ["in", "by", "on", "exception"], NotAfter = ["if", "when", "who", "that", "servers", "browsers"] },
        new("implement this|it|me later|properly"),
        // "To be implemented by subclasses" is a contract.
        new("will|to be implemented later|soon"),
        new("todo implement") { NotBefore = ["by", "for"] },
        new("todo real|actual|proper implementation|logic"),
        new("todo add|write|put|use|call|plug the|a|an? real|actual|proper") { NotWith = ["support", "so"] },

        new("simplified implementation|logic|calculation|computation|algorithm|approach|check|heuristic|parsing|model|handling|validation|scoring|estimate")
            { IsWeak = true, NotBefore = ["of", "from", "by", "that", "when"] },
        new("simplified for this|the|demo|demonstration|brevity|now|simplicity"),
        new("simplified") { Place = Place.Alone },

        // `{0}` and input hints are placeholders by trade: only those that stand for code or results are meant.
        new("placeholder implementation|logic|calculation|computation|algorithm|method|function|service|endpoint|result|response|data|score|check|body") { IsWeak = true, NotBefore = ["for", "of", "is", "in"] },
        new("placeholder until|pending"),
        new("just|only|merely a placeholder") { IsWeak = true, NotBefore = ["type", "for", "token", "text", "name", "node", "symbol", "that", "to", "character"] },
        new("return|returns|returning a? placeholder") { IsWeak = true, NotBefore = ["text", "token", "string", "type", "node", "symbol", "character", "image", "for"] },
        new("placeholder") { Place = Place.Alone },

        // Stubs of a remote call, of a test and of native code are the field's terms.
        new("stub implementation|method|function|code") { IsWeak = true, NotBefore = ["for", "of", "that", "which", "generator", "generation", "is"], NotWith = ["rpc", "test", "tests", "proxy", "generated", "dispatch", "interop", "native", "il", "marshalling", "marshaling", "jit"] },
        new("just|only a stub") { IsWeak = true, NotBefore = ["for", "that", "which"] },
        new("stubbed out|for"), new("stub") { Place = Place.Alone },
        new("skeleton implementation|code|only") { IsWeak = true, NotWith = ["bone", "bones", "animation", "rig", "mesh"] },

        // A temporary file, table or variable is a thing; a "temporary" repair is a promise.
        new("temporary|temp|interim hack|workaround|solution|fix|implementation|stopgap|measure|stub|placeholder|logic") { IsWeak = true, NotBefore = ["assembly", "file", "folder", "directory", "types"], NotWith = ["bug"] },
        new("temporarily hardcoded|hard-coded|hardcode|hard-code|return|returning|disabled|commented|bypass|bypassed|skipped|stubbed") { NotWith = ["user", "users", "account", "if", "when", "before", "while"] },
        new("hack until"), new("workaround until"), new("stopgap until|for"),

        new("mock|mocked|dummy|fake implementation|data|response|result|results|calculation|logic") { IsWeak = true, NotBefore = ["source", "type", "node"], NotWith = ["test", "tests", "testing", "mocks"] },
        new("hardcoded|hard-coded|hardcode|hard-code|stubbed|faked|mocked for|until the|this? demo|demonstration|demos|prototype|moment"),
        new("hard coded for now|the|demo"),
        new("for demo|demonstration purposes|purpose") { With = Shortcut },
        new("simulate|simulating|simulates a|an|the|some? work|processing|i/o|api|database|db|async|external|http call|operation|request|lookup|query|work|latency") { IsWeak = true, NotWith = ["test", "tests"] },
        new("simulate|simulating some|the? work|processing") { IsWeak = true, NotWith = ["test", "tests"] },
    ];

    private static readonly Dictionary<string, List<DeferralPhrase>> ByFirstWord = Index();

    // By the first letter.
    private static readonly ILookup<char, string> Needed = All.SelectMany(static p => p.NeededWords).Distinct(StringComparer.Ordinal).ToLookup(static w => w[0]);

    private static readonly string[][] NeededByLetter = [.. Enumerable.Range('a', 'z' - 'a' + 1).Select(static c => Needed[(char)c].ToArray())];

    /// <summary>Where in a source a word may stand that some phrase needs, in order: few places of few files.</summary>
    public static IEnumerable<int> PlacesIn(string source)
    {
        for (var i = 0; i < source.Length; i++)
        {
            var letter = (source[i] | 0x20) - 'a';
            if (letter is < 0 or > 'z' - 'a' || (i > 0 && (char.IsLetterOrDigit(source[i - 1]) || source[i - 1] == '_')))
                continue;
            foreach (var word in NeededByLetter[letter])
            {
                if (string.Compare(source, i, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
                {
                    yield return i;
                    break;
                }
            }
        }
    }

    /// <summary>The first phrase in a sentence: its first word and its number of words; null where there is none.</summary>
    public static (DeferralPhrase Phrase, int At, int Count)? FindIn(Sentence sentence, bool isOnlySentence)
    {
        for (var at = 0; at < sentence.Words.Count; at++)
        {
            if (!ByFirstWord.TryGetValue(sentence.Words[at].Lower, out var phrases))
                continue;
            foreach (var phrase in phrases)
            {
                if (phrase.Match(sentence, at, isOnlySentence) is > 0 and var count)
                    return (phrase, at, count);
            }
        }

        return null;
    }

    private static Dictionary<string, List<DeferralPhrase>> Index()
    {
        var index = new Dictionary<string, List<DeferralPhrase>>(StringComparer.Ordinal);
        foreach (var phrase in All)
        {
            foreach (var word in phrase.FirstWords)
            {
                if (!index.TryGetValue(word, out var phrases))
                    index.Add(word, phrases = []);
                phrases.Add(phrase);
            }
        }

        return index;
    }
}
