using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>What the bodies of a file name.</summary>
/// <param name="Bodies">The bodies, in the order of the source.</param>
/// <param name="Inputs">The names of properties and fields that an attribute makes input.</param>
/// <param name="IsShipped">Whether it ships, and is no test or sample.</param>
internal sealed record FileFacts(ImmutableArray<(SyntaxNode Body, BodyFacts Facts)> Bodies, ImmutableArray<string> Inputs, bool IsShipped)
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">Its model: best the one that others have bound the file with.</param>
    /// <param name="isShipped">Whether it ships.</param>
    /// <param name="code">The code that it is a part of.</param>
    /// <param name="models">What library members do.</param>
    /// <param name="cancellation">Ends it.</param>
    public static FileFacts Of(SemanticModel file, bool isShipped, AnalysedCode code, TaintModels models, CancellationToken cancellation)
    {
        var root = file.SyntaxTree.GetRoot(cancellation);
        return new FileFacts(
            [.. BodyFacts.BodiesIn(root).Select(body => (body, BodyFacts.Of(body, file, code, models, cancellation)))],
            [.. Members(root).Where(m => m.AttributeLists.SelectMany(static l => l.Attributes).Any(a => models.NamesAttribute(NameOf(a)))).SelectMany(NamesOf)],
            isShipped);
    }

    private static IEnumerable<MemberDeclarationSyntax> Members(SyntaxNode root) => root
        .DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>().Where(static m => m is PropertyDeclarationSyntax or FieldDeclarationSyntax);

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(static v => v.Identifier.ValueText),
        _ => [],
    };

    private static string NameOf(AttributeSyntax attribute) =>
        (attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name) is SimpleNameSyntax simple ? simple.Identifier.ValueText : "";
}
