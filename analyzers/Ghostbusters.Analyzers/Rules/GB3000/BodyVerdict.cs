using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Responses whose body says whether the request failed: whoever reads that need not ask the status.</summary>
internal static class BodyVerdict
{
    private static readonly string[] Words = ["error", "success", "status", "code", "message", "fault", "result", "ok"];

    // They turn the body into another shape of itself.
    private static readonly string[] Readings = ["Read", "Deserialize", "Parse", "Load", "ToString", "ToArray", "GetString", "CopyTo", "Open", "FromJson", "Create", "Dispose", "ConfigureAwait"];

    /// <summary>Whether what comes of the response's content is tested, typed to tell, or handed on, in the function that sends the request.</summary>
    public static bool IsReadAfter(IInvocationOperation call, ILocalSymbol response)
    {
        if (ExpectedFailure.Member(call.Syntax) is not { } function)
            return false;
        var after = function.DescendantNodes().Where(n => n.SpanStart >= call.Syntax.Span.End).ToList();
        var derived = Derived(after, response.Name);
        return after.Any(n => n switch
        {
            IfStatementSyntax { Condition: var condition } => Mentions(condition, derived),
            ConditionalExpressionSyntax { Condition: var condition } => Mentions(condition, derived),
            WhileStatementSyntax { Condition: var condition } => Mentions(condition, derived),
            SwitchStatementSyntax { Expression: var governing } => Mentions(governing, derived),
            SwitchExpressionSyntax { GoverningExpression: var governing } => Mentions(governing, derived),
            IsPatternExpressionSyntax { Expression: var tested } => Mentions(tested, derived),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var left } => Mentions(left, derived),
            ConditionalAccessExpressionSyntax { Expression: var tested } => Mentions(tested, derived),
            LiteralExpressionSyntax { Token.Value: string text } => Words.Any(w => text.Equals(w, StringComparison.OrdinalIgnoreCase) || (w.Length > 4 && text.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0)),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } access => OutcomeContract.IsFlag(member) && Mentions(access.Expression, derived),
            TypeArgumentListSyntax { Arguments: var types } => types.Any(t => TypeTells(call.SemanticModel?.GetTypeInfo(t).Type)),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax handed, Expression: var value } => Mentions(value, derived) && !IsReading(handed),
            _ => false,
        });
    }

    // The local functions of what is read: `text`, then `json` of it, then `data` of that.
    private static HashSet<string> Derived(List<SyntaxNode> after, string response)
    {
        var names = new HashSet<string>();
        var sources = new HashSet<string> { response };
        foreach (var node in after)
        {
            var (name, value) = node switch
            {
                VariableDeclaratorSyntax { Initializer.Value: var initial } declared => (declared.Identifier.ValueText, initial),
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, Right: var assigned } => (target.Identifier.ValueText, assigned),
                ForEachStatementSyntax each => (each.Identifier.ValueText, each.Expression),
                _ => ("", null),
            };
            if (value is not null && Mentions(value, sources))
            {
                sources.Add(name);
                names.Add(name);
            }
        }

        return names;
    }

    private static bool Mentions(SyntaxNode node, HashSet<string> names) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => names.Contains(n.Identifier.ValueText) && n.Parent is not NameColonSyntax);

    private static bool IsReading(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => Readings.Any(r => name.StartsWith(r, StringComparison.Ordinal) || name.EndsWith(r, StringComparison.Ordinal)),
        _ => false,
    };

    private static bool TypeTells(ITypeSymbol? type) => type is INamedTypeSymbol { SpecialType: SpecialType.None, DeclaringSyntaxReferences.IsEmpty: false }
        && type.GetMembers().OfType<IPropertySymbol>().Any(static p => OutcomeContract.IsFlag(p.Name) || p.Name is "Code" or "Message" or "Success" or "Errors");
}
