using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>
/// Chooses the assertions of a body that may be proved vacuous, so that no flow graph is made for the many that clearly are
/// not, and leaves out those whose constants are the thing under test.
/// </summary>
internal static class Candidates
{
    /// <summary>The syntax of the assertion calls that deserve a look.</summary>
    public static HashSet<SyntaxNode> In(IOperation body)
    {
        var found = new HashSet<SyntaxNode>();
        var operations = body.DescendantsAndSelf().ToList();
        foreach (var assertion in operations.OfType<IInvocationOperation>().Select(AssertionModel.Of).OfType<Assertion>())
        {
            if (MayBeProved(assertion) && !IsContract(assertion, operations) && !IsMarker(assertion, body, operations))
                found.Add(assertion.Call.Syntax);
        }

        return found;
    }

    private static bool MayBeProved(Assertion assertion) => assertion.Kind switch
    {
        AssertionKind.NotNull => Flow.TypeFacts.IsNeverNull(assertion.Actual.Type) || IsKnowable(assertion.Actual),
        _ => IsKnowable(assertion.Actual) && (assertion.Other is null || IsKnowable(assertion.Other)),
    };

    // The result of a call is nothing that flow could know; what a local holds is looked up where it is declared.
    private static bool IsKnowable(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.Name is "Count" or "LongCount",
        IAwaitOperation or IArrayElementReferenceOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation => false,
        _ => operation.Type?.TypeKind != TypeKind.Dynamic,
    };

    // A named constant, an enum member, nameof or sizeof is a fact of the code under test: the assertion guards it. A local
    // that a catch or finally writes says which way was taken, which is the point of asserting it.
    private static bool IsContract(Assertion assertion, List<IOperation> operations)
    {
        var locals = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default);
        var work = new Stack<IOperation>();
        work.Push(assertion.Actual);
        if (assertion.Other is { } other)
            work.Push(other);
        while (work.Count > 0)
        {
            foreach (var part in Parts(work.Pop()))
            {
                if (part is IFieldReferenceOperation { Field.IsConst: true } or INameOfOperation or ISizeOfOperation or IInvalidOperation)
                    return true;
                if (part is not ILocalReferenceOperation { Local: var local } || !locals.Add(local))
                    continue;
                foreach (var definition in operations.Where(o => Defines(o, local)))
                {
                    if (IsInHandler(definition))
                        return true;
                    work.Push(definition);
                }
            }
        }

        return false;
    }

    // What a value is made of. What a call or a constructor is given is not part of what it gives back.
    private static IEnumerable<IOperation> Parts(IOperation operation)
    {
        var work = new Stack<IOperation>([operation]);
        while (work.Count > 0)
        {
            var part = work.Pop();
            yield return part;
            IEnumerable<IOperation> children = part switch
            {
                IInvocationOperation { Instance: { } receiver } => [receiver],
                IInvocationOperation or IObjectCreationOperation => [],
                _ => part.ChildOperations,
            };
            foreach (var child in children)
                work.Push(child);
        }
    }

    private static bool Defines(IOperation operation, ILocalSymbol local) => operation switch
    {
        IVariableDeclaratorOperation declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local),
        IAssignmentOperation { Target: ILocalReferenceOperation target } => SymbolEqualityComparer.Default.Equals(target.Local, local),
        IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target } => SymbolEqualityComparer.Default.Equals(target.Local, local),
        _ => false,
    };

    private static bool IsInHandler(IOperation operation)
    {
        for (IOperation? child = operation, parent = operation.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is ICatchClauseOperation || (parent is ITryOperation attempt && ReferenceEquals(attempt.Finally, child)))
                return true;
        }

        return false;
    }

    // `Assert.True(true)` on the way that is right, where the other way fails: the branch is the check.
    private static bool IsMarker(Assertion assertion, IOperation body, List<IOperation> operations)
    {
        if (assertion.Actual is not ILiteralOperation || assertion.Other is not null)
            return false;
        if (SaysThatNothingWasThrown(assertion, body))
            return true;
        var isBranch = false;
        for (var o = assertion.Call.Parent; o is not null && !ReferenceEquals(o, body); o = o.Parent)
            isBranch |= o is ICatchClauseOperation or IConditionalOperation or ISwitchOperation or IAnonymousFunctionOperation;
        return isBranch && operations.Any(static o => o is IThrowOperation || (o is IInvocationOperation call && OracleSites.IsFail(call)));
    }

    // `Act(); Assert.True(true, "no exception reached the caller");` in a test named for exceptions: that the call came back is the check.
    private static bool SaysThatNothingWasThrown(Assertion assertion, IOperation body) =>
        body is IBlockOperation { Operations: { Length: > 1 } statements } && ReferenceEquals(statements[statements.Length - 1], assertion.Call.Parent)
        && assertion.Call.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText is { } test
        && new[] { "Exception", "Throw" }.Any(word => test.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
        && assertion.Call.Arguments.Any(static a => a.Value.ConstantValue is { HasValue: true, Value: string words }
            && new[] { "exception", "throw", "reached" }.Any(word => words.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));
}
