using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB1000;

/// <summary>GB1007: awaits the assertion, and makes the test an <c>async Task</c> where it is not one.</summary>
public sealed class UnawaitedAssertionRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB1007";

    /// <inheritdoc/>
    public string Title => "Await the assertion";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context)
    {
        var node = context.Root.FindNode(context.Finding.Location.SourceSpan);
        if (node is MethodDeclarationSyntax test)
            return MayReturnTask(test, context) ? [new TextChange(test.ReturnType.Span, TaskName(test, context))] : [];

        var call = node.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        if (call is null || IsInLockOrQuery(call) || Awaited(call) is not { } change)
            return [];
        return call.Ancestors().FirstOrDefault(static a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax) switch
        {
            AnonymousFunctionExpressionSyntax lambda when lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword) => [change],
            LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.AsyncKeyword) => [change],
            MethodDeclarationSyntax method when method.Modifiers.Any(SyntaxKind.AsyncKeyword) => [change],
            MethodDeclarationSyntax method when MayReturnTask(method, context) => [new TextChange(method.ReturnType.Span, "async " + TaskName(method, context)), change],
            _ => [],
        };
    }

    private static TextChange? Awaited(InvocationExpressionSyntax call)
    {
        ExpressionSyntax whole = call;
        while (whole.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured })
            whole = configured;
        return whole.Parent switch
        {
            ExpressionStatementSyntax or ArrowExpressionClauseSyntax => new TextChange(new TextSpan(whole.SpanStart, 0), "await "),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } assignment =>
                new TextChange(TextSpan.FromBounds(assignment.SpanStart, whole.SpanStart), "await "),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } } => new TextChange(new TextSpan(whole.SpanStart, 0), "await "),
            _ => null,
        };
    }

    // Only a test by an attribute, in void, that nothing else calls, overrides or demands.
    private static bool MayReturnTask(MethodDeclarationSyntax method, RepairContext context)
    {
        if (context.Model.GetDeclaredSymbol(method, context.Cancellation) is not { ReturnsVoid: true, IsVirtual: false, IsOverride: false, IsAbstract: false } symbol
            || method.AttributeLists.Count == 0 || method.Modifiers.Any(static m => m.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.UnsafeKeyword)
            || method.ParameterList.Parameters.Any(static p => p.Modifiers.Any(static m => m.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword)))
        {
            return false;
        }

        return !symbol.ContainingType.AllInterfaces.SelectMany(static i => i.GetMembers()).Any(m => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(m), symbol))
            && !IsMentioned(method) && !HasReturnBeforeEnd(method);
    }

    private static bool IsMentioned(MethodDeclarationSyntax method) => method.SyntaxTree.GetRoot().DescendantNodes()
        .Any(n => n is IdentifierNameSyntax name && name.Identifier.ValueText == method.Identifier.ValueText);

    private static bool HasReturnBeforeEnd(MethodDeclarationSyntax method) =>
        method.DescendantNodes().Any(static n => n is YieldStatementSyntax or RefTypeSyntax or StackAllocArrayCreationExpressionSyntax);

    private static bool IsInLockOrQuery(SyntaxNode node) => node.Ancestors().TakeWhile(static a => a is not MemberDeclarationSyntax)
        .Any(static a => a is LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax or QueryExpressionSyntax);

    private static string TaskName(MethodDeclarationSyntax method, RepairContext context) =>
        context.Model.LookupNamespacesAndTypes(method.ReturnType.SpanStart, name: "Task").Any(static s => s is INamedTypeSymbol { Arity: 0, ContainingNamespace.Name: "Tasks" })
            ? "Task" : "System.Threading.Tasks.Task";
}
