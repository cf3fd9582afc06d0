using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8205: a secret that stands in the source.</summary>
/// <remarks>Nothing that the rule says holds the secret itself: a few first characters at most.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HardCodedSecret : DiagnosticAnalyzer
{
    // A literal longer than this is data: it is looked at no further than this for tokens.
    private const int LongestLiteral = 100_000;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8205_HardCodedSecret];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeLiteral(node, shipped), SyntaxKind.StringLiteralExpression);
            start.RegisterOperationAction(operation => KeyMaterial.Analyze(operation, shipped), KeyMaterial.Kinds);
        });
    }

    private static void AnalyzeLiteral(SyntaxNodeAnalysisContext context, ShippedCode shipped)
    {
        var literal = (LiteralExpressionSyntax)context.Node;
        var value = literal.Token.ValueText;
        if (value.Length is < 3 or > LongestLiteral)
            return;
        if (TokenShape.FindIn(value) is { } token)
            context.ReportDiagnostic(Finding(literal, token.Name, token.Token));
        else if (ConnectionSecret.FindIn(value) is { } part && shipped.Contains(literal.SyntaxTree))
            context.ReportDiagnostic(Finding(literal, $"'{part.Part}' of this connection", part.Secret));
        else if (NameOf(literal, value, context.SemanticModel, context.CancellationToken) is { } name
            && !IsLocalDefault(literal) && !IsUserToo(literal, value) && !SecretValue.Repeats(value, name) && shipped.Contains(literal.SyntaxTree))
            context.ReportDiagnostic(Finding(literal, $"'{name}'", value));
    }

    // `Host = "localhost"; Password = "admin";` in one constructor: what a product on the same machine is delivered with.
    private static bool IsLocalDefault(LiteralExpressionSyntax literal) =>
        literal.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Parent: ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax } block } }
        && block.Statements.Any(static s => s is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: LiteralExpressionSyntax host } } && (host.Token.ValueText is "localhost" or "127.0.0.1"));

    // `Username = "guest", Password = "guest"`: whoever reads the one knows the other, a default of the server.
    private static bool IsUserToo(LiteralExpressionSyntax literal, string value) =>
        literal.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } own
        && initializer.Expressions.Any(e => e is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax other } pair && pair != own && other.Token.ValueText == value);

    /// <summary>The name under which the literal is a secret; null where it is none.</summary>
    /// <remarks>The value is asked before the names: most literals are ruled out without binding anything.</remarks>
    internal static string? NameOf(LiteralExpressionSyntax literal, string value, SemanticModel model, CancellationToken cancellation)
    {
        if (!SecretValue.IsSecret(value, SecretKind.Password) && !SecretValue.IsSecret(value, SecretKind.Key))
            return null;
        return SecretTarget.NamesOf(literal, model, cancellation)
            .FirstOrDefault(name => name.Length <= 100 && SecretValue.IsSecret(value, SecretName.KindOf(name)));
    }

    /// <summary>The finding at a place, for a secret of which only the mask is shown.</summary>
    internal static Diagnostic Finding(SyntaxNode place, string what, string secret)
    {
        var shown = secret.Length == 0 ? "not shown" : SecretValue.Mask(secret);
        return Report.Finding(
            Descriptors.GB8205_HardCodedSecret,
            place.GetLocation(),
            new Claim(what, null),
            Evidence.At($"the value is a constant: {shown}", place.GetLocation()),
            what, shown);
    }
}
