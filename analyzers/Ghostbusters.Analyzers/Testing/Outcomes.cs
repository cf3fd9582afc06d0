using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>
/// Which locals of a test hold what its subject gave: the results of calls, and what was computed from them. Theory data,
/// literals, the environment and the test's own tables are not outcomes.
/// </summary>
internal sealed class Outcomes
{
    private readonly HashSet<ILocalSymbol> _outcomes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, HashSet<ILocalSymbol>> _sources = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _filled = new(SymbolEqualityComparer.Default);

    private readonly INamedTypeSymbol _testClass;

    public Outcomes(IOperation body, INamedTypeSymbol testClass)
    {
        _testClass = testClass;
        var definitions = body.DescendantsAndSelf().SelectMany(DefinitionsIn).ToList();
        foreach (var (local, value) in definitions)
        {
            if (!_sources.TryGetValue(local, out var from))
                _sources[local] = from = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default);
            from.UnionWith(Mentioned(value));
        }

        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var (local, value) in definitions)
                grew |= IsOutcome(value) && _outcomes.Add(local);
        }

        foreach (var call in body.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            if (call.TargetMethod.Name is "Add" or "AddRange" or "Enqueue" or "Push" or "TryAdd" or "Insert" && call.Instance is ILocalReferenceOperation filled)
                _filled.Add(filled.Local);
        }
    }

    /// <summary>Whether the value comes, at least in part, from a call of the subject.</summary>
    public bool IsOutcome(IOperation value) => value.DescendantsAndSelf().Any(o =>
        (o is ILocalReferenceOperation local && _outcomes.Contains(local.Local))
        || (o is IInvocationOperation call && !IsEnvironment(call)));

    /// <summary>Whether the test itself put elements into the collection.</summary>
    public bool IsFilled(IOperation collection) => Mentioned(collection).Any(_filled.Contains);

    /// <summary>Whether the condition decides about the very outcome that the assertion looks at.</summary>
    public bool AreOfOneOutcome(IOperation condition, IOperation assertion)
    {
        var asserted = Closure(Mentioned(assertion));
        return Closure(Mentioned(condition)).Any(local => _outcomes.Contains(local) && asserted.Contains(local));
    }

    private HashSet<ILocalSymbol> Closure(IEnumerable<ILocalSymbol> locals)
    {
        var closure = new HashSet<ILocalSymbol>(locals, SymbolEqualityComparer.Default);
        var work = new Stack<ILocalSymbol>(closure);
        while (work.Count > 0)
        {
            if (!_sources.TryGetValue(work.Pop(), out var from))
                continue;
            foreach (var source in from.Where(closure.Add))
                work.Push(source);
        }

        return closure;
    }

    private static IEnumerable<ILocalSymbol> Mentioned(IOperation operation) => operation.DescendantsAndSelf().Select(static o => o switch
    {
        ILocalReferenceOperation local => local.Local,
        IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } => local,
        IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } => local,
        _ => null,
    }).OfType<ILocalSymbol>();

    private static IEnumerable<(ILocalSymbol Local, IOperation Value)> DefinitionsIn(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation { Initializer.Value: { } value } declarator => [(declarator.Symbol, value)],
        IAssignmentOperation { Target: ILocalReferenceOperation target } assignment => [(target.Local, assignment.Value)],
        IDeconstructionAssignmentOperation deconstruction => Mentioned(deconstruction.Target).Select(local => (local, deconstruction.Value)),
        IForEachLoopOperation loop => loop.Locals.Select(local => (local, loop.Collection)),
        IIsPatternOperation pattern => Mentioned(pattern.Pattern).Select(local => (local, pattern.Value)),
        IInvocationOperation call => call.Arguments.Where(static a => a.Parameter?.RefKind is RefKind.Out).SelectMany(static a => Mentioned(a.Value)).Select(local => (local, (IOperation)call)),
        _ => [],
    };

    // Calls whose result does not depend on the subject: the framework's, and the test's own sources of data.
    private bool IsEnvironment(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        if (SymbolEqualityComparer.Default.Equals(type, _testClass) && !call.Arguments.SelectMany(static a => Mentioned(a)).Any())
            return true;
        return RootNamespace.Of(type) == "System" || type?.TypeKind == TypeKind.Delegate;
    }
}
