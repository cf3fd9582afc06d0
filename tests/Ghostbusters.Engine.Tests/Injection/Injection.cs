using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>Turns honest code into one delusion: what a rule has to find in code that nobody tuned it on.</summary>
internal abstract class Injection
{
    /// <summary>The rule that has to find it.</summary>
    public abstract string RuleId { get; }

    /// <summary>Rules that may speak in its place: of one member one rule speaks, and a constant answer is GB2001's whatever else is wrong with it.</summary>
    public virtual ImmutableArray<string> AlsoSaidBy => [];

    /// <summary>Whether it is done to tests, not to shipped code.</summary>
    public virtual bool IsForTests => false;

    /// <summary>Whether what it makes is not to compile: then the delusion is that it would.</summary>
    public virtual bool MayBreak => false;

    /// <summary>Libraries that the delusion needs and the project need not have.</summary>
    public virtual ImmutableArray<MetadataReference> References => [];

    /// <summary>Every place in a file where it can be done, in source order.</summary>
    public abstract IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root);

    /// <summary>One change at one place; the finding has to lie in the member around it.</summary>
    protected static Injected At(SyntaxNode place, params TextChange[] changes) => new(place.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.Span ?? place.Span, [.. changes]);

    /// <summary>A change of a member's attributes or of the lines around it; the finding may lie there, too.</summary>
    protected static Injected Around(MemberDeclarationSyntax member, params TextChange[] changes) =>
        new(TextSpan.FromBounds(Math.Max(0, member.FullSpan.Start - 1), member.FullSpan.End), [.. changes]);

    /// <summary>Puts a text in the place of a node.</summary>
    protected static TextChange Replace(SyntaxNode node, string text) => new(node.Span, text);

    /// <summary>Puts a text in the place of a token.</summary>
    protected static TextChange Replace(SyntaxToken token, string text) => new(token.Span, text);

    /// <summary>Puts a text before a node.</summary>
    protected static TextChange InsertBefore(SyntaxNode node, string text) => new(new TextSpan(node.SpanStart, 0), text);
}

/// <summary>A delusion at one place.</summary>
/// <param name="Member">The member, as it stands before the change.</param>
/// <param name="Changes">What makes the delusion.</param>
internal sealed record Injected(TextSpan Member, ImmutableArray<TextChange> Changes);
