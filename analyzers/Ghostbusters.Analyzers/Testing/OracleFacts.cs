using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>What one body says by itself of whether it can fail a test.</summary>
/// <param name="Checks">It calls an assertion, or something that may be one and cannot be looked into.</param>
/// <param name="Fails">It throws: an oracle in a test's helper, an ordinary guard in shipped code.</param>
/// <param name="Callees">The methods of the source that it calls, or hands on as delegates.</param>
/// <param name="Members">The members of what it creates or hands over: somebody may call them.</param>
internal sealed record OracleFacts(bool Checks, bool Fails, ImmutableArray<IMethodSymbol> Callees, ImmutableArray<IMethodSymbol> Members)
{
    private static readonly OracleFacts Unknown = new(Checks: true, Fails: false, [], []);

    /// <summary>Reads a body, lambdas and local functions included.</summary>
    public static OracleFacts Of(IEnumerable<IOperation> operations)
    {
        var fails = false;
        var (callees, members) = (ImmutableArray.CreateBuilder<IMethodSymbol>(), ImmutableArray.CreateBuilder<IMethodSymbol>());
        foreach (var operation in operations)
        {
            switch (operation)
            {
                case IInvalidOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IFunctionPointerInvocationOperation:
                    return Unknown;
                case IFieldReferenceOperation { Field: { Name: "Strict", ContainingType.Name: "MockBehavior" } }:
                    return Unknown; // A strict mock fails on every call that nobody set up.
                case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IFieldReferenceOperation or IPropertyReferenceOperation }:
                    return Unknown; // What the delegate holds was said elsewhere.
                case IThrowOperation { Exception: { } thrown } when !IsNotImplemented(thrown):
                    fails = true;
                    break;
            }

            foreach (var method in Called(operation))
            {
                if (OracleNames.IsDebugAssert(method))
                    fails = true;
                else if (IsOpaque(method))
                    return Unknown;
                else if (method.DeclaringSyntaxReferences.Length > 0)
                    callees.Add(method);
            }

            foreach (var member in Mentioned(operation).SelectMany(static t => t.GetMembers().OfType<IMethodSymbol>()))
                members.Add(member);
        }

        return new OracleFacts(Checks: false, fails, callees.ToImmutable(), members.ToImmutable());
    }

    /// <summary>What only the name of a method says, where its body is not looked at.</summary>
    public static OracleFacts OfName(IMethodSymbol method) => new(OracleNames.MayCheck(method), Fails: false, [], []);

    /// <summary>The methods that an operation itself calls or refers to, in their original definitions.</summary>
    public static IEnumerable<IMethodSymbol> Called(IOperation operation)
    {
        IEnumerable<IMethodSymbol?> methods = operation switch
        {
            IInvocationOperation call => [call.TargetMethod],
            IMethodReferenceOperation reference => [reference.Method],
            IObjectCreationOperation creation => [creation.Constructor],
            IPropertyReferenceOperation property => [property.Property.GetMethod, property.Property.SetMethod],
            IBinaryOperation binary => [binary.OperatorMethod],
            IUnaryOperation unary => [unary.OperatorMethod],
            IConversionOperation conversion => [conversion.OperatorMethod],
            _ => [],
        };
        return methods.OfType<IMethodSymbol>().Select(static m => (m.ReducedFrom ?? m).OriginalDefinition);
    }

    // An object that the test creates, or a type that it hands over, may assert in any of its members: a recording
    // handler, a scope that verifies when it is disposed, a comparer.
    private static IEnumerable<INamedTypeSymbol> Mentioned(IOperation operation)
    {
        IEnumerable<ITypeSymbol?> types = operation switch
        {
            IObjectCreationOperation { Type: { } created } => [created],
            ITypeOfOperation type => [type.TypeOperand],
            IInvocationOperation { TargetMethod.IsGenericMethod: true } call => [.. call.TargetMethod.TypeArguments],
            _ => [],
        };
        return types.OfType<INamedTypeSymbol>().Select(static t => t.OriginalDefinition).Where(static t => t.DeclaringSyntaxReferences.Length > 0);
    }

    // A fake that leaves a member out does not watch for calls of it.
    private static bool IsNotImplemented(IOperation thrown) =>
        thrown.DescendantsAndSelf().OfType<IObjectCreationOperation>().Any(static c => c.Type?.Name == "NotImplementedException");

    private static bool IsOpaque(IMethodSymbol method) => method.DeclaringSyntaxReferences.Length == 0
        ? !method.IsImplicitlyDeclared && OracleNames.MayCheck(method)
        : method.IsExtern || (method is { IsPartialDefinition: true, PartialImplementationPart: null } && !IsGeneratedPattern(method));

    // `[GeneratedRegex(…)] private static partial Regex Words();`: nobody has run the generator, but what it makes is known.
    private static bool IsGeneratedPattern(IMethodSymbol method) => method.ReturnType is { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" };
}
