using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>Whatever fails in a method, it says that it succeeded.</summary>
internal sealed class SuccessFromCatch : Injection
{
    public override string RuleId => "GB3001";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from method in WorkNames.Methods(root)
        let body = (SyntaxNode?)method.Body ?? method.ExpressionBody
        where body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any()
        let success = method.ReturnType.ToString() switch
        {
            "bool" or "Task<bool>" => "true",
            // What a command gives back is its exit code.
            "int" or "Task<int>" when method.Identifier.ValueText.StartsWith("Run", StringComparison.Ordinal) => "0",
            _ => null,
        }
        where success is not null
        let assigned = string.Concat(method.ParameterList.Parameters.Where(static p => p.Modifiers.Any(SyntaxKind.OutKeyword)).Select(static p => $"{p.Identifier} = default!; "))
        let block = method.Body?.ToString() ?? $"{{ return {method.ExpressionBody!.Expression}; }}"
        let text = $"{{ try {block} catch (Exception) {{ {assigned}return {success}; }} }}"
        select method.Body is null ? At(method, Replace(body, text), Replace(method.SemicolonToken, "")) : At(method, Replace(body, text));
}

/// <summary>A statement's failure is swallowed.</summary>
internal sealed class EmptyCatchAround : Injection
{
    public override string RuleId => "GB3003";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        root.DescendantNodes().OfType<ExpressionStatementSyntax>().Where(static s => s.Parent is BlockSyntax && s.Expression is InvocationExpressionSyntax)
            .Select(static s => At(s, Replace(s, $"try {{ {s} }} catch (Exception) {{ }}")));
}

/// <summary>A task that was awaited is started and lost.</summary>
internal sealed class AwaitDropped : Injection
{
    public override string RuleId => "GB3006";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        root.DescendantNodes().OfType<ExpressionStatementSyntax>().Select(static s => s.Expression).OfType<AwaitExpressionSyntax>()
            .Where(static a => a.Expression is InvocationExpressionSyntax).Select(static a => At(a, Replace(a, WithoutConfigureAwait(a.Expression).ToString())));

    private static ExpressionSyntax WithoutConfigureAwait(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait", Expression: var inner } } ? inner : expression;
}
