using System.Collections.Concurrent;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Which methods of the compilation answer a failure with <c>false</c> or a failed result: looked up in their bodies.</summary>
internal sealed class CalleeFailure(Compilation compilation)
{
    private static readonly string[] FailureLogs = ["LogError", "LogWarning", "LogCritical", "LogException", "Error", "Warn", "Fatal", "Critical", "TraceError", "CaptureException", "TrackException"];

    private static readonly string[] Shown = ["Show", "MessageBox", "Notif", "Dialog", "Alert", "Toast"];

    private readonly SourceBodies _bodies = new(compilation);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a catch of the method, which does or verifies something, ends in <c>false</c> while another way ends in something else.</summary>
    public bool AnswersFalse(IMethodSymbol method, CancellationToken cancellation) =>
        SuccessClaims.MeansSuccess(method) && _known.GetOrAdd(method.OriginalDefinition, m => CatchGivesFalse(m, cancellation));

    /// <summary>Whether there is no failed result to drop: the method, or an overload that it hands on to, asks the flag itself, or it writes every result as a success.</summary>
    public static bool OnlySucceeds(IMethodSymbol method, string flag, CancellationToken cancellation)
    {
        if (Declaration(method, cancellation) is not { } declaration)
            return false;
        if (Asks(declaration, flag) || method.OriginalDefinition.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(m => Declaration(m, cancellation) is { } overload && Asks(overload, flag)))
            return true;
        var returned = Returned(declaration).ToList();
        return returned.Count > 0 && returned.All(static r => SaysSuccess(r.ToString()));
    }

    private static bool Asks(SyntaxNode declaration, string flag) => declaration.DescendantNodes()
        .Any(n => n is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member, Parent: not AssignmentExpressionSyntax } && member == flag);

    private static bool SaysSuccess(string text) =>
        (text.IndexOf("Success", StringComparison.OrdinalIgnoreCase) >= 0 || text.Contains(".Ok") || text.Contains("true") || text.Contains("Succeed"))
        && !FailureWords.IsIn(text) && !text.Contains("false") && text.IndexOf('?') < 0 && text.IndexOf("==", StringComparison.Ordinal) < 0;

    private bool CatchGivesFalse(IMethodSymbol method, CancellationToken cancellation)
    {
        if (Declaration(method, cancellation) is not { } declaration || !declaration.DescendantNodes().Any(static n => n is CatchClauseSyntax)
            || _bodies.ModelOf(declaration.SyntaxTree) is not { } model || model.GetOperation(declaration, cancellation) is not { } body)
        {
            return false;
        }

        // `Throw.PersistenceException(e); return false;`: the answer is there for the compiler.
        if (declaration.DescendantNodes().OfType<CatchClauseSyntax>().Any(static c => c.Block.Statements.Any(CatchBody.CallsThrowHelper)))
            return false;
        var sites = CatchSite.In(body, method, cancellation).Where(s => SymbolEqualityComparer.Default.Equals(s.Method, method)).ToList();
        if (!sites.Any(static s => !s.Path.Retries && !FailureTypes.NamesFulfilment(s.Path.ExceptionType) && !IsTold(s.Clause) && s.Path.Outcomes.Any(static o => o.Value.AsBool == false)))
            return false;
        var (graph, values) = (sites[0].Graph, sites[0].Values);
        return Enumerable.Range(0, graph.Blocks.Length).Where(values.IsReachable)
            .Where(b => graph.Successors(b).Any(static e => e.Semantics == ControlFlowBranchSemantics.Return))
            .Any(b => graph.Blocks[b].BranchValue is { } value && values.At(value).AsBool != false);
    }

    // Whom the catch tells of the failure, a user or the log, the caller need not tell; and what it explains is none: `// already gone`.
    private static bool IsTold(CatchClauseSyntax clause) =>
        Shown.Any(w => clause.Block.ToString().Contains(w)) || Logs(clause.Block) || LoggingCatch.WritesToLog(clause.Block) || SetsFailureFlag(clause) || CatchComments.ExplainAnswer(clause);

    // `isLoadError = true`: whoever shows the result asks the flag.
    private static bool SetsFailureFlag(CatchClauseSyntax clause) => clause.Block.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(static a =>
        a is { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax, Right: LiteralExpressionSyntax { Token.ValueText: "true" } } && (FailureWords.IsIn(a.Left.ToString()) || PascalWords.Of(a.Left.ToString()).Any(static w => w.ToLowerInvariant() is "error" or "errors")));

    /// <summary>Whether the method, where it is of this compilation, tells the log of failures.</summary>
    public static bool LogsFailure(IMethodSymbol method, CancellationToken cancellation) => Declaration(method, cancellation) is { } declaration && Logs(declaration);

    /// <summary>Whether something in the node is logged at a level for failures. Only names are read: a logger of a package may not bind.</summary>
    public static bool Logs(SyntaxNode node) => node.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static c => c.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } =>
            FailureLogs.Any(l => name.StartsWith(l, StringComparison.Ordinal)) || (receiver.ToString().EndsWith("Console.Error", StringComparison.Ordinal) && name == "WriteLine"),
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } => FailureLogs.Any(l => name.StartsWith(l, StringComparison.Ordinal)), // `logger?.LogError(…)`
        SimpleNameSyntax { Identifier.ValueText: var name } => FailureLogs.Any(l => name.StartsWith(l, StringComparison.Ordinal)),
        _ => false,
    });

    private static IEnumerable<ExpressionSyntax> Returned(MethodDeclarationSyntax declaration) =>
        declaration.ExpressionBody is { Expression: var expression } ? [expression]
        : declaration.DescendantNodes(n => CatchBody.IsWithin(n, declaration)).OfType<ReturnStatementSyntax>().Select(static r => r.Expression).OfType<ExpressionSyntax>();

    private static MethodDeclarationSyntax? Declaration(IMethodSymbol method, CancellationToken cancellation) =>
        method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as MethodDeclarationSyntax is { } declaration
        && (declaration.Body is not null || declaration.ExpressionBody is not null) ? declaration : null;
}
