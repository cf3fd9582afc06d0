using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8208: any site may read answers with the user's own credentials. Any site without them is what public APIs are for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PermissiveCors : DiagnosticAnalyzer
{
    private const string Origin = "Access-Control-Allow-Origin";
    private const string Credentials = "Access-Control-Allow-Credentials";
    private const string Builder = "Microsoft.AspNetCore.Cors.Infrastructure.CorsPolicyBuilder.";

    private static readonly ApiTable<bool> Allows = new() { { Builder + "AllowCredentials!", true } };

    private static readonly ApiTable<bool> Attributes = new() { { "System.Web.Http.Cors.EnableCorsAttribute.#ctor", true } };

    private static readonly ApiTable<bool> Policies = new() { { "System.Web.Cors.CorsPolicy.SupportsCredentials!", true }, { "Microsoft.AspNetCore.Cors.Infrastructure.CorsPolicy.SupportsCredentials!", true } };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8208_PermissiveCors];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeBuilder(node, code), SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeAttribute(node, code), SyntaxKind.Attribute);
            start.RegisterSyntaxNodeAction(node => AnalyzePolicy(node, code), SyntaxKind.SimpleAssignmentExpression);
            start.RegisterSyntaxNodeAction(AnalyzeHeader, SyntaxKind.StringLiteralExpression);
        });
    }

    // All calls on one builder: the chain, or the statements on one variable in a lambda or method.
    private static void AnalyzeBuilder(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (code.Match(context, call, Allows) is null || IsConditional(call))
            return;
        var calls = ScopeOf(call).SelectMany(static s => s.DescendantNodesAndSelf()).OfType<InvocationExpressionSyntax>().ToList();
        if (calls.Find(c => IsAnyOrigin(context, c)) is { } any && !IsConditional(any) && BranchOf(call) == BranchOf(any))
            Report(context, (any.Expression as MemberAccessExpressionSyntax)?.Name ?? (SyntaxNode)any, ApiUse.Of(any)!.Member, "AllowCredentials sends the user's cookies along");
    }

    // The lambda that configures the builder; else the statement, with those of its block that begin with the same variable.
    private static IEnumerable<SyntaxNode> ScopeOf(InvocationExpressionSyntax call)
    {
        if (call.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is { } lambda)
            return [lambda];
        var statement = call.FirstAncestorOrSelf<SyntaxNode>(static a => a is StatementSyntax or MemberDeclarationSyntax)!;
        return statement.Parent is BlockSyntax block
            ? block.Statements.Where(s => s == statement || (s is ExpressionStatementSyntax && s.GetFirstToken().ValueText == statement.GetFirstToken().ValueText))
            : [statement];
    }

    // `if (hasOrigins) b.WithOrigins(…) else b.AllowAnyOrigin()`, and credentials only in the first case.
    private static IfStatementSyntax? BranchOf(InvocationExpressionSyntax call) =>
        call.Ancestors().TakeWhile(static a => a is not AnonymousFunctionExpressionSyntax and not MemberDeclarationSyntax).OfType<IfStatementSyntax>().FirstOrDefault();

    private static bool IsConditional(SyntaxNode node) => Guard.IsDevelopment(node) || Guard.IsChosen(node);

    private static bool IsAnyOrigin(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call) => ApiUse.Of(call)?.Member switch
    {
        "AllowAnyOrigin" => true,
        "WithOrigins" => call.ArgumentList.Arguments.Any(a => ApiCode.Constant(context, a.Expression) is "*"),
        "SetIsOriginAllowed" => call.ArgumentList.Arguments.Count == 1 && AcceptingCallback.Is(call.ArgumentList.Arguments[0].Expression, context.SemanticModel, context.CancellationToken),
        _ => false,
    };

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList?.Arguments is not { Count: > 0 } arguments || code.Match(context, attribute, Attributes) is null)
            return;
        var credentials = arguments.FirstOrDefault(static a => a.NameEquals?.Name.Identifier.ValueText == "SupportsCredentials");
        if (credentials is not null && ApiCode.Constant(context, credentials.Expression) is true && ApiCode.Constant(context, arguments[0].Expression) is "*")
            Report(context, attribute, "EnableCors(\"*\")", "SupportsCredentials sends the user's cookies along");
    }

    private static void AnalyzePolicy(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (code.Match(context, assignment.Left, Policies) is null || ApiCode.Constant(context, assignment.Right) is not true)
            return;
        var siblings = (assignment.Parent as InitializerExpressionSyntax)?.Expressions.OfType<AssignmentExpressionSyntax>()
            ?? (assignment.FirstAncestorOrSelf<BlockSyntax>()?.Statements.OfType<ExpressionStatementSyntax>().Select(static s => s.Expression).OfType<AssignmentExpressionSyntax>() ?? []);
        if (siblings.Any(s => ApiUse.Of(s.Left)?.Member == "AllowAnyOrigin" && ApiCode.Constant(context, s.Right) is true) && !IsConditional(assignment))
            Report(context, assignment, "AllowAnyOrigin", "SupportsCredentials sends the user's cookies along");
    }

    // Headers by hand: the origin of the request is sent back unread, with credentials.
    private static void AnalyzeHeader(SyntaxNodeAnalysisContext context)
    {
        var literal = (LiteralExpressionSyntax)context.Node;
        if (!string.Equals(literal.Token.ValueText, Origin, StringComparison.OrdinalIgnoreCase) || literal.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return;
        var member = literal.FirstAncestorOrSelf<SyntaxNode>(static n => n is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) ?? statement;
        if (!member.DescendantTokens().Any(static t => string.Equals(t.ValueText, Credentials, StringComparison.OrdinalIgnoreCase)) || IsConditional(literal) || ValueOf(literal) is not { } value)
            return;
        var origin = ValueOrigin.Of(value, context.SemanticModel, context.CancellationToken);
        var isReflected = origin.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Any(static l => string.Equals(l.Token.ValueText, "Origin", StringComparison.OrdinalIgnoreCase)) || origin.ToString().EndsWith(".Headers.Origin", StringComparison.Ordinal);
        if (isReflected && !IsCompared(member, value))
            Report(context, statement, Origin, "it is whatever origin asks, with credentials");
    }

    private static ExpressionSyntax? ValueOf(LiteralExpressionSyntax name) => name.Parent is ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument
        ? list.Parent switch
        {
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } => assignment.Right,
            InvocationExpressionSyntax when list.Arguments.Count == 2 && list.Arguments[0] == argument => list.Arguments[1].Expression,
            _ => null,
        }
        : null;

    // `if (_allowed.Contains(origin))`.
    private static bool IsCompared(SyntaxNode member, ExpressionSyntax value) =>
        member.DescendantNodes().Any(n => n is IfStatementSyntax or ConditionalExpressionSyntax or WhileStatementSyntax or SwitchStatementSyntax
            && n.ChildNodes().First().DescendantNodesAndSelf().Any(c => c is InvocationExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression }) && value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(i => n.ChildNodes().First().ToString().Contains(i.Identifier.ValueText)));

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode place, string claim, string evidence) => ApiCode.Report(context, Descriptors.GB8208_PermissiveCors, place, claim, evidence);
}
