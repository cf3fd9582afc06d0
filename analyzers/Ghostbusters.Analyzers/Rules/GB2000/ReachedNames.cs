using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>
/// What can run when a program starts: from its entry points along the names that reached code mentions. A name reaches every
/// member that bears it in a type that is reached, so more counts as reached than is.
/// </summary>
internal sealed class ReachedNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _handedOver = new(StringComparer.Ordinal);
    private readonly Queue<string> _new = new();
    private readonly ILookup<string, DeclaredType> _byName;
    private readonly HashSet<string> _methods;
    private readonly Dictionary<string, List<DeclaredType>> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<INamedTypeSymbol, DeclaredType> _bySymbol = new(SymbolEqualityComparer.Default);
    private readonly bool _isMarkupKnown;

    private ReachedNames(List<DeclaredType> types, bool isMarkupKnown)
    {
        (Types, _isMarkupKnown) = (types, isMarkupKnown);
        foreach (var type in types)
        {
            _bySymbol[type.Symbol] = type;
            foreach (var name in type.Unreached.Select(static m => m.Name).Distinct(StringComparer.Ordinal))
            {
                if (!_waiting.TryGetValue(name, out var waiting))
                    _waiting.Add(name, waiting = []);
                waiting.Add(type);
            }
        }

        _byName = types.ToLookup(static t => t.Symbol.Name, StringComparer.Ordinal);
        _methods = [.. types.SelectMany(static t => t.Symbol.GetMembers().OfType<IMethodSymbol>()).Select(static m => m.Name), .. _byName.Select(static t => t.Key)];
    }

    /// <summary>Whether reached code shows that more is reached than can be seen.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The types that ship.</summary>
    public IReadOnlyList<DeclaredType> Types { get; }

    /// <summary>Follows the code of a closed world from where it starts.</summary>
    public static ReachedNames From(ClosedWorld world, CancellationToken cancellation)
    {
        var reached = new ReachedNames(world.Types(cancellation), world.IsMarkupKnown);
        foreach (var name in world.NamesOutside)
            reached.Mention(name);
        foreach (var root in world.Roots(cancellation))
            reached.Read(root, into: null);
        if (world.StartType is { } start && reached._bySymbol.TryGetValue(start, out var starts))
            reached.Enter(starts, cancellation);
        foreach (var type in reached.Types.Where(static t => ConventionalReach.IsOpen(t.Symbol)))
            reached.Open(type, cancellation);
        reached.Follow(cancellation);
        if (AssemblyScan.AnyIn(reached._names))
        {
            foreach (var type in reached.Types.Where(static t => !t.IsOpen && AssemblyScan.CanFind(t.Symbol)))
                reached.Open(type, cancellation);
            reached.Follow(cancellation);
        }

        return reached;
    }

    private void Follow(CancellationToken cancellation)
    {
        // What is reached from where nobody sees is no longer asked.
        while (_new.Count > 0 && !IsOpen)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = _new.Dequeue();
            foreach (var type in _byName[name])
                Enter(type, cancellation);
            if (!_waiting.TryGetValue(name, out var waiting))
                continue;
            foreach (var type in waiting)
                Visit(type, m => m.Name == name && (type.IsLive || m.IsExtensionMethod), cancellation);
        }
    }

    private void Enter(DeclaredType type, CancellationToken cancellation)
    {
        if (_handedOver.Contains(type.Symbol.Name) && !type.IsOpen)
        {
            Open(type, cancellation);
            return;
        }

        if (type.IsLive)
            return;
        type.IsLive = true;
        // It calls what is around it without a name in front.
        if (type.Symbol.ContainingType is { } outer && _bySymbol.TryGetValue(outer, out var around))
            Enter(around, cancellation);
        foreach (var reference in type.Symbol.DeclaringSyntaxReferences)
        {
            // The type's own types are entered by their names.
            var declaration = reference.GetSyntax(cancellation);
            Read(declaration, node => node == declaration || (node is not BaseTypeDeclarationSyntax && !type.IsWaiting(node)));
        }

        Visit(type, m => _names.Contains(m.Name), cancellation);
    }

    private void Visit(DeclaredType type, Func<IMethodSymbol, bool> isReached, CancellationToken cancellation)
    {
        var reached = type.Take(isReached);
        if (reached.Count == 0)
            return;
        Enter(type, cancellation);
        foreach (var declaration in reached)
            Read(declaration, into: null);
    }

    private void Open(DeclaredType type, CancellationToken cancellation)
    {
        type.IsOpen = true;
        Enter(type, cancellation);
        Visit(type, static _ => true, cancellation);
    }

    private void Read(SyntaxNode node, Func<SyntaxNode, bool>? into)
    {
        if (IsOpen)
            return;
        foreach (var inner in node.DescendantNodesAndSelf(into))
        {
            IsOpen |= inner is SimpleNameSyntax sign && OpenWorldSigns.Is(sign, _isMarkupKnown);
            foreach (var name in ConventionalReach.HandedOver(inner, g => _methods.Contains(((GenericNameSyntax)g).Identifier.ValueText)))
            {
                if (_handedOver.Add(name))
                    _new.Enqueue(name);
            }
        }

        foreach (var name in IsOpen ? [] : MentionedNames.In(node, into))
            Mention(name);
    }

    private void Mention(string name)
    {
        if (_names.Add(name))
            _new.Enqueue(name);
    }
}
