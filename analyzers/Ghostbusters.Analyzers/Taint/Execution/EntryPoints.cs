using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>
/// Where runs start: bodies from which both a source and a sink can be reached, the ones that nothing of the compilation
/// calls first. Calls are followed by names alone, so that most code is never bound; only a name that a model knows is.
/// </summary>
internal sealed class EntryPoints
{
    private readonly Dictionary<SyntaxNode, BodyFacts> _facts = [];
    private readonly HashSet<SyntaxTree> _shipped = [];
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SinkKinds> _sinksBehind = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sourcesBehind = new(StringComparer.Ordinal);
    private readonly AnalysedCode _code;
    private readonly TaintModels _models;

    /// <summary>Finds them.</summary>
    /// <param name="code">The code.</param>
    /// <param name="models">What library members do.</param>
    /// <param name="files">What its files name, in the order of the files.</param>
    public EntryPoints(AnalysedCode code, TaintModels models, IEnumerable<FileFacts> files)
    {
        (_code, _models) = (code, models);
        foreach (var file in files)
        {
            _sourcesBehind.UnionWith(file.Inputs);
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

    /// <summary>The bodies to run: those that ship, then those that nobody calls first, then in the order of the source.</summary>
    public IEnumerable<SyntaxNode> Bodies(CancellationToken cancellation) =>
        _facts.Keys.Where(body => IsWorthARun(body, cancellation)).OrderByDescending(IsShipped).ThenBy(IsCalled);

    /// <summary>Whether it ships, and is no part of a test or sample.</summary>
    public bool IsShipped(SyntaxNode body) => _shipped.Contains(body.SyntaxTree);

    /// <summary>Whether something of the compilation but a test calls it, as far as names tell.</summary>
    public bool IsCalled(SyntaxNode body) => BodyFacts.NameOf(body) is { } name && _called.Contains(name);

    /// <summary>Whether a method of this name may bring data from outside.</summary>
    public bool LeadsToSource(string name) => _sourcesBehind.Contains(name);

    private bool IsWorthARun(SyntaxNode body, CancellationToken cancellation)
    {
        var sinks = SinksOf(body);
        if (sinks == SinkKinds.None)
            return false;
        return _facts[body].Mentions.Any(_sourcesBehind.Contains) || _facts[body].HasSource
            || EntryParameters.MayBeSources(_code, body, _models, isPublicApi: !IsCalled(body), sinks, cancellation);
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

                grew |= (pair.Value.HasSource || pair.Value.Mentions.Any(_sourcesBehind.Contains)) && _sourcesBehind.Add(name);
            }
        }
    }

    private SinkKinds SinksOf(SyntaxNode body) =>
        _facts[body].Mentions.Aggregate(_facts[body].Sinks, (all, name) => _sinksBehind.TryGetValue(name, out var behind) ? all | behind : all);
}
