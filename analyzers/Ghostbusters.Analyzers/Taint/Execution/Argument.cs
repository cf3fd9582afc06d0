using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>An argument of a call.</summary>
/// <param name="Parameter">The parameter that takes it; null where the call does not bind.</param>
/// <param name="Value">Its value.</param>
/// <param name="Places">The variables behind it where it is passed by reference.</param>
/// <param name="Operation">The expression; null where there is none, as for a delegate's guessed arguments.</param>
internal readonly record struct Argument(IParameterSymbol? Parameter, Value Value, ImmutableArray<Place> Places, IOperation? Operation)
{
    /// <summary>A plain value for a parameter.</summary>
    public static Argument Of(IParameterSymbol? parameter, Value value) => new(parameter, value, [], null);
}

/// <summary>A call that runs no body of the source.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Method">The method; null where it does not bind.</param>
/// <param name="Receiver">What it is called on; null where it is static.</param>
/// <param name="Arguments">In the order of the parameters, that of an extension method's receiver first.</param>
/// <param name="Site">The operation.</param>
internal sealed record LibraryCall(string Name, IMethodSymbol? Method, Value? Receiver, ImmutableArray<Argument> Arguments, IOperation Site)
{
    /// <summary>The value of an argument; nothing where there are fewer.</summary>
    public Value this[int index] => index < Arguments.Length ? Arguments[index].Value : Value.Nothing;

    /// <summary>The declaring type's name without arity.</summary>
    public string TypeName => Method?.ContainingType?.Name ?? "";

    /// <summary>What the call gives.</summary>
    public ITypeSymbol? ResultType => Method is { MethodKind: MethodKind.Constructor } ? Method.ContainingType : Method?.ReturnType ?? Site.Type;
}
