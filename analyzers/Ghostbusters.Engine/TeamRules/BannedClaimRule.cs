using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Rules;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Engine.TeamRules;

/// <summary>Finds the claims that a team has banned.</summary>
/// <remarks>It is made of data, so only the engine runs it; no compiler loads it.</remarks>
#pragma warning disable RS1001, RS1025, RS1026, RS1036, RS1041 // These rules are about analyzers that a compiler loads; ForHandWrittenCode does what two of them ask.
internal sealed class BannedClaimRule(ImmutableArray<BannedClaim> claims) : DiagnosticAnalyzer
#pragma warning restore RS1001, RS1036, RS1041
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. claims.Select(static c => c.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterSyntaxTreeAction(Analyze);
    }

    private void Analyze(SyntaxTreeAnalysisContext context)
    {
        var holding = claims.Where(c => c.HoldsFor(context.Tree.FilePath)).ToList();
        if (holding.Count == 0)
            return;
        var root = context.Tree.GetRoot(context.CancellationToken);
        if (holding.Exists(static c => (c.Places & (ClaimPlaces.Comments | ClaimPlaces.Docs)) != 0))
            AnalyzeComments(context, root, holding);
        if (holding.Exists(static c => (c.Places & (ClaimPlaces.Names | ClaimPlaces.Strings)) != 0))
            AnalyzeTokens(context, root, holding);
    }

    private static void AnalyzeComments(SyntaxTreeAnalysisContext context, SyntaxNode root, List<BannedClaim> holding)
    {
        foreach (var comment in CommentParagraph.In(root))
        {
            var place = comment.IsDocumentation ? ClaimPlaces.Docs : ClaimPlaces.Comments;
            foreach (var claim in holding.Where(c => c.Places.HasFlag(place)))
            {
                foreach (var match in claim.Pattern.EnumerateMatches(comment.Text))
                {
                    if (match.Length > 0)
                        Tell(context, claim, Location.Create(context.Tree, comment.SpanOf(match.Index, match.Index + match.Length)), comment.Text.Substring(match.Index, match.Length), "a comment says it");
                }
            }
        }
    }

    private static void AnalyzeTokens(SyntaxTreeAnalysisContext context, SyntaxNode root, List<BannedClaim> holding)
    {
        foreach (var token in root.DescendantTokens())
        {
            var place = PlaceOf(token);
            if (place == ClaimPlaces.None)
                continue;
            var text = place == ClaimPlaces.Names ? string.Join(' ', PascalWords.Of(token.ValueText)) : token.ValueText;
            foreach (var claim in holding.Where(c => c.Places.HasFlag(place)))
            {
                if (claim.Pattern.Match(text) is { Success: true, Length: > 0 } match)
                    Tell(context, claim, token.GetLocation(), match.Value, place == ClaimPlaces.Names ? $"the name '{token.ValueText}' says it" : "a text says it");
            }
        }
    }

    private static ClaimPlaces PlaceOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken when token.Parent is MemberDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } => ClaimPlaces.Names,
        SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken => ClaimPlaces.Strings,
        _ => ClaimPlaces.None,
    };

    private static void Tell(SyntaxTreeAnalysisContext context, BannedClaim claim, Location location, string words, string evidence)
    {
        var quote = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        context.ReportDiagnostic(Report.Finding(
            claim.Descriptor, location, new Claim(quote, null), Evidence.At(evidence),
            $"'{quote}' is a claim that this team does not make here: {claim.Because}. {claim.Remedy}"));
    }
}
