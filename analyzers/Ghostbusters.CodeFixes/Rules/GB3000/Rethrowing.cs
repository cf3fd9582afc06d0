using Ghostbusters.Analyzers.Rules.GB3000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.CodeFixes.Rules.GB3000;

/// <summary>Where an exception only reaches the caller when a catch lets it go on.</summary>
internal static class Rethrowing
{
    private static readonly HashSet<string> NeverThrowing = ["Equals", "GetHashCode", "ToString", "Finalize", "CompareTo"];

    /// <summary>Whether the try may throw what it catches now.</summary>
    public static bool IsAllowed(TryStatementSyntax statement, RepairContext context)
    {
        if (ExpectedFailure.MustNotThrow(statement) || context.Model.GetEnclosingSymbol(statement.SpanStart, context.Cancellation) is not IMethodSymbol method)
            return false;
        return method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor
            or MethodKind.PropertySet or MethodKind.ExplicitInterfaceImplementation
            && !method.Name.StartsWith("Try", StringComparison.Ordinal)
            && !NeverThrowing.Contains(method.Name)
            && !(method.IsAsync && method.ReturnsVoid)
            && !IsIterator(statement);
    }

    private static bool IsIterator(TryStatementSyntax statement) =>
        ExpectedFailure.Member(statement)?.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
            .Any(static n => n is YieldStatementSyntax) == true;
}
