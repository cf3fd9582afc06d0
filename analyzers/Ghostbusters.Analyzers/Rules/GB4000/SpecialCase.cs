using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>A branch that compares inputs with literals and answers by a constant, beside a general way.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Place">The first literal.</param>
/// <param name="Input">What is compared with it, by name.</param>
/// <param name="Inputs">The values of the literals, see <see cref="TestInput.ValueOf"/>.</param>
/// <param name="Answers">The values that the answer is made of, and the names of enum members; a lone true or false counts.</param>
internal sealed record SpecialCase(string Method, ExpressionSyntax Place, string Input, IReadOnlyList<string> Inputs, IReadOnlyList<string> Answers)
{
    // More of them are a table.
    private const int MostOfAMethod = 3;

    private static readonly ConditionalWeakTable<Compilation, IReadOnlyList<SpecialCase>> Known = new();

    /// <summary>Those of the files that ship of a compilation; found once.</summary>
    public static IReadOnlyList<SpecialCase> In(Compilation compilation, CancellationToken cancellation)
    {
        if (Known.TryGetValue(compilation, out var known))
            return known;
        var found = compilation.SyntaxTrees.Where(static t => !ShippedCode.LiesBeside(t.FilePath))
            .SelectMany(t => In(t.GetRoot(cancellation))).ToList();
        return Known.GetValue(compilation, _ => found);
    }

    /// <summary>Those of a file.</summary>
    public static IEnumerable<SpecialCase> In(SyntaxNode root) =>
        root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MethodDeclarationSyntax>()
            .Where(static m => m.ParameterList.Parameters.Count > 0).SelectMany(Of);

    private static IEnumerable<SpecialCase> Of(MethodDeclarationSyntax method)
    {
        var cases = new List<SpecialCase>();
        var hasGeneral = false;
        foreach (var node in method.DescendantNodes())
        {
            switch (node)
            {
                case IfStatementSyntax { Condition: var condition, Statement: var way } when AnswerOf(way) is { } answer:
                    Add(condition, answer);
                    break;
                case ConditionalExpressionSyntax { Condition: var condition, WhenTrue: var answer } choice:
                    Add(condition, answer);
                    hasGeneral |= ConstantsOf(choice.WhenFalse) is null || ConstantsOf(answer) is null || !IsComparison(condition);
                    break;
                case SwitchExpressionArmSyntax { Pattern: ConstantPatternSyntax constant, Parent: SwitchExpressionSyntax { GoverningExpression: var governing } } arm:
                    AddOne(governing, constant.Expression, arm.Expression);
                    break;
                case SwitchExpressionArmSyntax arm:
                    hasGeneral |= ConstantsOf(arm.Expression) is null && arm.Expression is not ThrowExpressionSyntax;
                    break;
                case CaseSwitchLabelSyntax { Value: var literal, Parent: SwitchSectionSyntax { Parent: SwitchStatementSyntax { Expression: var governing } } section } when section.Statements.Count > 0 && AnswerOf(section.Statements[0]) is { } answer:
                    AddOne(governing, literal, answer);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression, Parent: ReturnStatementSyntax or ArrowExpressionClauseSyntax, Left: var left, Right: var right } when right.DescendantNodesAndSelf().Any(static n => n is InvocationExpressionSyntax):
                    foreach (var comparison in Comparisons(left, SyntaxKind.LogicalOrExpression))
                        AddCase([comparison], ["true"]);
                    hasGeneral = true;
                    break;
                case ReturnStatementSyntax { Expression: { } value } when ConstantsOf(value) is null && value is not ConditionalExpressionSyntax and not SwitchExpressionSyntax:
                    hasGeneral = true;
                    break;
            }
        }

        return hasGeneral && cases.Count <= MostOfAMethod ? cases : [];

        void Add(ExpressionSyntax condition, ExpressionSyntax answer)
        {
            if (ConstantsOf(answer) is not { } answers)
                return;
            var all = Comparisons(condition, SyntaxKind.LogicalAndExpression).ToList();
            if (all.Count > 0)
                AddCase(all, answers);
        }

        void AddOne(ExpressionSyntax governing, ExpressionSyntax literal, ExpressionSyntax answer)
        {
            if (ConstantsOf(answer) is { } answers)
                AddCase([(governing, literal)], answers);
        }

        void AddCase(IReadOnlyList<(ExpressionSyntax Input, ExpressionSyntax Literal)> all, IReadOnlyList<string> answers)
        {
            var inputs = all.Where(c => ParameterOf(c.Input, method) is not null && TestInput.ValueOf(c.Literal) is not null).ToList();
            if (inputs.Count == 0 || inputs.Count < all.Count)
                return;
            var values = inputs.ConvertAll(static c => TestInput.ValueOf(c.Literal)!);
            var (first, name) = (inputs[0].Literal, ParameterOf(inputs[0].Input, method)!);
            var isInstance = inputs.Any(c => TestInput.IsInstance(TestInput.ValueOf(c.Literal)!, ParameterOf(c.Input, method)!));
            var isTuple = values.Count >= 2 && !values.Any(TestInput.IsTrivial) && values.All(static v => v[0] != '"') && !answers.All(TestInput.IsTrivial);
            if (isInstance || isTuple)
                cases.Add(new SpecialCase(method.Identifier.ValueText, first, name, values, answers));
        }
    }

    private static bool IsComparison(ExpressionSyntax condition) => Comparisons(condition, SyntaxKind.LogicalAndExpression).All(static c => TestInput.ValueOf(c.Literal) is not null);

    // `a == "x" && b == 3`, `name.Equals("x")`, `a is "x"`; null parts make the condition more than a comparison with literals.
    private static IEnumerable<(ExpressionSyntax Input, ExpressionSyntax Literal)> Comparisons(ExpressionSyntax condition, SyntaxKind connective)
    {
        switch (condition)
        {
            case ParenthesizedExpressionSyntax inner:
                return Comparisons(inner.Expression, connective);
            case BinaryExpressionSyntax binary when binary.IsKind(connective):
                return Comparisons(binary.Left, connective).Concat(Comparisons(binary.Right, connective));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equality:
                return TestInput.ValueOf(equality.Right) is not null ? [(equality.Left, equality.Right)] : [(equality.Right, equality.Left)];
            case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } matched:
                return [(matched.Expression, constant.Expression)];
            case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" or "StartsWith" or "Contains" } access }:
                return access.Expression is PredefinedTypeSyntax && arguments.Count > 1 ? [(arguments[0].Expression, arguments[1].Expression)] : [(access.Expression, arguments[0].Expression)];
            default:
                return [(condition, condition)];
        }
    }

    // The parameter that the compared value starts with: `order.Id.Trim()`.
    private static string? ParameterOf(ExpressionSyntax input, MethodDeclarationSyntax method)
    {
        var last = input is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : null;
        while (true)
        {
            switch (input)
            {
                case MemberAccessExpressionSyntax member:
                    input = member.Expression;
                    break;
                case ConditionalAccessExpressionSyntax conditional:
                    input = conditional.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called }:
                    input = called.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppressed:
                    input = suppressed.Operand;
                    break;
                case IdentifierNameSyntax name:
                    return method.ParameterList.Parameters.Any(p => p.Identifier.ValueText == name.Identifier.ValueText) ? last ?? name.Identifier.ValueText : null;
                default:
                    return null;
            }
        }
    }

    private static ExpressionSyntax? AnswerOf(StatementSyntax way) => way switch
    {
        BlockSyntax { Statements: { Count: 1 or 2 } statements } => statements[statements.Count - 1] is ReturnStatementSyntax { Expression: { } last } ? last : null,
        ReturnStatementSyntax { Expression: { } value } => value,
        _ => null,
    };

    // What a constant answer consists of; null where it may vary.
    private static IReadOnlyList<string>? ConstantsOf(ExpressionSyntax answer)
    {
        if (TestInput.ValueOf(answer) is { } value)
            return value is "\"" ? null : [value];
        switch (answer)
        {
            case BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax or TupleExpressionSyntax or InitializerExpressionSyntax:
                var parts = answer.DescendantNodes().OfType<ExpressionSyntax>().Where(static e => e is LiteralExpressionSyntax).Select(TestInput.ValueOf).ToList();
                return parts.Count > 0 && !parts.Contains(null) && !answer.DescendantNodes().Any(static n => n is InvocationExpressionSyntax || n is IdentifierNameSyntax { Parent: ArgumentSyntax or ExpressionElementSyntax })
                    ? parts.ConvertAll(static p => p!) : null;
            case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call when AnswerPath.NameOf(call) is "FromResult" or "Ok":
                return ConstantsOf(arguments[0].Expression);
            case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner } } member when char.IsUpper(owner[0]) && char.IsUpper(member.Name.Identifier.ValueText[0]):
                return ["." + member.Name.Identifier.ValueText];
            default:
                return null;
        }
    }
}
