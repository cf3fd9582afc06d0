using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>GB2003: a comment that puts the real work off, beside code that ships.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeferralComment : DiagnosticAnalyzer
{
    private const int LongestQuote = 160;

    // A name that says these owns up to what the comment says.
    private static readonly string[] OwnsUp = ["Placeholder", "Stub", "Mock", "Fake", "Dummy", "Skeleton", "Temp", "Sample", "Demo", "Example", "Test", "Simulat", "Scaffold"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB2003_DeferralComment];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            start.RegisterSyntaxTreeAction(tree => Analyze(tree, shipped));
        });
    }

    private static void Analyze(SyntaxTreeAnalysisContext context, ShippedCode shipped)
    {
        if (ShippedCode.LiesBeside(context.Tree.FilePath))
            return;
        var root = context.Tree.GetRoot(context.CancellationToken);
        SyntaxToken last = default;
        foreach (var place in DeferralPhrases.PlacesIn(context.Tree.GetText(context.CancellationToken).ToString()))
        {
            var token = root.FindToken(place);
            if (token == last || token.Span.Contains(place))
                continue;
            last = token;
            foreach (var comment in CommentParagraph.At(token))
            {
                if (FirstDeferral(comment) is { } found && shipped.Contains(context.Tree))
                    context.ReportDiagnostic(Finding(comment, found.Sentence, found.At, found.Count));
            }
        }
    }

    private static (Sentence Sentence, int At, int Count)? FirstDeferral(CommentParagraph comment)
    {
        var sentences = Sentence.In(comment.Text).ToList();
        if (sentences.Count == 0 || IsLicence(comment, sentences))
            return null;
        foreach (var sentence in sentences)
        {
            if (DeferralPhrases.FindIn(sentence, sentences.Count == 1) is { } found
                && !(found.Phrase.IsWeak && IsHonest(comment)) && !(found.Phrase.IsOpenInDocs && comment.IsDocumentation) && !Refuses(comment))
                return (sentence, found.At, found.Count);
        }

        return null;
    }

    // "Not implemented yet" above a throw: the code says the same to whoever calls it.
    private static bool Refuses(CommentParagraph comment) => comment.Token.Parent?.AncestorsAndSelf().FirstOrDefault(static n => n is StatementSyntax or SwitchLabelSyntax or MemberDeclarationSyntax) switch
    {
        ThrowStatementSyntax => true,
        SwitchLabelSyntax { Parent: SwitchSectionSyntax section } => section.Statements[0] is ThrowStatementSyntax,
        _ => false,
    };

    // The head of the file, or whatever states rights.
    private static bool IsLicence(CommentParagraph comment, List<Sentence> sentences) =>
        comment.Token.GetPreviousToken().RawKind == 0
        && sentences.Any(static s => s.Words.Any(static w => w.Lower is "copyright" or "license" or "licence" or "licensed" or "licenses"));

    private static bool IsHonest(CommentParagraph comment) =>
        comment.IsDocumentation || Members(comment).Any(static m => NameOf(m) is { } name && OwnsUp.Any(word => name.ValueText.Contains(word)));

    private static IEnumerable<MemberDeclarationSyntax> Members(CommentParagraph comment) =>
        comment.Token.Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>() ?? [];

    private static Diagnostic Finding(CommentParagraph comment, Sentence sentence, int at, int count)
    {
        var (first, last) = (sentence.Words[at], sentence.Words[at + count - 1]);
        var place = Location.Create(comment.Token.SyntaxTree!, comment.SpanOf(first.Start, last.End));
        var (start, end) = (sentence.Words[0].Start, sentence.Words[sentence.Words.Count - 1].End);
        var name = Members(comment).Select(NameOf).FirstOrDefault(static n => n is not null);
        var beside = name is { } known ? $"'{known.ValueText}'" : "this code";
        return Report.Finding(
            Descriptors.GB2003_DeferralComment,
            place,
            new Claim(Quote(comment.Text.Substring(start, end - start)), Location.Create(comment.Token.SyntaxTree!, comment.SpanOf(start, end))),
            Evidence.At($"it stands beside {beside}, which ships", name?.GetLocation() ?? comment.Token.GetLocation()),
            Quote(comment.Text.Substring(first.Start, last.End - first.Start)), beside);
    }

    private static string Quote(string words)
    {
        var squeezed = string.Join(" ", words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return squeezed.Length <= LongestQuote ? squeezed : squeezed.Substring(0, LongestQuote - 1) + "…";
    }

    private static SyntaxToken? NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax m => m.Identifier,
        BaseTypeDeclarationSyntax t => t.Identifier,
        PropertyDeclarationSyntax p => p.Identifier,
        ConstructorDeclarationSyntax c => c.Identifier,
        EnumMemberDeclarationSyntax e => e.Identifier,
        DelegateDeclarationSyntax d => d.Identifier,
        EventDeclarationSyntax e => e.Identifier,
        IndexerDeclarationSyntax i => i.ThisKeyword,
        OperatorDeclarationSyntax o => o.OperatorToken,
        BaseFieldDeclarationSyntax { Declaration.Variables.Count: > 0 } f => f.Declaration.Variables[0].Identifier,
        _ => null,
    };
}
