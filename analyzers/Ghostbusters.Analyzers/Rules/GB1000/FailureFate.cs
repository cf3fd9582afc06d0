using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB3000;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>What becomes of a failure that was caught: whether something still tells of it, or the test passes.</summary>
internal sealed class FailureFate
{
    private readonly FlowGraph _graph;
    private readonly ValueAnalysis _values;
    private readonly List<CatchPath> _paths;
    private readonly Oracles _oracles;
    private readonly IOperation _test;

    /// <param name="graph">The function with the try.</param>
    /// <param name="test">The whole body of the test, which the function may be a lambda of.</param>
    /// <param name="oracles">What else may fail it.</param>
    /// <param name="cancellation">Ends the analysis.</param>
    public FailureFate(FlowGraph graph, IOperation test, Oracles oracles, CancellationToken cancellation)
    {
        _graph = graph;
        _test = test;
        _oracles = oracles;
        _values = ValueAnalysis.Of(graph, cancellation);
        _paths = [.. CatchPath.Of(graph, _values, cancellation)];
    }

    /// <summary>Whether the failure is gone after the catch: every trace of it, on a way to the normal end.</summary>
    public bool IsLost(CaughtAssertion caught, CancellationToken cancellation)
    {
        var path = _paths.FirstOrDefault(p => ReferenceEquals(p.Handler, caught.Handler));
        return path is { CanThrow: false, Outcomes.IsEmpty: false }
            && path.Outcomes.All(static o => o.Returned is null)
            && _values.IsReachable(caught.Block)
            && !IsPassedOn(caught)
            && !Reachability.EveryWayPasses(_graph, caught.Handler.FirstBlockOrdinal, _graph.Exit, b => !caught.HasInTry(b) && Fails(b), e => e.Kind != EdgeKind.Exception && path.Values.IsFeasible(e))
            && !IsHopedFor(caught)
            && !IsLookedAtAgain(caught, cancellation);
    }

    // `try { Check(wrong); } catch (XunitException) { return; } Assert.Fail();`: the test is about the assertion, which has to fail.
    private bool IsHopedFor(CaughtAssertion caught) => Reachability.EveryWayPasses(
        _graph, _graph.Entry, _graph.Exit, b => !caught.HasInTry(b) && Fails(b), e => e.Kind != EdgeKind.Exception && _values.IsFeasible(e));

    private bool Fails(int block) => _graph.OperationsOf(block).OfType<IInvocationOperation>().Any(OracleSites.IsFail);

    // The handler hands the exception on, notes the failure, makes up for it or checks what it caught.
    private bool IsPassedOn(CaughtAssertion caught)
    {
        var clause = caught.Clause;
        var vacuous = VacuousChecks(caught);
        return clause.Block.DescendantNodes().Any(n => n switch
        {
            AssignmentExpressionSyntax { Left: var target } => target is not IdentifierNameSyntax name || IsReadElsewhere(name.Identifier.ValueText, clause),
            PostfixUnaryExpressionSyntax { Operand: var target } => target is not IdentifierNameSyntax name || IsReadElsewhere(name.Identifier.ValueText, clause),
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax } => false,
            ExpressionStatementSyntax { Expression: var expression } => CatchBody.IsWork(expression) && !vacuous.Contains(expression),
            EqualsValueClauseSyntax { Value: var value } => CatchBody.IsWork(value),
            ThrowStatementSyntax or ThrowExpressionSyntax or TryStatementSyntax or YieldStatementSyntax or AnonymousFunctionExpressionSyntax => true,
            _ => false,
        });
    }

    private bool IsReadElsewhere(string name, CatchClauseSyntax clause) => _test.Syntax.DescendantNodes()
        .Any(n => n is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name && !clause.Span.Contains(n.Span))
        || !_test.Syntax.DescendantNodes().Any(n => n is VariableDeclaratorSyntax local && local.Identifier.ValueText == name);

    // `Assert.NotNull(e)`, `Assert.True(true)`: these hold of every exception, of the assertion's own too.
    private HashSet<SyntaxNode> VacuousChecks(CaughtAssertion caught)
    {
        var name = caught.Clause.Declaration?.Identifier.ValueText;
        return
        [
            .. Enumerable.Range(caught.Handler.FirstBlockOrdinal, caught.Handler.LastBlockOrdinal - caught.Handler.FirstBlockOrdinal + 1)
                .SelectMany(_graph.OperationsOf).OfType<IInvocationOperation>()
                .Where(call => AssertionModel.Of(call) switch
                {
                    { Kind: AssertionKind.True, Actual.ConstantValue: { HasValue: true, Value: true } } => true,
                    { Kind: AssertionKind.NotNull, Actual.Syntax: IdentifierNameSyntax actual } => actual.Identifier.ValueText == name,
                    { Kind: AssertionKind.NotNull, Actual.Syntax: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax actual, Name.Identifier.ValueText: "Message" } } => actual.Identifier.ValueText == name,
                    _ => false,
                })
                .Select(static call => call.Syntax),
        ];
    }

    // What the try works on is checked after it: a wait for the right moment, a flag, a result that stays null.
    private bool IsLookedAtAgain(CaughtAssertion caught, CancellationToken cancellation)
    {
        var touched = new HashSet<ISymbol>(_test.DescendantsAndSelf().Where(o => caught.Try.Block.Span.Contains(o.Syntax.Span)).Select(SymbolOf).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        return _test.Descendants().Any(o => o is IInvocationOperation or IThrowOperation or IReturnOperation { ReturnedValue: not null }
            && o.Syntax.SpanStart > caught.Try.Span.End
            && (o is not IInvocationOperation || _oracles.MayCheck(o, cancellation))
            && MentionsAny(o, touched));
    }

    // With the conditions that lead to it.
    private static bool MentionsAny(IOperation operation, HashSet<ISymbol> symbols)
    {
        if (operation.DescendantsAndSelf().Any(o => SymbolOf(o) is { } symbol && symbols.Contains(symbol)))
            return true;
        for (var o = operation.Parent; o is not null; o = o.Parent)
        {
            if (o is IConditionalOperation { Condition: var condition } && condition.DescendantsAndSelf().Any(c => SymbolOf(c) is { } symbol && symbols.Contains(symbol)))
                return true;
        }

        return false;
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation { Field.IsConst: false } field => field.Field,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation or null } property => property.Property,
        _ => null,
    };
}
