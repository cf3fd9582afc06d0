using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>A public method, or a case of it, ends in "not implemented".</summary>
internal sealed class NotImplementedThrown : Injection
{
    public override string RuleId => "GB2002";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root)
    {
        foreach (var method in root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static m => m.Modifiers.Any(SyntaxKind.PublicKeyword) && !m.Modifiers.Any(SyntaxKind.OverrideKeyword)))
        {
            if (method.Parent is not TypeDeclarationSyntax { Modifiers: var modifiers } || !modifiers.Any(SyntaxKind.PublicKeyword) || ((SyntaxNode?)method.Body ?? method.ExpressionBody) is not { } body)
                continue;
            foreach (var thrown in new[] { "throw new NotImplementedException()", "throw new NotImplementedException(\"TODO\")", "throw new NotSupportedException(\"Not implemented yet\")" })
                yield return At(method, Replace(body, method.Body is null ? $"=> {thrown}" : $"{{ {thrown}; }}"));
            if (method.Body is { Statements.Count: > 0 } block && method.ParameterList.Parameters.FirstOrDefault(static p => p.Type?.ToString() == "bool") is { } flag)
                yield return At(method, InsertBefore(block.Statements[0], $"if ({flag.Identifier}) throw new NotImplementedException(); "));
        }
    }
}

/// <summary>A document, here the member's own, calls finished what only throws or is a stub.</summary>
internal sealed class StubCalledDone : Injection
{
    private static readonly string[] Praise = ["Fully implemented.", "Production-ready.", "Status: done", "Feature complete.", "The implementation is complete."];

    public override string RuleId => "GB2005";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from method in WorkNames.Methods(root)
        where !method.Modifiers.Any(static m => m.IsKind(SyntaxKind.VirtualKeyword) || m.IsKind(SyntaxKind.OverrideKeyword))
        from praise in Praise
        select Around(
            method, InsertBefore(method, $"/// <remarks>{praise}</remarks>\n"),
            Replace((SyntaxNode?)method.Body ?? method.ExpressionBody!, method.Body is null ? "=> throw new NotImplementedException()" : "{ throw new NotImplementedException(); }"));
}

/// <summary>An application gets a documented method more, and nobody calls it.</summary>
internal sealed class FeatureUnreached : Injection
{
    private static readonly (string Name, string Summary)[] Offers =
    [
        ("PrintHistory", "Prints what was found before."), ("RankFindings", "Ranks the findings by how much they matter."), ("WatchFolder", "Analyses again whenever a file changes."),
        ("OpenInBrowser", "Opens the report in the browser."), ("MergeReports", "Merges the reports of several runs."),
    ];

    public override string RuleId => "GB2006";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from method in root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        // In a library it would be an offer to others.
        where model.Compilation.Options.OutputKind == OutputKind.ConsoleApplication && method.Parent is ClassDeclarationSyntax && method.Body is not null
            && !method.Modifiers.Any(static m => m.IsKind(SyntaxKind.OverrideKeyword) || m.IsKind(SyntaxKind.PartialKeyword))
        from offer in Offers
        let isStatic = method.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static " : ""
        let isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword) ? "async " : ""
        select Around(method, InsertBefore(
            method, $"/// <summary>{offer.Summary}</summary>\npublic {isStatic}{isAsync}{method.ReturnType} {offer.Name}{method.TypeParameterList}{method.ParameterList} {method.ConstraintClauses}{method.Body}\n\n"));
}

/// <summary>A handler, or a member that promises an effect, does nothing any more.</summary>
internal sealed class HandlerEmptied : Injection
{
    private static readonly string[] Effects = ["Add", "Apply", "Handle", "Keep", "Publish", "Remove", "Save", "Send", "Store", "Update", "Write", "Report", "Show", "Delete", "Register"];

    public override string RuleId => "GB2007";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from method in root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.Body is { Statements.Count: > 0 } && method.ReturnType.ToString() is "void" or "Task" or "ValueTask"
        let symbol = model.GetDeclaredSymbol(method)
        where symbol.IsOverride || symbol.ContainingType.AllInterfaces.SelectMany(i => i.GetMembers(symbol.Name)).Any(m => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(m), symbol))
        where Array.Exists(Effects, e => method.Identifier.ValueText.StartsWith(e, StringComparison.Ordinal))
        select At(method, Replace(method.Body!, method.ReturnType.ToString() == "void" || method.Modifiers.Any(SyntaxKind.AsyncKeyword) ? "{ }" : $"{{ return {method.ReturnType}.CompletedTask; }}"));
}

/// <summary>A parameter that promises an effect is taken, and what the body used of it is not.</summary>
internal sealed class ParameterUnused : Injection
{
    private static readonly Dictionary<string, string> Promises = new(StringComparer.Ordinal)
    {
        ["limit"] = "100",
        ["maximumSize"] = "1000",
        ["maxLength"] = "80",
        ["maxDepth"] = "3",
        ["timeout"] = "TimeSpan.FromSeconds(30)",
        ["filter"] = "null!",
        ["predicate"] = "null!",
        ["recursive"] = "true",
        ["overwrite"] = "true",
        ["ignoreCase"] = "true",
        ["encoding"] = "System.Text.Encoding.UTF8",
        ["comparer"] = "null!",
        ["culture"] = "System.Globalization.CultureInfo.InvariantCulture",
        ["seed"] = "1",
    };

    public override string RuleId => "GB2008";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root)
    {
        foreach (var method in root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static m => !m.Modifiers.Any(static o => o.IsKind(SyntaxKind.OverrideKeyword) || o.IsKind(SyntaxKind.VirtualKeyword))))
        {
            if (((SyntaxNode?)method.Body ?? method.ExpressionBody) is not { } body)
                continue;
            foreach (var parameter in method.ParameterList.Parameters.Where(static p => p.Type is not null))
            {
                var uses = body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(i => i.Identifier.ValueText == parameter.Identifier.ValueText && i.Parent is not NameColonSyntax).ToList();
                if (uses.Count == 0)
                    continue;
                if (Promises.TryGetValue(parameter.Identifier.ValueText, out var instead))
                    yield return At(method, [.. uses.Select(u => Replace(u, instead))]);
                // Where nothing is awaited, one may argue what there is to cancel; and where some work is given no token on purpose, what may be.
                else if (!body.ToString().Contains("CancellationToken.None", StringComparison.Ordinal) && parameter.Type!.ToString() == "CancellationToken" && method.Modifiers.Any(SyntaxKind.AsyncKeyword) && uses.ConvertAll(Left) is { } left && left.TrueForAll(static l => l is not null))
                    yield return At(method, [.. left.Select(static l => l!.Value)]);
            }
        }
    }

    // The argument is left out, with its comma; a check of the token alone goes, too.
    private static TextChange? Left(IdentifierNameSyntax use) => use.Parent switch
    {
        ArgumentSyntax { Parent: ArgumentListSyntax list } argument => list.Arguments.Count == 1
            ? new TextChange(argument.Span, "") : new TextChange(TextSpan.FromBounds(list.Arguments.IndexOf(argument) is > 0 and var at ? list.Arguments[at - 1].Span.End : argument.SpanStart, argument.Span.End), ""),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfCancellationRequested", Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } } => Replace(statement, ";"),
        _ => null,
    };
}

/// <summary>A method that does work waits for a moment instead, and answers.</summary>
internal sealed class WorkSimulated : Injection
{
    public override string RuleId => "GB2004";

    public override ImmutableArray<string> AlsoSaidBy => ["GB2001"];

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from method in WorkNames.Methods(root)
        where !method.Modifiers.Any(static m => m.IsKind(SyntaxKind.VirtualKeyword) || m.IsKind(SyntaxKind.OverrideKeyword) || m.IsKind(SyntaxKind.PartialKeyword))
            && method.ParameterList.Parameters.Count > 0 && !method.ParameterList.Parameters.Any(static p => p.Modifiers.Any(SyntaxKind.OutKeyword))
            && !method.Identifier.ValueText.StartsWith("Try", StringComparison.Ordinal) && !WorkNames.IsHandedOver(root, method.Identifier.ValueText)
        let body = (SyntaxNode?)method.Body ?? method.ExpressionBody
        where body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any() && !body.DescendantNodes().OfType<YieldStatementSyntax>().Any()
        let isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword)
        let answer = method.ReturnType.ToString() switch
        {
            "void" or "Task" or "ValueTask" => "",
            var type when type.StartsWith("Task", StringComparison.Ordinal) || type.StartsWith("ValueTask", StringComparison.Ordinal) => isAsync ? "return default!; " : null,
            "bool" => "return true; ",
            "int" => "return 0; ",
            "string" => "return \"ok\"; ",
            _ => "return default!; ",
        }
        where answer is not null
        from wait in isAsync ? new[] { "await Task.Delay(500);", "await Task.Delay(TimeSpan.FromSeconds(1)).ConfigureAwait(false);", "await Task.Delay(Random.Shared.Next(50, 200));" } : ["Thread.Sleep(250);", "Thread.Sleep(Random.Shared.Next(100));"]
        let text = $"{{ {wait} {answer}}}"
        select method.Body is null ? At(method, Replace(body, text), Replace(method.SemicolonToken, "")) : At(method, Replace(body, text));
}
