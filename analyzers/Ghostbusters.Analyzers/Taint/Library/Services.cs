using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Dependency injection: a provider gives what was registered, made by its constructor from what was registered for that.</summary>
internal static class Services
{
    private const int Deepest = 6;

    /// <summary>The slot of a service's registration.</summary>
    private sealed record Service(ISymbol Type, bool IsMade)
    {
        public bool Equals(Service? other) => other is not null && IsMade == other.IsMade && SymbolEqualityComparer.Default.Equals(Type, other.Type);

        public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);
    }

    /// <summary>The type that is made for a service, each time anew or once.</summary>
    private sealed record Implementation(INamedTypeSymbol Type, bool IsTransient)
    {
        public bool Equals(Implementation? other) => other is not null && IsTransient == other.IsTransient && SymbolEqualityComparer.Default.Equals(Type, other.Type);

        public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);
    }

    /// <summary>A call on a collection, provider or scope; null where it is none of these, or nothing is registered.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        var owner = call.Receiver ?? call[0];
        var arguments = call.Receiver is null ? call.Arguments.Skip(1).Select(static a => a.Value).ToImmutableArray() : [.. call.Arguments.Select(static a => a.Value)];
        switch (call.Name)
        {
            case "AddSingleton" or "AddScoped" or "AddTransient" or "TryAddSingleton" or "TryAddScoped" or "TryAddTransient":
                Register(evaluator, call, owner, arguments);
                return owner;
            case "BuildServiceProvider" or "CreateScope" or "CreateAsyncScope":
                return owner.Objects.IsEmpty ? null : owner;
            case "GetService" or "GetRequiredService" when Asked(call, arguments) is { } service:
                return Resolve(evaluator, owner, service, call.Site, 0);
            default:
                return null;
        }
    }

    /// <summary>Whether a type is one of those.</summary>
    public static bool IsOne(ITypeSymbol type) => type.Name is "IServiceProvider" or "ServiceProvider" || type.ContainingNamespace?.Name is "DependencyInjection" or "Extensions" && type.Name.StartsWith("Service", StringComparison.Ordinal);

    private static INamedTypeSymbol? TypeIn(Value? value) => value is not null && value.IsConstant(out var constant) ? constant as INamedTypeSymbol : null;

    private static INamedTypeSymbol? Asked(LibraryCall call, ImmutableArray<Value> arguments) =>
        call.Method?.TypeArguments.FirstOrDefault() as INamedTypeSymbol ?? TypeIn(arguments.FirstOrDefault());

    private static void Register(Evaluator evaluator, LibraryCall call, Value owner, ImmutableArray<Value> arguments)
    {
        var types = call.Method?.TypeArguments.OfType<INamedTypeSymbol>().ToList() ?? [];
        var rest = arguments;
        if (types.Count == 0)
        {
            types = [.. arguments.Select(TypeIn).OfType<INamedTypeSymbol>()];
            rest = arguments.RemoveRange(0, Math.Min(types.Count, arguments.Length));
        }

        if (types.Count == 0)
            return;
        var service = new Service(Key(types[0]), IsMade: false);
        var isTransient = call.Name.EndsWith("Transient", StringComparison.Ordinal);
        var given = rest.FirstOrDefault() ?? Value.Of(new Implementation(types[types.Count - 1], isTransient));
        foreach (var id in owner.Objects)
        {
            if (call.Name.StartsWith("Try", StringComparison.Ordinal) && evaluator.State[id].Slots.ContainsKey(service))
                continue;
            evaluator.State = evaluator.State.Write(new Place(id, service), given, isSure: owner.Objects.Length == 1);
        }
    }

    private static INamedTypeSymbol Key(INamedTypeSymbol type) => type.IsUnboundGenericType ? type.OriginalDefinition : type;

    private static Value? Resolve(Evaluator evaluator, Value provider, INamedTypeSymbol type, IOperation site, int depth)
    {
        if (provider.Objects.Length != 1 || depth > Deepest)
            return null;
        var id = provider.Objects[0];
        var slots = evaluator.State[id].Slots;
        if (slots.TryGetValue(new Service(type, IsMade: true), out var before))
            return before;
        if (!slots.TryGetValue(new Service(type, IsMade: false), out var registered) && !slots.TryGetValue(new Service(type.OriginalDefinition, IsMade: false), out registered))
            return null;
        if (registered.Objects.Any(o => evaluator.State[o].Kind == ObjectKind.Delegate))
            return Keep(evaluator, id, type, Delegates.Invoke(evaluator, registered, [Argument.Of(null, provider)], site));
        if (!registered.IsConstant(out var constant) || constant is not Implementation implementation)
            return registered;
        var made = Make(evaluator, provider, Constructed(implementation.Type, type), site, depth);
        return made is null || implementation.IsTransient ? made : Keep(evaluator, id, type, made);
    }

    private static INamedTypeSymbol Constructed(INamedTypeSymbol made, INamedTypeSymbol service) =>
        made.IsUnboundGenericType && made.OriginalDefinition.TypeParameters.Length == service.TypeArguments.Length
            ? made.OriginalDefinition.Construct([.. service.TypeArguments]) : made;

    private static Value? Make(Evaluator evaluator, Value provider, INamedTypeSymbol type, IOperation site, int depth)
    {
        if (type.InstanceConstructors.Where(static c => c.DeclaredAccessibility == Accessibility.Public).OrderByDescending(static c => c.Parameters.Length).FirstOrDefault() is not { } constructor)
            return null;
        var arguments = constructor.Parameters.Select((p, i) => Argument.Of(p, (p.Type as INamedTypeSymbol is { } wanted ? Resolve(evaluator, provider, wanted, site, depth + 1) : null)
            ?? evaluator.Foreign((site.Syntax, "injected", type.Name, i), p.Type, LabelSet.None))).ToImmutableArray();
        return evaluator.IsDead ? null : evaluator.Construct(type, constructor, arguments, site);
    }

    private static Value Keep(Evaluator evaluator, int provider, INamedTypeSymbol type, Value made)
    {
        evaluator.State = evaluator.State.Write(new Place(provider, new Service(type, IsMade: true)), made, isSure: true);
        return made;
    }
}
