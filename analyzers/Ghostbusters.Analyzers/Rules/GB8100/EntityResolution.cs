using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>
/// Whether an XML parser was told to fetch what a document refers to. None does so by itself since .NET Framework 4.5.2, so
/// the code must say it, and it nearly always says it beside the parser: it is read by names.
/// </summary>
internal static class EntityResolution
{
    /// <summary>Whether it is on where this sink takes a document.</summary>
    public static bool IsOn(SyntaxNode sink) => sink switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" } } create =>
            create.ArgumentList.Arguments.Any(static a => ParsesAndFetches(a.Expression)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => Fetches(ObjectSettings.Of(member.Expression, call.SpanStart)),
        BaseObjectCreationExpressionSyntax creation => Fetches(ObjectSettings.OfMade(creation)) && !ForbidsDocumentTypes(ObjectSettings.OfMade(creation)),
        _ => false,
    };

    // A reader needs both: to read the document type at all, and something that fetches.
    private static bool ParsesAndFetches(ExpressionSyntax settings)
    {
        var set = ObjectSettings.Of(settings, settings.SpanStart);
        return Fetches(set) && (NameIn(set, "DtdProcessing") == "Parse" || (set.TryGetValue("ProhibitDtd", out var prohibits) && prohibits.IsKind(SyntaxKind.FalseLiteralExpression)));
    }

    private static bool ForbidsDocumentTypes(IReadOnlyDictionary<string, ExpressionSyntax> set) => NameIn(set, "DtdProcessing") is "Prohibit" or "Ignore";

    private static bool Fetches(IReadOnlyDictionary<string, ExpressionSyntax> set) =>
        set.TryGetValue("XmlResolver", out var resolver) && (ObjectSettings.MadeBy(resolver) ?? resolver) switch
        {
            BaseObjectCreationExpressionSyntax made => ObjectSettings.TypeOf(made) is { } type && LastName(type) is "XmlUrlResolver" or "XmlSecureResolver",
            MemberAccessExpressionSyntax member => LastName(member) == "FileSystemResolver",
            _ => false,
        };

    private static string? NameIn(IReadOnlyDictionary<string, ExpressionSyntax> set, string property) => set.TryGetValue(property, out var value) ? LastName(value) : null;

    private static string? LastName(SyntaxNode expression) => expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
