using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>
/// What can fail a test: assertions, verifications, throws in test code, and the helpers that come to one of them. Where
/// it cannot be known, the answer is that it can.
/// </summary>
internal sealed class Oracles
{
    // A search that goes further than this is given up: the answer is then that there may be an oracle.
    private const int Horizon = 2000;

    // What a helper comes to is the same for every rule that asks.
    private static readonly ConditionalWeakTable<Compilation, Oracles> Known = new();

    private readonly Compilation _compilation;
    private readonly TestFrameworks _frameworks;
    private readonly SourceModels _models;
    private readonly ConcurrentDictionary<IMethodSymbol, OracleFacts> _facts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _verdicts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _lifecycles = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _types;
    private readonly Lazy<HashSet<INamedTypeSymbol>> _testClasses;

    private Oracles(Compilation compilation, TestFrameworks frameworks)
    {
        _compilation = compilation;
        _frameworks = frameworks;
        _models = new SourceModels(compilation);
        _types = new Lazy<ImmutableArray<INamedTypeSymbol>>(() => [.. TypesOf(_compilation.Assembly.GlobalNamespace)]);
        _testClasses = new Lazy<HashSet<INamedTypeSymbol>>(
            () => new(_types.Value.Where(_frameworks.HasTests).SelectMany(BasesAndSelf), SymbolEqualityComparer.Default));
    }

    /// <summary>The oracles of a compilation, shared by the rules.</summary>
    public static Oracles In(Compilation compilation, TestFrameworks frameworks) => Known.GetValue(compilation, c => new Oracles(c, frameworks));

    /// <summary>Whether anything that the test's body, its helpers, or its setup and teardown do may fail it.</summary>
    public bool MayFail(IMethodSymbol test, IEnumerable<IOperation> bodies, CancellationToken cancellation)
    {
        // The rows of a data-driven test may carry the assertion.
        if (test.Parameters.Any(static p => p.Type.TypeKind is TypeKind.Delegate or TypeKind.Dynamic or TypeKind.Error || OracleNames.ClaimsToCheck(p.Type.Name)))
            return true;
        var facts = OracleFacts.Of(bodies.SelectMany(static b => b.DescendantsAndSelf()));
        return facts.Checks || facts.Fails
            || Search(Next(facts), cancellation)
            || ChecksAround(test, cancellation);
    }

    /// <summary>Whether setup, teardown or disposal of the test's class may fail it.</summary>
    public bool ChecksAround(IMethodSymbol test, CancellationToken cancellation) =>
        _lifecycles.GetOrAdd(test.ContainingType, type => Search(LifecycleOf(type), cancellation));

    /// <summary>Whether this one operation, with what it calls, may check something. A throw by itself is not asked here.</summary>
    public bool MayCheck(IOperation operation, CancellationToken cancellation)
    {
        var facts = OracleFacts.Of([operation]);
        return facts.Checks || Next(facts).Any(callee => _verdicts.GetOrAdd(callee, c => Search([c], cancellation)));
    }

    // Of a shipped type that the test creates, only what is called counts: that it could validate checks nothing.
    private IEnumerable<IMethodSymbol> Next(OracleFacts facts) =>
        facts.Callees.Concat(facts.Members.Where(m => m.DeclaringSyntaxReferences.All(r => _models.IsRead(r.SyntaxTree))));

    private bool Search(IEnumerable<IMethodSymbol> starts, CancellationToken cancellation)
    {
        var seen = new HashSet<IMethodSymbol>(starts, SymbolEqualityComparer.Default);
        if (seen.Any(IsShippedGuard))
            return true;
        var work = new Queue<IMethodSymbol>(seen);
        while (work.Count > 0)
        {
            var method = work.Dequeue();
            if (seen.Count > Horizon)
                return true;
            var facts = _facts.GetOrAdd(method, m => Read(m, cancellation));
            if (facts.Checks || (facts.Fails && IsOfTests(method)))
                return true;
            var isOfTest = method.ContainingType is { } owner && _testClasses.Value.Contains(owner.OriginalDefinition);
            foreach (var callee in Next(facts).Concat(ImplementationsOf(method)))
            {
                if (isOfTest && IsShippedGuard(callee))
                    return true;
                if (seen.Add(callee))
                    work.Enqueue(callee);
            }
        }

        return false;
    }

    // `cart.Validate()` in a test is its check; in a fake that the test fills it is only the fake's own guard.
    private bool IsShippedGuard(IMethodSymbol method) => OracleNames.IsGuard(method) && method.DeclaringSyntaxReferences.Any(r => !_models.IsRead(r.SyntaxTree));

    private OracleFacts Read(IMethodSymbol method, CancellationToken cancellation)
    {
        var body = method.PartialImplementationPart ?? method;
        var references = body.DeclaringSyntaxReferences;
        if (references.Any(r => !_models.IsRead(r.SyntaxTree)))
            return OracleFacts.OfName(method); // Shipped code in another project: judged as if it were already compiled.
        var operations = references
            .Select(r => _models.Body(r.GetSyntax(cancellation), cancellation))
            .OfType<IOperation>();
        return OracleFacts.Of(operations.SelectMany(static o => o.DescendantsAndSelf()));
    }

    // A guard in shipped code throws as well; only what is written for tests throws in order to fail one.
    private bool IsOfTests(IMethodSymbol method)
    {
        if (OracleNames.ClaimsToCheck(method.Name) || method.Name.StartsWith("Throw", StringComparison.Ordinal))
            return true;
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (_testClasses.Value.Contains(type.OriginalDefinition) || OracleNames.ClaimsToCheck(type.Name) || IsNamedForTests(type.Name))
                return true;
        }

        return false;
    }

    private static bool IsNamedForTests(string name) =>
        new[] { "Test", "Fake", "Stub", "Mock", "Spy", "Fixture", "Spec", "Throw", "Strict", "Fail" }.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);

    private IEnumerable<IMethodSymbol> LifecycleOf(INamedTypeSymbol type) =>
        BasesAndSelf(type).SelectMany(static t => t.GetMembers().OfType<IMethodSymbol>()).Where(_frameworks.IsLifecycle);

    private IEnumerable<IMethodSymbol> ImplementationsOf(IMethodSymbol method)
    {
        if (!method.IsAbstract && !method.IsVirtual && !method.IsOverride)
            return [];
        return method.ContainingType.TypeKind == TypeKind.Interface
            ? _types.Value.Where(t => t.AllInterfaces.Any(i => Same(i.OriginalDefinition, method.ContainingType)))
                .SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()).Where(m => m.Name == method.Name || !m.ExplicitInterfaceImplementations.IsEmpty)
            : _types.Value.SelectMany(t => t.GetMembers(method.Name).OfType<IMethodSymbol>()).Where(m => Same(m.OverriddenMethod?.OriginalDefinition, method));
    }

    private static IEnumerable<INamedTypeSymbol> BasesAndSelf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is { SpecialType: not SpecialType.System_Object }; t = t.BaseType)
            yield return t.OriginalDefinition;
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (var inner in TypesOf(member))
                yield return inner;
        }
    }

    private static bool Same(ISymbol? a, ISymbol? b) => SymbolEqualityComparer.Default.Equals(a, b);
}
