using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB2000;

/// <summary>GB2008: passes an ignored cancellation token to every call that takes one as its next argument.</summary>
/// <remarks>Other promises cannot be kept by rule: which timeout, filter or password goes where is for a person to say.</remarks>
public sealed class ParameterIgnoredRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB2008";

    /// <inheritdoc/>
    public string Title => "Pass the token on";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context)
    {
        var parameter = context.Root.FindNode(context.Finding.Location.SourceSpan).FirstAncestorOrSelf<ParameterSyntax>();
        if (parameter?.Parent?.Parent is not MethodDeclarationSyntax method || !IsToken(context.Model.GetDeclaredSymbol(parameter, context.Cancellation)?.Type))
            return [];
        return
        [
            .. method.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax and not CatchClauseSyntax and not FinallyClauseSyntax)
                .OfType<InvocationExpressionSyntax>()
                .Where(call => TakesTokenNext(call, context))
                .Select(call => new TextChange(
                    new TextSpan(call.ArgumentList.CloseParenToken.SpanStart, 0),
                    (call.ArgumentList.Arguments.Count == 0 ? "" : ", ") + parameter.Identifier.Text)),
        ];
    }

    // The last parameter is a token that was not given, or an overload has the same parameters and one token more.
    private static bool TakesTokenNext(InvocationExpressionSyntax call, RepairContext context)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Any(static a => a.NameColon is not null) || context.Model.GetSymbolInfo(call, context.Cancellation).Symbol is not IMethodSymbol method
            || method.Parameters.Any(static p => p.IsParams))
        {
            return false;
        }

        if (method.Parameters.Length == arguments.Count + 1 && IsToken(method.Parameters[arguments.Count].Type))
            return true;
        return method.Parameters.Length == arguments.Count && IsTask(method.ReturnType)
            && context.Model.LookupSymbols(call.SpanStart, method.ReducedFrom is null ? method.ContainingType : null, method.Name).OfType<IMethodSymbol>().Any(o => IsSameWithToken(method, o));
    }

    private static bool IsSameWithToken(IMethodSymbol method, IMethodSymbol overload) =>
        overload.IsStatic == method.IsStatic && overload.Arity == method.Arity && overload.Parameters.Length == method.Parameters.Length + 1
        && IsToken(overload.Parameters[method.Parameters.Length].Type)
        && method.OriginalDefinition.Parameters.Zip(overload.OriginalDefinition.Parameters, static (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(static same => same)
        && SymbolEqualityComparer.Default.Equals(method.OriginalDefinition.ReturnType, overload.OriginalDefinition.ReturnType);

    private static bool IsToken(ITypeSymbol? type) => type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };

    private static bool IsTask(ITypeSymbol type) => type.Name is "Task" or "ValueTask";
}
