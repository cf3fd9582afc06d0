using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>
/// Where runs start: bodies from which both a source and a sink can be reached, the ones that nothing of the compilation
/// calls first. Calls are followed by names alone, so that most code is never bound; only a name that a model knows is.
/// </summary>
internal sealed class EntryPoints
{
    // What an error says is shown near the place where it is caught, if at all.
    private const SourceKinds FarReaching = CountedPairs.Remote & ~SourceKinds.Exception;

    // Local data makes notes: a body that does not come near any is left to those that do.
    private const int MostCallsToLocalData = 3;

    // What an attribute makes input is not told apart here: the run tells it.
    private const SourceKinds AnyInput = (SourceKinds)~0;

    private readonly Dictionary<SyntaxNode, BodyFacts> _facts = [];
    private readonly HashSet<SyntaxTree> _shipped = [];
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SinkKinds> _sinksBehind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceKinds> _sourcesBehind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceKinds> _inputs = new(StringComparer.Ordinal);
    private readonly AnalysedCode _code;
    private readonly TaintModels _models;
    private readonly CountedPairs _counted;
    private SourceReach? _reach;

    /// <summary>Finds them.</summary>
    /// <param name="code">The code.</param>
    /// <param name="models">What library members do.</param>
    /// <param name="counted">Which flows matter.</param>
    /// <param name="files">What its files name, in the order of the files.</param>
    public EntryPoints(AnalysedCode code, TaintModels models, CountedPairs counted, IEnumerable<FileFacts> files)
    {
        (_code, _models, _counted) = (code, models, counted);
        foreach (var file in files)
        {
            foreach (var input in file.Inputs)
                _inputs[input] = _sourcesBehind[input] = AnyInput;
            foreach (var (body, facts) in file.Bodies)
            {
                _facts[body] = facts;
                if (!file.IsShipped)
                    continue;
                _shipped.Add(body.SyntaxTree);
                var own = BodyFacts.NameOf(body);
                _called.UnionWith(facts.Mentions.Where(n => n != own));
            }
        }

        Close();
    }

    /// <summary>The bodies to run, each with whether somebody on another machine may write into it: those that ship first, of them those, then those that nobody calls, then in the order of the source.</summary>
    public IEnumerable<(SyntaxNode Body, bool IsRemote)> Bodies(CancellationToken cancellation)
    {
        var possible = _facts.Keys.Select(body => (Body: body, Sinks: SinksOf(body))).Where(static b => b.Sinks != SinkKinds.None)
            .Select(b => (b.Body, b.Sinks, Given: EntryParameters.SourcesOf(_code, b.Body, _models, isPublicApi: !IsCalled(b.Body), b.Sinks, cancellation)))
            .Where(b => _counted.Count(b.Sinks, b.Given | SourcesOf(b.Body))).ToList();
        var reach = _reach = SourceReach.Of(_code, _facts, possible.Select(static b => b.Body), _sourcesBehind, _inputs, cancellation);
        return possible.Select(b => (b.Body, b.Sinks, b.Given, Sources: b.Given | (reach.Behind(b.Body) ?? SourceKinds.None)))
            .Where(b => _counted.Count(b.Sinks, b.Sources))
            .Select(b => (b.Body, b.Sinks, b.Given, IsRemote: _counted.Count(b.Sinks, b.Sources & FarReaching)))
            .Where(b => b.IsRemote || _counted.Count(b.Sinks, b.Given) || reach.CallsTo(b.Body) <= MostCallsToLocalData)
            .Select(static b => (b.Body, b.IsRemote))
            .OrderByDescending(b => IsShipped(b.Body)).ThenByDescending(static b => b.IsRemote).ThenBy(b => IsCalled(b.Body));
    }

    /// <summary>Whether it ships, and is no part of a test or sample.</summary>
    public bool IsShipped(SyntaxNode body) => _shipped.Contains(body.SyntaxTree);

    /// <summary>Whether something of the compilation but a test calls it, as far as names tell.</summary>
    public bool IsCalled(SyntaxNode body) => BodyFacts.NameOf(body) is { } name && _called.Contains(name);

    /// <summary>Whether a method may bring data from outside.</summary>
    public bool LeadsToSource(IMethodSymbol method)
    {
        if (!_sourcesBehind.ContainsKey(method.Name))
            return false;
        var bodies = method.OriginalDefinition.DeclaringSyntaxReferences.Select(static r => r.GetSyntax()).Where(_facts.ContainsKey).ToList();
        return bodies.Count == 0 || bodies.Exists(b => _reach?.Behind(b) is not SourceKinds.None);
    }

    // A method leads to a sink when its body has one, or names a method that does; the same for sources.
    private void Close()
    {
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var pair in _facts)
            {
                if (BodyFacts.NameOf(pair.Key) is not { } name)
                    continue;
                var sinks = SinksOf(pair.Key);
                var known = _sinksBehind.TryGetValue(name, out var before) ? before : SinkKinds.None;
                if ((sinks & ~known) != 0)
                {
                    _sinksBehind[name] = known | sinks;
                    grew = true;
                }

                var sources = SourcesOf(pair.Key);
                var knownSources = _sourcesBehind.TryGetValue(name, out var sourcesBefore) ? sourcesBefore : SourceKinds.None;
                if ((sources & ~knownSources) != 0)
                {
                    _sourcesBehind[name] = knownSources | sources;
                    grew = true;
                }
            }
        }
    }

    private SourceKinds SourcesOf(SyntaxNode body) =>
        _facts[body].Mentions.Aggregate(_facts[body].Sources, (all, name) => _sourcesBehind.TryGetValue(name, out var behind) ? all | behind : all);

    private SinkKinds SinksOf(SyntaxNode body) =>
        _facts[body].Mentions.Aggregate(_facts[body].Sinks, (all, name) => _sinksBehind.TryGetValue(name, out var behind) ? all | behind : all);
}
