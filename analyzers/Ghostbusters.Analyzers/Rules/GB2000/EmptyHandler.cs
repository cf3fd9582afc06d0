using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>GB2007: an event handler, override or interface member that is called to act, has an empty body and no stated reason.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptyHandler : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB2007_EmptyHandler];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var implementers = new Implementers(start.Compilation);
            var subscriptions = new Subscriptions(start.Compilation);
            start.RegisterCodeBlockAction(block => Analyze(block, shipped, implementers, subscriptions));
        });
    }

    private static void Analyze(CodeBlockAnalysisContext context, ShippedCode shipped, Implementers implementers, Subscriptions subscriptions)
    {
        if (context.CodeBlock is not MethodDeclarationSyntax method || !EmptyBody.Is(method) || ShippedCode.LiesBeside(method.SyntaxTree.FilePath) || IsHook(method) || HandlerClaim.IsIdleByName(method) || HonestStub.OwnsUp(method) || SaysWhy(method)
            || IsNullObjectByShape(method)
            || context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol || symbol.ReturnType.Name is not ("Void" or "Task" or "ValueTask") || IsGenericTask(symbol.ReturnType)
            || HonestStub.HasUnknownContract(symbol.ContainingType)
            || HandlerClaim.Of(method, symbol, implementers, subscriptions) is not { } claim || !shipped.Contains(method.SyntaxTree))
        {
            return;
        }

        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB2007_EmptyHandler,
            method.Identifier.GetLocation(),
            new Claim($"{symbol.Name} {claim}", method.Identifier.GetLocation()),
            Evidence.At("its body is empty", (method.Body ?? (SyntaxNode)method.ExpressionBody!).GetLocation()),
            symbol.Name, claim));
    }

    // Whoever needs one overrides it; the parts of a partial method may be left out.
    private static bool IsHook(MethodDeclarationSyntax method) => method.ExplicitInterfaceSpecifier is not null
        || method.Modifiers.Any(static m => m.Kind() is SyntaxKind.VirtualKeyword or SyntaxKind.PartialKeyword or SyntaxKind.ExternKeyword);

    // A task of a result answers something: GB2001's business.
    private static bool IsGenericTask(ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments.Length: > 0 };

    // A comment above the method or behind its brace, and remarks; a summary tells what it should do.
    private static bool SaysWhy(MethodDeclarationSyntax method) => method.GetLeadingTrivia().Concat(method.GetTrailingTrivia())
        .Any(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && t.ToString().IndexOf("TODO", StringComparison.OrdinalIgnoreCase) < 0 && !t.ToString().StartsWith("///", StringComparison.Ordinal));

    // Several members, and not one of them acts: a null object without the name.
    private static bool IsNullObjectByShape(MethodDeclarationSyntax method)
    {
        if (method.Parent is not TypeDeclarationSyntax type)
            return true;
        var methods = type.Members.OfType<MethodDeclarationSyntax>().Where(static m => !m.Modifiers.Any(SyntaxKind.StaticKeyword)).ToList();
        return methods.Count > 1 && methods.All(static m => EmptyBody.Is(m) || (m.ExpressionBody?.Expression ?? (m.Body?.Statements is { Count: 1 } only ? (only[0] as ReturnStatementSyntax)?.Expression : null)) is LiteralExpressionSyntax or ThrowExpressionSyntax);
    }
}
