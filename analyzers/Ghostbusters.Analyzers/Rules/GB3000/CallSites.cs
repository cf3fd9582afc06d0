using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>What the callers of a private function do with its answer.</summary>
internal static class CallSites
{
    private static readonly HashSet<string> ManyAtATime = ["Select", "SelectMany", "ForEach", "ForEachAsync", "WhenAll", "Invoke", "For"];

    /// <summary>Whether every caller either sets one failure apart from many others, or fails itself when nothing comes.</summary>
    public static bool DealWithAbsence(CatchSite site, DefaultAnswer answer, CancellationToken cancellation)
    {
        var method = site.Method;
        if (method.DeclaredAccessibility != Accessibility.Private && method.MethodKind != MethodKind.LocalFunction)
            return false;
        var calls = Calls(method, cancellation).ToList();
        return calls.Count > 0 && calls.All(c => IsOneOfMany(c) || (answer.Kind == DefaultKind.Null && FailsOnNull(c)));
    }

    // Private functions are called from their own type; overloads are told by how many arguments they take.
    private static IEnumerable<SimpleNameSyntax> Calls(IMethodSymbol method, CancellationToken cancellation) =>
        from reference in method.ContainingType.DeclaringSyntaxReferences
        from name in reference.GetSyntax(cancellation).DescendantNodes().OfType<SimpleNameSyntax>()
        where name.Identifier.ValueText == method.Name && IsOwn(name) && Fits(name, method) && !method.DeclaringSyntaxReferences.Any(d => d.SyntaxTree == name.SyntaxTree && d.Span.Contains(name.Span))
        select name;

    // `Load(x)`, `this.Load(x)`; `provider.Load(x)` is another's.
    private static bool IsOwn(SimpleNameSyntax name) =>
        name.Parent is not MemberAccessExpressionSyntax access || access.Name != name || access.Expression is ThisExpressionSyntax;

    private static bool Fits(SyntaxNode name, IMethodSymbol method) =>
        (name.Parent is MemberAccessExpressionSyntax access ? access.Parent : name.Parent) is not InvocationExpressionSyntax call
        || call.ArgumentList.Arguments.Count == method.Parameters.Length || method.Parameters.Any(static p => p.IsOptional || p.IsParams);

    // One provider, file or row that fails must not take the others with it.
    private static bool IsOneOfMany(SyntaxNode call)
    {
        foreach (var node in call.Ancestors())
        {
            switch (node)
            {
                case ForEachStatementSyntax loop when loop.Statement.Span.Contains(call.Span):
                case ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or QueryExpressionSyntax:
                    return true;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } } when ManyAtATime.Contains(access.Name.Identifier.ValueText):
                    return true;
                case MemberDeclarationSyntax or LocalFunctionStatementSyntax:
                    return false;
                default:
                    break;
            }
        }

        return false;
    }

    // `var x = Find(id) ?? throw …;`, `if (x == null) throw …`, `if (x is null) return NotFound();` is no failure.
    private static bool FailsOnNull(SyntaxNode call)
    {
        if (call.Ancestors().TakeWhile(static a => a is not StatementSyntax).OfType<BinaryExpressionSyntax>()
            .Any(static b => b.IsKind(SyntaxKind.CoalesceExpression) && b.Right is ThrowExpressionSyntax))
        {
            return true;
        }

        var declarator = call.Ancestors().TakeWhile(static a => a is not StatementSyntax).OfType<VariableDeclaratorSyntax>().FirstOrDefault();
        var statement = call.Ancestors().OfType<StatementSyntax>().FirstOrDefault();
        if (declarator is null || statement?.Parent is not BlockSyntax block)
            return false;
        var next = block.Statements.SkipWhile(s => s != statement).Skip(1).FirstOrDefault();
        return next is IfStatementSyntax { Condition: var condition, Statement: var then } && condition.ToString().IndexOf(declarator.Identifier.ValueText, StringComparison.Ordinal) >= 0
            && condition.ToString().IndexOf("null", StringComparison.Ordinal) >= 0 && then.DescendantNodesAndSelf().Any(static n => n is ThrowStatementSyntax);
    }
}
