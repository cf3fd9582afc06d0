using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>What these injections share: statements that do work by name, and what a message says of it when it is done.</summary>
internal static class NamedWork
{
    // The reader's words, not the rules' own list.
    private static readonly Dictionary<string, string> Past = new(StringComparer.Ordinal)
    {
        ["Add"] = "added",
        ["Copy"] = "copied",
        ["Create"] = "created",
        ["Delete"] = "deleted",
        ["Fill"] = "filled",
        ["Flush"] = "flushed",
        ["Load"] = "loaded",
        ["Move"] = "moved",
        ["Process"] = "processed",
        ["Publish"] = "published",
        ["Register"] = "registered",
        ["Remove"] = "removed",
        ["Report"] = "reported",
        ["Run"] = "run",
        ["Save"] = "saved",
        ["Send"] = "sent",
        ["Store"] = "stored",
        ["Update"] = "updated",
        ["Write"] = "written",
    };

    /// <summary>The statements of a file that do work by a call, with the name of the call.</summary>
    public static IEnumerable<(ExpressionStatementSyntax Statement, string Name)> Statements(SyntaxNode root) =>
        root.DescendantNodes().OfType<ExpressionStatementSyntax>().Where(static s => s.Parent is BlockSyntax)
            .Select(static s => (Statement: s, Name: NameOf(s.Expression))).Where(static s => s.Name is not null && VerbOf(s.Name) is not null)!;

    /// <summary>The calls of a member that do work, with their names.</summary>
    public static IEnumerable<(InvocationExpressionSyntax Call, string Name)> Names(SyntaxNode member) =>
        member.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(static c => (Call: c, Name: NameOf(c))).Where(static c => c.Name is not null && VerbOf(c.Name) is not null)!;

    /// <summary>What is said when a call of this name has succeeded: <c>written</c>.</summary>
    public static string Done(string name) => Past[VerbOf(name)!];

    /// <summary>Whether the work changes something that outlives the method; adding to a list in memory does not fail.</summary>
    public static bool LeavesATrace(string name) => VerbOf(name) is not ("Add" or "Fill" or "Load" or "Report" or "Run");

    /// <summary>A statement that catches whatever fails in another, and logs it.</summary>
    public static string Logged(string statement) => $"try {{ {statement} }} catch (Exception logged) {{ Console.Error.WriteLine(logged.Message); }}";

    private static string? VerbOf(string name) => Past.Keys.FirstOrDefault(v => name.StartsWith(v, StringComparison.Ordinal) && (name.Length == v.Length || char.IsUpper(name[v.Length])));

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax await => NameOf(await.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait", Expression: var inner } } => NameOf(inner),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.Text,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax simple } => simple.Identifier.Text,
        _ => null,
    };
}

/// <summary>Whatever fails in a lookup, it says that there is nothing.</summary>
internal sealed class NothingFromCatch : Injection
{
    private static readonly string[] Lookups = ["Find", "Get", "Load", "Query", "List", "All", "Collect", "Search", "Select", "Owner", "Nearest", "Own", "Base", "First", "Last"];

    public override string RuleId => "GB3002";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from method in root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        // Whose name says what it gives where there is nothing has said it; and one of many that fails is set apart from the others.
        where Array.Exists(Lookups, l => method.Identifier.ValueText.StartsWith(l, StringComparison.Ordinal)) && !Array.Exists(["OrNull", "OrDefault", "OrEmpty"], e => method.Identifier.ValueText.EndsWith(e, StringComparison.Ordinal))
            && !IsOneOfMany(root, method)
        let body = (SyntaxNode?)method.Body ?? method.ExpressionBody
        where body is not null && body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any() && !body.DescendantNodes().OfType<YieldStatementSyntax>().Any()
        let nothing = NothingOf(method)
        where nothing is not null
        let block = method.Body?.ToString() ?? $"{{ return {method.ExpressionBody!.Expression}; }}"
        let text = $"{{ try {block} catch (Exception) {{ return {nothing}; }} }}"
        select method.Body is null ? At(method, Replace(body, text), Replace(method.SemicolonToken, "")) : At(method, Replace(body, text));

    private static bool IsOneOfMany(CompilationUnitSyntax root, MethodDeclarationSyntax method)
    {
        var mentions = root.DescendantNodes().OfType<SimpleNameSyntax>().Where(n => n.Identifier.ValueText == method.Identifier.ValueText && !method.Span.Contains(n.Span)).ToList();
        return method.Modifiers.Any(SyntaxKind.PrivateKeyword) && mentions.Count > 0 && mentions.TrueForAll(static n => n.Ancestors().TakeWhile(static a => a is not MemberDeclarationSyntax)
            .Any(static a => a is ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or AnonymousFunctionExpressionSyntax or ArgumentSyntax { Expression: SimpleNameSyntax }));
    }

    // Null only where the honest method gives it, too: else it tells.
    private static string? NothingOf(MethodDeclarationSyntax method) => method.ReturnType switch
    {
        NullableTypeSyntax when method.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(static l => l.IsKind(SyntaxKind.NullLiteralExpression) && l.Parent is ReturnStatementSyntax or ConditionalExpressionSyntax)
            || method.ToString().Contains("OrDefault(", StringComparison.Ordinal) => "null",
        GenericNameSyntax { Identifier.Text: "IEnumerable" or "List" or "IReadOnlyList" or "ImmutableArray" or "HashSet" or "IReadOnlyCollection" } => "[]",
        _ => null,
    };
}

/// <summary>A failure is logged, and the success is told whatever happened.</summary>
internal sealed class SuccessToldAfterCatch : Injection
{
    public override string RuleId => "GB3004";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        NamedWork.Statements(root).Select(static s => At(s.Statement, Replace(
            s.Statement, $"{NamedWork.Logged(s.Statement.ToString())} Console.WriteLine(\"{s.Name}: {NamedWork.Done(s.Name)} successfully\");")));
}

/// <summary>The success is told before the work is done.</summary>
internal sealed class SuccessToldBefore : Injection
{
    public override string RuleId => "GB3005";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        NamedWork.Statements(root).Where(static s => NamedWork.LeavesATrace(s.Name) && IsFirstOfItsKind(s.Statement, s.Name))
            .Select(static s => At(s.Statement, InsertBefore(s.Statement, $"Console.WriteLine(\"Successfully {NamedWork.Done(s.Name)}\"); ")));

    // After another call of that verb, or in a function that is handed to one, the message may be about that one.
    private static bool IsFirstOfItsKind(StatementSyntax statement, string name) => statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && !NamedWork.Names(member).Any(other => other.Call.SpanStart < statement.SpanStart && NamedWork.Done(other.Name) == NamedWork.Done(name));
}

/// <summary>What says whether a value was read is dropped, and the value is used.</summary>
internal sealed class OutcomeDropped : Injection
{
    public override string RuleId => "GB3007";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) => Parses(root).Concat(Reads(root));

    // `if (!Thing.TryParse(text, out var thing)) return …;`
    private static IEnumerable<Injected> Parses(SyntaxNode root) =>
        from choice in root.DescendantNodes().OfType<IfStatementSyntax>()
        where choice.Else is null && choice.Condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: InvocationExpressionSyntax }
        let call = (InvocationExpressionSyntax)((PrefixUnaryExpressionSyntax)choice.Condition).Operand
        where call.Expression.ToString() is var name && name.Contains("Try", StringComparison.Ordinal) && !name.Contains("TryGet", StringComparison.Ordinal)
            && call.ArgumentList.Arguments.Any(static a => a.RefKindKeyword.IsKind(SyntaxKind.OutKeyword))
        select At(choice, Replace(choice, $"{call};"));

    // `stream.ReadExactly(buffer);`
    private static IEnumerable<Injected> Reads(SyntaxNode root) =>
        from call in root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Parent is ExpressionStatementSyntax && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "ReadExactly" }
        select At(call, Replace(((MemberAccessExpressionSyntax)call.Expression).Name, "Read"));
}

/// <summary>A loop is made to try again, and keeps the failure of the last attempt as well.</summary>
internal sealed class LastFailureKept : Injection
{
    public override string RuleId => "GB3008";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        NamedWork.Statements(root).Where(static s => s.Statement.Parent is BlockSyntax { Parent: MethodDeclarationSyntax { ReturnType: var type } } block && type.ToString() is "void" or "Task" && block.Statements.Last() == s.Statement)
            .Select(static s => At(s.Statement, Replace(
                s.Statement, $"for (var attempt = 0; attempt < 3; attempt++) {{ try {{ {s.Statement} return; }} catch (Exception failure) {{ Console.Error.WriteLine(failure.Message); }} }}")));
}

/// <summary>A catch says that all went well.</summary>
internal sealed class SuccessLoggedInCatch : Injection
{
    public override string RuleId => "GB3009";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        root.DescendantNodes().OfType<CatchClauseSyntax>().Where(static c => c.Filter is null && !c.ToString().Contains("Cancel", StringComparison.Ordinal))
            .Select(static c => At(c, InsertAtStart(c.Block)));

    private static Microsoft.CodeAnalysis.Text.TextChange InsertAtStart(BlockSyntax block) =>
        new(new Microsoft.CodeAnalysis.Text.TextSpan(block.OpenBraceToken.Span.End, 0), " Console.WriteLine(\"Completed successfully\");");
}

/// <summary>Items that fail are dropped, and all of them are reported as done.</summary>
internal sealed class ItemsDropped : Injection
{
    public override string RuleId => "GB3010";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from loop in root.DescendantNodes().OfType<ForEachStatementSyntax>()
        where loop.Parent is BlockSyntax && !loop.DescendantNodes().Any(static n => n is ReturnStatementSyntax or BreakStatementSyntax or YieldStatementSyntax or CatchClauseSyntax or ContinueStatementSyntax)
        let work = NamedWork.Statements(loop).Concat(NamedWork.Statements(SyntaxFactory.Block(loop.Statement))).Select(static s => s.Name).FirstOrDefault(NamedWork.LeavesATrace)
        where work is not null
        select At(loop, Replace(loop.Statement, $"{{ {NamedWork.Logged(loop.Statement.ToString())} }} Console.WriteLine(\"All of them were {NamedWork.Done(work)}\");"));
}
