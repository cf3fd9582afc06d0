using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Analyzers.Rules.GB9000;

/// <summary>Finds the places that silence our rules: pragmas, and SuppressMessage attributes wherever they stand.</summary>
internal static class Silencings
{
    private const string AttributeNamespace = "System.Diagnostics.CodeAnalysis";

    /// <summary>Calls back for every silencing in hand-written code.</summary>
    public static void Register(CompilationStartAnalysisContext context, Action<Silencing, AnalyzerOptions, Action<Diagnostic>> found)
    {
        context.RegisterSyntaxTreeAction(tree =>
        {
            foreach (var silencing in Pragmas(tree.Tree, tree.CancellationToken))
                found(silencing, tree.Options, tree.ReportDiagnostic);
        });
        context.RegisterSyntaxNodeAction(node =>
        {
            if (FromAttribute((AttributeSyntax)node.Node, node.SemanticModel, node.CancellationToken) is { } silencing)
                found(silencing, node.Options, node.ReportDiagnostic);
        }, SyntaxKind.Attribute);
    }

    private static IEnumerable<Silencing> Pragmas(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        if (!root.ContainsDirectives)
            yield break;

        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma && Disables(pragma) && OwnIds(pragma) is { IsDefault: false } ids)
                yield return new Silencing("pragma", ids, ReasonBeside(pragma, tree.GetText(cancellation), root), Location.Create(tree, WithoutComment(pragma)));
        }
    }

    private static bool Disables(PragmaWarningDirectiveTriviaSyntax pragma) => pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);

    // Our ids among those that it names; empty where it names none at all, default where it names only others.
    private static ImmutableArray<string> OwnIds(PragmaWarningDirectiveTriviaSyntax pragma)
    {
        if (pragma.ErrorCodes.Count == 0)
            return [];
        ImmutableArray<string> ids = [.. pragma.ErrorCodes.OfType<IdentifierNameSyntax>().Select(static c => c.Identifier.ValueText).Where(Silencing.IsOurs)];
        return ids.IsEmpty ? default : ids;
    }

    private static TextSpan WithoutComment(PragmaWarningDirectiveTriviaSyntax pragma) => TextSpan.FromBounds(
        pragma.HashToken.SpanStart,
        pragma.ErrorCodes.Count == 0 ? pragma.DisableOrRestoreKeyword.Span.End : pragma.ErrorCodes.Last().Span.End);

    // On its own line; else on the line above, where pragmas in a row share one comment.
    private static string ReasonBeside(PragmaWarningDirectiveTriviaSyntax pragma, SourceText text, SyntaxNode root)
    {
        var own = pragma.DescendantTrivia().FirstOrDefault(IsComment);
        if (own != default)
            return Words(own);

        var line = text.Lines.GetLineFromPosition(pragma.SpanStart).LineNumber - 1;
        while (line >= 0 && text.Lines[line].ToString().TrimStart() is { } above && above.StartsWith("#pragma warning disable", StringComparison.Ordinal) && !above.Contains("//"))
            line--;
        if (line < 0 || text.Lines[line].ToString().TrimEnd() is not { Length: > 0 } words)
            return "";
        var trivia = root.FindTrivia(text.Lines[line].Start + words.Length - 1, findInsideTrivia: true);
        return IsComment(trivia) && StartsItsLine(trivia, text) ? Words(trivia) : "";
    }

    private static bool StartsItsLine(SyntaxTrivia trivia, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(trivia.SpanStart);
        return string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, trivia.SpanStart)));
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;

    private static string Words(SyntaxTrivia comment) => comment.ToString().Trim('/', '*', ' ', '\t', '\r', '\n');

    private static Silencing? FromAttribute(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        if (NameOf(attribute.Name) is not ("SuppressMessage" or "SuppressMessageAttribute" or "UnconditionalSuppressMessage" or "UnconditionalSuppressMessageAttribute")
            || attribute.ArgumentList is not { } list || PositionalId(list, model, cancellation) is not { } id
            || !IsOfFramework(model.GetSymbolInfo(attribute, cancellation)))
            return null;

        var justification = list.Arguments.FirstOrDefault(static a => a.NameEquals?.Name.Identifier.ValueText == "Justification");
        var reason = justification is null ? null : model.GetConstantValue(justification.Expression, cancellation).Value as string;
        return new Silencing("attribute", [id], reason?.Trim() ?? "", attribute.GetLocation());
    }

    private static string? NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    // SuppressMessage(category, checkId): the id may be followed by a colon and a title.
    private static string? PositionalId(AttributeArgumentListSyntax list, SemanticModel model, CancellationToken cancellation)
    {
        var argument = list.Arguments.FirstOrDefault(static a => a.NameColon?.Name.Identifier.ValueText == "checkId")
            ?? list.Arguments.Where(static a => a.NameEquals is null && a.NameColon is null).Skip(1).FirstOrDefault();
        var id = argument is null ? null : (model.GetConstantValue(argument.Expression, cancellation).Value as string)?.Split(':')[0].Trim();
        return id is not null && Silencing.IsOurs(id) ? id : null;
    }

    private static bool IsOfFramework(SymbolInfo attribute) =>
        (attribute.Symbol ?? attribute.CandidateSymbols.FirstOrDefault())?.ContainingNamespace?.ToDisplayString() == AttributeNamespace;
}
