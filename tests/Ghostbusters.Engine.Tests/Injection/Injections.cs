using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>Every injection, in the order of the rules.</summary>
internal static class Injections
{
    public static ImmutableArray<Injection> All { get; } =
    [
        new EmptyCatchAround(),
        new AwaitDropped(),
    ];
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
