using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>Which bodies a call may run.</summary>
internal static class Dispatch
{
    // Where more bodies may run, none is followed: the call passes on what it gets, like a library's.
    private const int MostBodies = 4;

    /// <summary>The bodies, each with the part of the receiver that leads to it.</summary>
    /// <param name="Bodies">Methods of the source.</param>
    /// <param name="MayBeOther">Whether a body that is not here may run instead.</param>
    internal readonly record struct Targets(ImmutableArray<(IMethodSymbol Body, Value? Receiver)> Bodies, bool MayBeOther);

    /// <summary>Finds them.</summary>
    public static Targets Of(Evaluator evaluator, IMethodSymbol method, Value? receiver, bool isVirtual)
    {
        if (receiver is null || !isVirtual || !IsOverridable(method))
            return HasBody(evaluator, method) ? new([(method, receiver)], false) : new([], true);

        var bodies = new List<(IMethodSymbol Body, Value? Receiver)>();
        var mayBeOther = false;
        foreach (var id in receiver.Objects)
        {
            var target = evaluator.State[id];
            if (target.Kind is ObjectKind.Instance && target.Type is { } type)
            {
                if (Implementation(method, type) is { } body && HasBody(evaluator, body))
                    Add(bodies, body, Value.ToObject(id));
                else
                    mayBeOther = true;
            }
            else
            {
                mayBeOther |= !AddByHierarchy(evaluator, bodies, method, target.Type, Value.ToObject(id));
            }
        }

        if (receiver.Open != Openness.Closed)
            mayBeOther |= !AddByHierarchy(evaluator, bodies, method, receiver.Type ?? method.ContainingType, receiver.With(objects: ImmutableArray<int>.Empty, constants: ImmutableArray<object?>.Empty));
        return new([.. bodies], mayBeOther && bodies.Count == 0);
    }

    private static bool AddByHierarchy(Evaluator evaluator, List<(IMethodSymbol Body, Value? Receiver)> bodies, IMethodSymbol method, ITypeSymbol? type, Value receiver)
    {
        var root = type is INamedTypeSymbol named && AnalysedCode.DerivesFrom(named, method.ContainingType) ? named : method.ContainingType;
        if (TypeKinds.IsOfLibrary(root) && root.SpecialType != SpecialType.None)
            return false;
        var found = false;
        var derivedTypes = evaluator.Interpreter.Code.DerivedFrom(root);
        if (derivedTypes.Length > MostBodies && derivedTypes.Select(t => Implementation(method, t)).OfType<IMethodSymbol>().Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).Count() > MostBodies)
            return false;
        foreach (var derived in derivedTypes)
        {
            if (Implementation(method, derived) is { } body && HasBody(evaluator, body))
            {
                Add(bodies, body, receiver.With(type: derived));
                found = true;
            }
        }

        if (!found && HasBody(evaluator, method))
        {
            Add(bodies, method, receiver);
            found = true;
        }

        return found;
    }

    private static void Add(List<(IMethodSymbol Body, Value? Receiver)> bodies, IMethodSymbol body, Value receiver)
    {
        var at = bodies.FindIndex(b => SymbolEqualityComparer.Default.Equals(b.Body, body));
        if (at < 0)
            bodies.Add((body, receiver));
        else
            bodies[at] = (body, bodies[at].Receiver!.Join(receiver));
    }

    private static bool IsOverridable(IMethodSymbol method) =>
        method.IsAbstract || method.IsVirtual || method.IsOverride || method.ContainingType?.TypeKind == TypeKind.Interface;

    private static bool HasBody(Evaluator evaluator, IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction ? evaluator.LocalGraph(method) is not null : AnalysedCode.HasBody(method, evaluator.Interpreter.Cancellation);

    /// <summary>The method that runs for a receiver of just this type.</summary>
    public static IMethodSymbol? Implementation(IMethodSymbol method, ITypeSymbol type)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            return Implementing(method, type) is { } found ? MostDerived(found, type, method) : null;
        }

        return MostDerived(method, type, method);
    }

    /// <summary>What a type has for a member of an interface; null where it does not implement it.</summary>
    public static T? Implementing<T>(T member, ITypeSymbol type)
        where T : class, ISymbol
    {
        var declared = type.AllInterfaces.FirstOrDefault(i => SymbolEqualityComparer.Default.Equals(i, member.ContainingType))
            ?? type.AllInterfaces.FirstOrDefault(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, member.ContainingType.OriginalDefinition));
        var promised = declared?.GetMembers(member.Name).OfType<T>().FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, member.OriginalDefinition));
        return promised is null ? null : type.FindImplementationForInterfaceMember(promised) as T;
    }

    private static IMethodSymbol MostDerived(IMethodSymbol method, ITypeSymbol type, IMethodSymbol called)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            foreach (var member in t.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition) || Overrides(member, method))
                    return member.Arity > 0 && member.Arity == called.TypeArguments.Length ? member.Construct([.. called.TypeArguments]) : member;
            }
        }

        return method;
    }

    private static bool Overrides(IMethodSymbol member, IMethodSymbol method)
    {
        for (var overridden = member.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
                return true;
        }

        return false;
    }
}
