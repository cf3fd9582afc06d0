using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>
/// A text that is made from another by replacements whose parts are written down: it can be computed for any input, and so
/// tried. What cannot be computed is no chain.
/// </summary>
/// <param name="Apply">What becomes of an input.</param>
/// <param name="Replaced">What is looked for, where it is made harmless, and whether it is taken out.</param>
internal sealed record TextChain(Func<string, string> Apply, IReadOnlyList<(string Token, bool IsRemoved, SyntaxNode Place)> Replaced)
{
    private const int MostSteps = 64;

    private static readonly TextChain Identity = new(static text => text, []);

    /// <summary>The chain that a method's body is.</summary>
    public static TextChain? Of(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        var variables = new Dictionary<string, TextChain>(StringComparer.Ordinal);
        foreach (var parameter in method.ParameterList.Parameters.Where(static p => p.Type?.ToString().TrimEnd('?') is "string" or "String"))
            variables[parameter.Identifier.ValueText] = Identity;
        if (variables.Count != 1)
            return null;
        if (method.ExpressionBody is { } arrow)
            return Of(arrow.Expression, variables, model, cancellation);
        foreach (var statement in method.Body?.Statements ?? [])
        {
            if (statement is ReturnStatementSyntax { Expression: { } returned })
                return Of(returned, variables, model, cancellation);
            if (!Run(statement, variables, model, cancellation))
                return null;
        }

        return null;
    }

    /// <summary>The chain that an expression is on a variable that is not known.</summary>
    public static TextChain? Of(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        var root = value;
        while (root is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var inner } })
            root = inner;
        return root is IdentifierNameSyntax name ? Of(value, new Dictionary<string, TextChain>(StringComparer.Ordinal) { [name.Identifier.ValueText] = Identity }, model, cancellation) : null;
    }

    private static bool Run(StatementSyntax statement, Dictionary<string, TextChain> variables, SemanticModel model, CancellationToken cancellation)
    {
        switch (statement)
        {
            case LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } declared } when declared[0].Initializer is { } initial:
                if (Of(initial.Value, variables, model, cancellation) is not { } first)
                    return false;
                variables[declared[0].Identifier.ValueText] = first;
                return true;
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax target } assignment }:
                if (!variables.ContainsKey(target.Identifier.ValueText) || Of(assignment.Right, variables, model, cancellation) is not { } next)
                    return false;
                variables[target.Identifier.ValueText] = next;
                return true;
            case IfStatementSyntax { Else: null } guard:
                return IsPresenceCheck(guard.Condition) && (guard.Statement is BlockSyntax { Statements: { Count: 1 } only } ? only[0] : guard.Statement) is ReturnStatementSyntax or ThrowStatementSyntax;
            case ForEachStatementSyntax { Expression: var items, Identifier.ValueText: var item } loop when Constants(items, model, cancellation) is { } constants:
                return Unroll(loop, item, constants, variables, model, cancellation);
            default:
                return false;
        }
    }

    // `foreach (var bad in new[] { … }) text = text.Replace(bad, "");`
    private static bool Unroll(ForEachStatementSyntax loop, string item, IReadOnlyList<string> constants, Dictionary<string, TextChain> variables, SemanticModel model, CancellationToken cancellation)
    {
        if ((loop.Statement is BlockSyntax { Statements: { Count: 1 } only } ? only[0] : loop.Statement) is not ExpressionStatementSyntax
            {
                Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, Right: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Replace" } access } call },
            }
            || call.ArgumentList.Arguments is not { Count: 2 } arguments || arguments[0].Expression.ToString() != item || model.GetConstantValue(arguments[1].Expression, cancellation).Value is not string by
            || Of(access.Expression, variables, model, cancellation) is not { } chain || constants.Count > MostSteps)
        {
            return false;
        }

        foreach (var token in constants.Where(static t => t.Length > 0))
            chain = chain.Then(text => text.Replace(token, by), token, by.Length == 0, call);
        variables[target.Identifier.ValueText] = chain;
        return true;
    }

    private static TextChain? Of(ExpressionSyntax value, Dictionary<string, TextChain> variables, SemanticModel model, CancellationToken cancellation)
    {
        switch (value)
        {
            case IdentifierNameSyntax name:
                return variables.TryGetValue(name.Identifier.ValueText, out var known) ? known : null;
            case ParenthesizedExpressionSyntax inner:
                return Of(inner.Expression, variables, model, cancellation);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure:
                return Of(sure.Operand, variables, model, cancellation);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either:
                return Of(either.Left, variables, model, cancellation);
            case ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "StringBuilder" }, ArgumentList.Arguments: { Count: 1 } content }:
                return Of(content[0].Expression, variables, model, cancellation);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                return access.Expression is IdentifierNameSyntax { Identifier.ValueText: "Regex" } && !variables.ContainsKey("Regex")
                    ? OfPattern(call, variables, model, cancellation)
                    : Of(access.Expression, variables, model, cancellation) is { } chain ? chain.Step(call, access.Name.Identifier.ValueText, model, cancellation) : null;
            default:
                return null;
        }
    }

    // A pattern without a sign that means something is a text.
    private static TextChain? OfPattern(InvocationExpressionSyntax call, Dictionary<string, TextChain> variables, SemanticModel model, CancellationToken cancellation)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count is not (3 or 4) || ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText != "Replace" || Of(arguments[0].Expression, variables, model, cancellation) is not { } chain
            || model.GetConstantValue(arguments[1].Expression, cancellation).Value is not string { Length: > 0 } pattern || pattern.IndexOfAny(@"\.+*?()[]{}|^$#".ToCharArray()) >= 0
            || model.GetConstantValue(arguments[2].Expression, cancellation).Value is not string by || by.IndexOf('$') >= 0)
        {
            return null;
        }

        var ignoresCase = arguments.Count == 4 && arguments[3].ToString().Contains("IgnoreCase");
        return arguments.Count == 4 && !ignoresCase ? null : chain.Then(text => Replace(text, pattern, by, ignoresCase), pattern, by.Length == 0, call);
    }

    private TextChain? Step(InvocationExpressionSyntax call, string method, SemanticModel model, CancellationToken cancellation)
    {
        var arguments = call.ArgumentList.Arguments;
        switch (method)
        {
            case "Trim" or "ToString" when arguments.Count == 0:
                return this with { Apply = method == "Trim" ? text => Apply(text).Trim() : Apply };
            case "ToLower" or "ToLowerInvariant":
                return this with { Apply = text => Apply(text).ToLowerInvariant() };
            case "ToUpper" or "ToUpperInvariant":
                return this with { Apply = text => Apply(text).ToUpperInvariant() };
            case "Replace" when arguments.Count is 2 or 3:
                var token = TextOf(arguments[0].Expression, model, cancellation);
                var by = TextOf(arguments[1].Expression, model, cancellation) ?? (arguments[1].Expression.ToString() is "string.Empty" or "String.Empty" or "null" ? "" : null);
                if (token is not { Length: > 0 } || by is null)
                    return null;
                var comparison = arguments.Count == 3 ? arguments[2].ToString() : "Ordinal";
                var ignoresCase = comparison.Contains("IgnoreCase");
                return arguments.Count == 3 && comparison.IndexOf("StringComparison", StringComparison.Ordinal) < 0 ? null : Then(text => Replace(text, token, by, ignoresCase), token, by.Length == 0, call);
            default:
                return null;
        }
    }

    private TextChain Then(Func<string, string> step, string token, bool isRemoved, SyntaxNode place) =>
        new(text => step(Apply(text)), [.. Replaced, (token, isRemoved, place)]);

    private static string? TextOf(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) => model.GetConstantValue(value, cancellation) switch
    {
        { HasValue: true, Value: string text } => text,
        { HasValue: true, Value: char sign } => sign.ToString(),
        _ => null,
    };

    private static IReadOnlyList<string>? Constants(ExpressionSyntax items, SemanticModel model, CancellationToken cancellation)
    {
        var values = Symbols.ValueOrigin.Of(items, model, cancellation) switch
        {
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.ToList(),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
            InitializerExpressionSyntax initializer => [.. initializer.Expressions],
            CollectionExpressionSyntax collection => [.. collection.Elements.OfType<ExpressionElementSyntax>().Select(static e => e.Expression)],
            _ => null,
        };
        var texts = values?.Select(static v => (v as LiteralExpressionSyntax)?.Token.Value as string).ToList();
        return texts is { Count: > 0 } && texts.TrueForAll(static t => t is not null) ? [.. texts.OfType<string>()] : null;
    }

    private static bool IsPresenceCheck(ExpressionSyntax condition) => condition.ToString() is var text
        && (text.StartsWith("string.IsNullOr", StringComparison.OrdinalIgnoreCase) || text.EndsWith("== null", StringComparison.Ordinal) || text.EndsWith("is null", StringComparison.Ordinal) || text.EndsWith(".Length == 0", StringComparison.Ordinal));

    private static string Replace(string text, string token, string by, bool ignoresCase)
    {
        if (!ignoresCase)
            return text.Replace(token, by);
        var result = new System.Text.StringBuilder();
        var start = 0;
        for (var at = text.IndexOf(token, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(token, start, StringComparison.OrdinalIgnoreCase))
        {
            result.Append(text, start, at - start).Append(by);
            start = at + token.Length;
        }

        return result.Append(text, start, text.Length - start).ToString();
    }
}
