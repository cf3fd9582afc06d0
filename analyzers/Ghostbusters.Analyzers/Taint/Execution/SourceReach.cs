using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>
/// From which bodies a source can be reached, calls followed by what their names bind to. It goes backwards from the bodies that
/// have a source, so that only such names are bound as a method of that kind has: names alone take every `item.Name` for a
/// call of the one `Name` that reads a file.
/// </summary>
internal sealed class SourceReach
{
    private readonly AnalysedCode _code;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<SyntaxNode, SourceKinds> _kinds = [];
    private readonly Dictionary<SyntaxNode, int> _calls = [];
    private readonly Dictionary<SyntaxNode, ILookup<string, SimpleNameSyntax>> _names = [];
    private readonly Dictionary<(SyntaxNode Caller, string Name), List<ISymbol?>> _bound = [];

    private SourceReach(AnalysedCode code, CancellationToken cancellation) => (_code, _cancellation) = (code, cancellation);

    /// <summary>Finds them.</summary>
    /// <param name="code">The code.</param>
    /// <param name="facts">What its bodies name.</param>
    /// <param name="asked">The bodies of which it matters.</param>
    /// <param name="behind">The kinds of sources that a name may lead to, whatever it binds to.</param>
    /// <param name="inputs">The names of members that are sources by themselves.</param>
    /// <param name="cancellation">Ends it.</param>
    public static SourceReach Of(
        AnalysedCode code, IReadOnlyDictionary<SyntaxNode, BodyFacts> facts, IEnumerable<SyntaxNode> asked, IReadOnlyDictionary<string, SourceKinds> behind,
        IReadOnlyDictionary<string, SourceKinds> inputs, CancellationToken cancellation)
    {
        var reach = new SourceReach(code, cancellation);
        var byName = facts.Keys.Where(static b => BodyFacts.NameOf(b) is not null).ToLookup(static b => BodyFacts.NameOf(b)!, StringComparer.Ordinal);
        var bodies = Reachable(facts, asked, behind, byName);
        var callers = bodies.SelectMany(b => facts[b].Mentions.Where(byName.Contains).Select(m => (Name: m, Body: b))).ToLookup(static p => p.Name, static p => p.Body, StringComparer.Ordinal);
        var work = new Queue<SyntaxNode>();
        foreach (var body in bodies)
        {
            reach._kinds[body] = facts[body].Mentions.Aggregate(facts[body].Sources, (all, m) => inputs.TryGetValue(m, out var kinds) ? all | kinds : all);
            if (reach._kinds[body] == SourceKinds.None)
                continue;
            reach._calls[body] = 0;
            work.Enqueue(body);
        }

        while (work.Count > 0)
        {
            var called = work.Dequeue();
            if (BodyFacts.NameOf(called) is not { } name || !callers.Contains(name))
                continue;
            foreach (var caller in callers[name])
            {
                if ((reach._kinds[called] & ~reach._kinds[caller]) == 0 || !reach.MayCall(caller, name, called))
                    continue;
                reach._kinds[caller] |= reach._kinds[called];
                if (!reach._calls.ContainsKey(caller))
                    reach._calls[caller] = reach._calls[called] + 1;
                work.Enqueue(caller);
            }
        }

        reach._names.Clear();
        reach._bound.Clear();
        return reach;
    }

    /// <summary>The kinds of sources behind a body; null where nobody asked.</summary>
    public SourceKinds? Behind(SyntaxNode body) => _kinds.TryGetValue(body, out var kinds) ? kinds : null;

    /// <summary>How many calls lie between a body and the nearest source; null where there is none, or nobody asked.</summary>
    public int? CallsTo(SyntaxNode body) => _calls.TryGetValue(body, out var calls) ? calls : null;

    // What cannot be reached from there need not be looked at, nor bound.
    private static List<SyntaxNode> Reachable(
        IReadOnlyDictionary<SyntaxNode, BodyFacts> facts, IEnumerable<SyntaxNode> asked, IReadOnlyDictionary<string, SourceKinds> behind, ILookup<string, SyntaxNode> byName)
    {
        var bodies = asked.ToList();
        var seen = new HashSet<SyntaxNode>(bodies);
        for (var i = 0; i < bodies.Count; i++)
            bodies.AddRange(facts[bodies[i]].Mentions.Where(behind.ContainsKey).SelectMany(m => byName[m]).Where(seen.Add));
        return bodies;
    }

    private bool MayCall(SyntaxNode caller, string name, SyntaxNode called)
    {
        if (_code.SymbolOf(called, _cancellation) is not { } method)
            return true;
        if (method.MethodKind == MethodKind.StaticConstructor)
            return true;
        if (!_bound.TryGetValue((caller, name), out var symbols))
            _bound[(caller, name)] = symbols = Bind(caller, name);
        return symbols.Exists(symbol => Calls.MayRun(_code, symbol, method));
    }

    private List<ISymbol?> Bind(SyntaxNode caller, string name)
    {
        if (!_names.TryGetValue(caller, out var names))
            _names[caller] = names = BodyFacts.NamesIn(caller).ToLookup(static n => n.Key, static n => n.Name, StringComparer.Ordinal);
        if (_code.FileOf(caller.SyntaxTree) is not { } file)
            return [null];
        var symbols = new List<ISymbol?>();
        foreach (var node in names[name])
        {
            var found = Calls.SymbolsAt(file, node, _cancellation);
            symbols.AddRange(found.Where(s => !symbols.Contains(s, SymbolEqualityComparer.Default)));
        }

        return symbols;
    }
}
