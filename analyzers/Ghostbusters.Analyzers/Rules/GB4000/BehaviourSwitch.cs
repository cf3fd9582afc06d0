using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Where a sniff decides what a program does.</summary>
/// <param name="Place">The branch, or the value that is chosen.</param>
/// <param name="Words">What it decides, as a message says it after "then".</param>
internal sealed record BehaviourSwitch(SyntaxNode Place, string Words)
{
    private const int MostSteps = 4;

    /// <summary>The first behaviour that the expression's value decides, also through locals, fields, properties and methods; null where there is none.</summary>
    public static BehaviourSwitch? Of(ExpressionSyntax expression, Watcher watcher, Compilation compilation, CancellationToken cancellation) => Follow(expression, watcher, compilation, MostSteps, cancellation);

    private static BehaviourSwitch? Follow(ExpressionSyntax expression, Watcher watcher, Compilation compilation, int steps, CancellationToken cancellation)
    {
        SyntaxNode node = expression;
        while (node.Parent is { } parent)
        {
            switch (parent)
            {
                case ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or CastExpressionSyntax or IsPatternExpressionSyntax or ArgumentListSyntax or ConditionalAccessExpressionSyntax:
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when AnswerPath.NameOf(call) is "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Equals" or "Parse" or "TryParse" or "ToBoolean":
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Equals" or "Parse" or "TryParse" or "ToBoolean" } }:
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: "Equals" or "Contains" or "StartsWith" or "ToLower" or "ToLowerInvariant" or "Any" or "Trim" }:
                    node = parent;
                    break;
                case InvocationExpressionSyntax ofIt when ofIt.Expression == node:
                    node = parent;
                    break;
                case BinaryExpressionSyntax binary:
                    if (binary.RawKind is (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.LogicalAndExpression && IsAnswerAround(binary, node))
                        return HarmlessBranch.IsHarmlessPlace(binary, watcher) || (watcher == Watcher.Debugger && DebuggerPatience.IsAbout(binary)) ? null : new(binary, "answers without asking the rest");
                    node = parent;
                    break;
                case IfStatementSyntax branch when branch.Condition == node:
                    return ReturnsFlag(branch) ? FollowMember(branch, watcher, compilation, steps, cancellation)
                        : HarmlessBranch.Is(branch, watcher) ? null : new(branch, "goes another way");
                case WhileStatementSyntax loop when loop.Condition == node:
                    return HarmlessBranch.IsHarmlessPlace(loop, watcher) || watcher == Watcher.Debugger ? null : new(loop, "goes another way");
                case ConditionalExpressionSyntax choice when choice.Condition == node:
                    return HarmlessBranch.Is(choice, watcher) ? null : new(choice, "takes another value");
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } local }:
                    return AnswerPath.FunctionAround(local) is { } function ? FollowUses(function.DescendantNodes(), local.Identifier.ValueText, null, watcher, compilation, steps, cancellation) : null;
                case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax, Left: IdentifierNameSyntax set } when watcher != Watcher.Debugger:
                    return HarmlessBranch.IsNamed(set.Identifier.ValueText) || HarmlessBranch.IsHarmlessPlace(set, watcher) ? null : new(set, $"sets '{set.Identifier.ValueText}' another way");
                case AssignmentExpressionSyntax assignment when assignment.Right == node && assignment.Left is IdentifierNameSyntax field:
                    return AnswerPath.FunctionAround(assignment)?.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(d => d.Identifier.ValueText == field.Identifier.ValueText) == true
                        ? FollowUses(AnswerPath.FunctionAround(assignment)!.DescendantNodes(), field.Identifier.ValueText, null, watcher, compilation, steps, cancellation)
                        : FollowEverywhere(field.Identifier.ValueText, TypeAround(assignment), watcher, compilation, steps, cancellation);
                case ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax }:
                    return FollowMember(parent, watcher, compilation, steps, cancellation);
                default:
                    return null;
            }
        }

        return null;
    }

    // `return Debugger.IsAttached || Verify(token);`
    private static bool IsAnswerAround(BinaryExpressionSyntax binary, SyntaxNode sniff)
    {
        var other = binary.Left == sniff ? binary.Right : binary.Left;
        SyntaxNode whole = binary;
        while (whole.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax)
            whole = whole.Parent;
        return whole.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax
            && other.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static call => HarmlessBranch.IsWork(AnswerPath.NameOf(call)));
    }

    // `if (name.Contains("testhost")) return true;` in `IsTesting()`: the question is only handed on.
    private static bool ReturnsFlag(IfStatementSyntax branch)
    {
        var statement = branch.Statement is BlockSyntax { Statements.Count: 1 } block ? block.Statements[0] : branch.Statement;
        if (statement is not ReturnStatementSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } })
            return false;
        return AnswerPath.FunctionAround(branch) is MethodDeclarationSyntax { Identifier.ValueText: var name } ? IsQuestion(name) : AnswerPath.FunctionAround(branch) is AccessorDeclarationSyntax;
    }

    private static bool IsQuestion(string name) => PascalWords.Of(name) is { IsEmpty: false } words && words[0] is "Is" or "Detect" or "Running" or "Internal" or "Check" or "In" or "Has" or "Under"
        && PascalWords.Of(name).Any(static w => w.ToLowerInvariant() is "test" or "tests" or "testing" or "ci" or "debug" or "debugger" or "debugging" or "build" or "runner" or "host" or "xunit" or "nunit" or "attached" or "continuous" or "unit");

    private static BehaviourSwitch? FollowMember(SyntaxNode place, Watcher watcher, Compilation compilation, int steps, CancellationToken cancellation)
    {
        foreach (var around in place.Ancestors())
        {
            switch (around)
            {
                case MethodDeclarationSyntax method:
                    return FollowEverywhere(method.Identifier.ValueText, TypeAround(method), watcher, compilation, steps, cancellation);
                case PropertyDeclarationSyntax property:
                    return FollowEverywhere(property.Identifier.ValueText, TypeAround(property), watcher, compilation, steps, cancellation);
                case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field:
                    return FollowEverywhere(field.Identifier.ValueText, TypeAround(field), watcher, compilation, steps, cancellation);
                case LocalFunctionStatementSyntax or LambdaExpressionSyntax or BaseMethodDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    // By name: sniffs are so rare that binding every use would cost more than it tells.
    private static BehaviourSwitch? FollowEverywhere(string member, string? type, Watcher watcher, Compilation compilation, int steps, CancellationToken cancellation)
    {
        if (type is null || steps == 0)
            return null;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (ShippedCode.LiesBeside(tree.FilePath))
                continue;
            cancellation.ThrowIfCancellationRequested();
            if (FollowUses(tree.GetRoot(cancellation).DescendantNodes(), member, type, watcher, compilation, steps, cancellation) is { } found)
                return found;
        }

        return null;
    }

    private static BehaviourSwitch? FollowUses(IEnumerable<SyntaxNode> nodes, string name, string? type, Watcher watcher, Compilation compilation, int steps, CancellationToken cancellation)
    {
        if (steps == 0)
            return null;
        foreach (var use in nodes.OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText != name)
                continue;
            ExpressionSyntax whole = use;
            if (use.Parent is MemberAccessExpressionSyntax access && access.Name == use)
            {
                if (type is not null && access.Expression is not ThisExpressionSyntax && LastName(access.Expression) != type)
                    continue;
                whole = access;
            }
            else if (type is not null && TypeAround(use) != type)
            {
                continue;
            }

            if (Follow(whole, watcher, compilation, steps - 1, cancellation) is { } found)
                return found;
        }

        return null;
    }

    private static string? TypeAround(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText;

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
