using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>Paths and addresses that whoever runs the program names as a whole: there is no folder or host that they could lead away from.</summary>
internal static class WholePaths
{
    private const SourceKinds Owner = SourceKinds.File | SourceKinds.Setting | SourceKinds.Environment;

    /// <summary>Whether the data is a setting, or stands in a file, and is nowhere put behind a folder's path.</summary>
    public static bool IsNamedByOwner(TaintedFlow flow) => (flow.Source.Kind & ~Owner) == SourceKinds.None && IsWhole(flow);

    /// <summary>Whether a whole path is only asked for: a form that takes a folder's path says whether it is there.</summary>
    public static bool IsOnlyAskedFor(TaintedFlow flow) => flow.SinkName == "Exists" && IsWhole(flow);

    private static bool IsWhole(TaintedFlow flow)
    {
        SyntaxNode? before = null;
        foreach (var place in flow.Path.FromSource().Select(static s => s.Place).Append(flow.Sink))
        {
            if (before is not null && IsPutBehind(place, before))
                return false;
            before = place;
        }

        return true;
    }

    private static bool IsPutBehind(SyntaxNode place, SyntaxNode data)
    {
        // What the data was made by has been looked at.
        var joined = place.DescendantNodesAndSelf().Where(node => data.SyntaxTree != node.SyntaxTree || !data.Span.Contains(node.Span)).Select(static node => PartsOf(node).ToList()).Where(static parts => parts.Count > 1).ToList();
        // Where it is not seen which of the parts it is, it may be a later one.
        return Holds(place, data) ? joined.Exists(parts => parts.Skip(1).Any(part => Holds(part, data))) : joined.Count > 0;
    }

    private static IEnumerable<SyntaxNode> PartsOf(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => [sum.Left, sum.Right],
        InterpolatedStringExpressionSyntax text => text.Contents,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Combine" or "Join" or "Concat" } } call => call.ArgumentList.Arguments,
        // `Path.GetFullPath(name, folder)`.
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetFullPath" }, ArgumentList.Arguments: { Count: 2 } two } => two.Reverse(),
        _ => [],
    };

    private static bool Holds(SyntaxNode part, SyntaxNode data) =>
        (part.SyntaxTree == data.SyntaxTree && part.Span.Contains(data.Span))
        || ((ParameterAt(part, data) ?? NameOf(data)) is { } name && part.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(i => i.Identifier.ValueText == name));

    // An argument is called by its parameter's name in the method that takes it.
    private static string? ParameterAt(SyntaxNode part, SyntaxNode data)
    {
        var caller = data.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>();
        if (data.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax list } argument || part.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } taker || taker == caller)
            return null;
        if (argument.NameColon is { } named)
            return named.Name.Identifier.ValueText;
        var parameters = taker.ParameterList.Parameters;
        var at = list.Arguments.IndexOf(argument) + (parameters.Count > 0 && parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword) ? 1 : 0);
        return at < parameters.Count ? parameters[at].Identifier.ValueText : null;
    }

    // What the data is called where it comes to next: a variable, or the parameter that it is handed to.
    private static string? NameOf(SyntaxNode data) => data switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        AssignmentExpressionSyntax assignment => LastName(assignment.Left),
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        ExpressionSyntax expression => LastName(expression),
        _ => null,
    };

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };
}
