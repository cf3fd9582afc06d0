using System.Collections.Immutable;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>Tells of an assertion which construct around it lets the test pass without it.</summary>
internal sealed class Escapes
{
    private readonly IOperation _body;
    private readonly Outcomes _outcomes;

    public Escapes(IOperation body, INamedTypeSymbol testClass)
    {
        _body = body;
        _outcomes = new Outcomes(body, testClass);
    }

    /// <summary>Climbs from the assertion to the body. The innermost construct that lets it be skipped is the answer.</summary>
    public Escape Of(IOperation assertion)
    {
        for (var (child, parent) = (assertion, assertion.Parent); parent is not null && !ReferenceEquals(child, _body); (child, parent) = (parent, parent.Parent))
        {
            var escape = parent switch
            {
                ICatchClauseOperation clause when !IsOfEnvironment(clause) => new Escape(EscapeKind.Catch, clause.Syntax),
                IConditionalOperation { Condition: var condition } conditional when !ReferenceEquals(child, condition) => OfCondition(conditional, condition, assertion),
                ISwitchOperation { Value: var value } branch when !ReferenceEquals(child, value) => OfCondition(branch, value, assertion),
                IConditionalAccessOperation access when ReferenceEquals(child, access.WhenNotNull) && _outcomes.IsOutcome(access.Operation) => new Escape(EscapeKind.Condition, access.Syntax),
                IBlockOperation block => OfEarlyReturn(block, child, assertion),
                IForEachLoopOperation loop when !ReferenceEquals(child, loop.Collection) => OfForEach(loop),
                IForLoopOperation { Condition: { } condition } loop when ReferenceEquals(child, loop.Body) => OfCondition(loop, condition, assertion, EscapeKind.Loop),
                IWhileLoopOperation { Condition: { } condition, ConditionIsTop: true } loop when !ReferenceEquals(child, condition) => OfCondition(loop, condition, assertion, EscapeKind.Loop),
                IAnonymousFunctionOperation lambda => OfLambda(lambda),
                ILocalFunctionOperation function when !IsMentioned(function.Symbol) => new Escape(EscapeKind.Callback, function.Syntax),
                _ => default,
            };
            if (escape.Kind != EscapeKind.None)
                return escape;
        }

        return default;
    }

    /// <summary>The operation that stands for the assertion in the flow of the test's own body: itself, or the lambda it is in.</summary>
    public IOperation InBody(IOperation assertion)
    {
        var outer = assertion;
        for (var o = assertion; o is not null && !ReferenceEquals(o, _body); o = o.Parent)
        {
            if (o is IAnonymousFunctionOperation or ILocalFunctionOperation)
                outer = o;
        }

        return outer;
    }

    private Escape OfCondition(IOperation construct, IOperation condition, IOperation assertion, EscapeKind kind = EscapeKind.Condition) =>
        _outcomes.AreOfOneOutcome(condition, assertion) && !_outcomes.IsFilled(condition) ? new Escape(kind, construct.Syntax) : default;

    // `if (result is null) return;` before the assertion is the same as an if around it.
    private Escape OfEarlyReturn(IBlockOperation block, IOperation before, IOperation assertion) => block.Operations
        .TakeWhile(o => !ReferenceEquals(o, before))
        .OfType<IConditionalOperation>()
        .Where(static c => c.WhenFalse is null && (c.WhenTrue is IReturnOperation || c.WhenTrue is IBlockOperation { Operations: { Length: > 0 } inner } && inner[inner.Length - 1] is IReturnOperation))
        .Select(c => OfCondition(c, c.Condition, assertion))
        .FirstOrDefault(static e => e.Kind != EscapeKind.None);

    private Escape OfForEach(IForEachLoopOperation loop)
    {
        var collection = Unwrap(loop.Collection);
        var root = RootOf(collection);
        return MayBeEmpty(collection, root) && _outcomes.IsOutcome(collection) && !_outcomes.IsFilled(collection) ? new Escape(EscapeKind.Loop, loop.Syntax) : default;
    }

    // A call, or a local that holds what a call gave. Properties of what the test built count as outcomes only through a call.
    private bool MayBeEmpty(IOperation collection, IOperation root) =>
        collection.Type is not null
        && root is IInvocationOperation or IObjectCreationOperation or ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
        && !IsReflection(collection);

    private bool IsReflection(IOperation collection) => collection.DescendantsAndSelf().Any(o => o is ITypeOfOperation
        || o.Type?.ContainingNamespace is { Name: "Reflection" }
        || o.Type is { Name: "Type", ContainingNamespace.Name: "System" }
        || o is ILocalReferenceOperation { Local: { } local } && LocalValues(local).Any(v => v.DescendantsAndSelf().Any(static x => x is ITypeOfOperation || x.Type?.ContainingNamespace is { Name: "Reflection" })));

    private IEnumerable<IOperation> LocalValues(ILocalSymbol local) => _body.Descendants().OfType<IVariableDeclaratorOperation>()
        .Where(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local)).Select(static d => d.Initializer?.Value).OfType<IOperation>();

    private Escape OfLambda(IAnonymousFunctionOperation lambda)
    {
        var holder = lambda.Parent;
        while (holder is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            holder = holder.Parent;
        return holder switch
        {
            IEventAssignmentOperation subscription => new Escape(EscapeKind.Callback, subscription.Syntax),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } when !IsMentioned(local) => new Escape(EscapeKind.Callback, lambda.Syntax),
            _ => default,
        };
    }

    private bool IsMentioned(ISymbol symbol) => _body.Descendants().Any(o => o switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, symbol),
        IInvocationOperation call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, symbol),
        IMethodReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, symbol),
        _ => false,
    });

    // Where the platform cannot do it, the test looks at how it says so.
    private static bool IsOfEnvironment(ICatchClauseOperation clause) =>
        clause.ExceptionType?.Name is { } name && ImmutableArray.Create("NotSupported", "Skip", "Cancel", "Timeout", "DllNotFound", "EntryPoint", "UnauthorizedAccess")
            .Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation is IAwaitOperation awaited ? Unwrap(awaited.Operation) : operation;
    }

    // What a chain of calls and properties starts at.
    private static IOperation RootOf(IOperation operation)
    {
        while (true)
        {
            var next = operation switch
            {
                IInvocationOperation { Instance: { } instance } => instance,
                IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: { Length: > 0 } arguments } => arguments[0].Value,
                IPropertyReferenceOperation { Instance: { } instance } => instance,
                IConversionOperation conversion => conversion.Operand,
                _ => null,
            };
            if (next is null)
                return operation;
            operation = next;
        }
    }
}
