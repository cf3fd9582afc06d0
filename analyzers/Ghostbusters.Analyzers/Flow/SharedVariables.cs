using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>The variables that somebody else than the straight code of one graph may write: closures, references, other methods.</summary>
internal static class SharedVariables
{
    /// <summary>Finds them.</summary>
    public static HashSet<object> Of(FlowGraph graph)
    {
        var body = graph.Source.OriginalOperation;
        var owner = OwnerOf(body);
        var whole = body;
        while (whole.Parent is { } parent)
            whole = parent;

        var shared = new HashSet<object>();
        foreach (var operation in whole.DescendantsAndSelf())
        {
            if (operation is IParameterReferenceOperation { Parameter: var parameter } && IsOfPrimaryConstructor(parameter))
                shared.Add(parameter);
            foreach (var aliased in AliasedBy(operation).SelectMany(static a => a.DescendantsAndSelf()))
            {
                if (FlowState.KeyOf(aliased) is { } alias)
                    shared.Add(alias);
            }

            foreach (var place in WrittenBy(operation))
            {
                if (FlowState.KeyOf(place) is ISymbol variable && (IsInClosure(operation, variable) || (owner is not null && !IsOf(variable, owner))))
                    shared.Add(variable);
            }
        }

        return shared;
    }

    // The symbol of the closure that is analysed; null for a whole member.
    private static ISymbol? OwnerOf(IOperation body) => body switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation local => local.Symbol,
        { Parent: IAnonymousFunctionOperation lambda } => lambda.Symbol,
        { Parent: ILocalFunctionOperation local } => local.Symbol,
        _ => null,
    };

    // Any method of the type may write it.
    private static bool IsOfPrimaryConstructor(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax);

    private static IEnumerable<IOperation> WrittenBy(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target.DescendantsAndSelf(),
        IAssignmentOperation assignment => [assignment.Target],
        IIncrementOrDecrementOperation step => [step.Target],
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => [argument.Value],
        IDynamicInvocationOperation call => call.Arguments,
        IDynamicObjectCreationOperation creation => creation.Arguments,
        _ => [],
    };

    // A reference to the variable that outlives the statement: ref locals, pointers, ref returns, ref structs.
    private static IEnumerable<IOperation> AliasedBy(IOperation operation) => operation switch
    {
        IAddressOfOperation address => [address.Reference],
        ISimpleAssignmentOperation { IsRef: true } assignment => [assignment.Value],
        IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None, Initializer.Value: { } value } => [value],
        IInvocationOperation { TargetMethod: var method } call when method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType.IsRefLikeType =>
            ByReference(call.Arguments),
        IObjectCreationOperation { Type.IsRefLikeType: true } creation => ByReference(creation.Arguments),
        _ => [],
    };

    private static IEnumerable<IOperation> ByReference(IEnumerable<IArgumentOperation> arguments) =>
        arguments.Where(static a => a.Parameter is { RefKind: not RefKind.None }).Select(static a => a.Value);

    private static bool IsInClosure(IOperation operation, ISymbol variable)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            var closure = parent switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (closure is not null)
                return !IsOf(variable, closure);
        }

        return false;
    }

    private static bool IsOf(ISymbol variable, ISymbol owner) => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, owner);
}
