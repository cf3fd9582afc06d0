using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>
/// Whether an XML parser was told to fetch what a document refers to. None does so by itself since .NET Framework 4.5.2, so
/// the code must say it, and it nearly always says it beside the parser: it is read by names. Where the parser does not bind, the
/// framework may be older, and whoever asks for document types there gets what they refer to.
/// </summary>
internal static class EntityResolution
{
    /// <summary>Whether it is on where this sink takes a document.</summary>
    /// <param name="sink">The call or creation that takes it.</param>
    /// <param name="isOldPossible">Whether the framework is not known.</param>
    public static bool IsOn(SyntaxNode sink, bool isOldPossible) => sink switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" } } create =>
            create.ArgumentList.Arguments.Any(a => ParsesAndFetches(a.Expression, isOldPossible)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Read" } read } =>
            ObjectSettings.MadeBy(read.Expression) is BaseObjectCreationExpressionSyntax made && IsOn(made, isOldPossible),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => Fetches(ObjectSettings.Of(member.Expression, call.SpanStart)),
        BaseObjectCreationExpressionSyntax creation => ObjectSettings.OfMade(creation) is var set && MayFetch(set, isOldPossible) && !ForbidsDocumentTypes(set),
        _ => false,
    };

    // A reader needs both: to read the document type at all, and something that fetches.
    private static bool ParsesAndFetches(ExpressionSyntax settings, bool isOldPossible)
    {
        var set = ObjectSettings.Of(settings, settings.SpanStart);
        return MayFetch(set, isOldPossible) && (NameIn(set, "DtdProcessing") == "Parse" || SaysOfDtd(set, SyntaxKind.FalseLiteralExpression));
    }

    private static bool ForbidsDocumentTypes(IReadOnlyDictionary<string, ExpressionSyntax> set) =>
        NameIn(set, "DtdProcessing") is "Prohibit" or "Ignore" || SaysOfDtd(set, SyntaxKind.TrueLiteralExpression);

    // What .NET Framework 2.0 had instead.
    private static bool SaysOfDtd(IReadOnlyDictionary<string, ExpressionSyntax> set, SyntaxKind answer) => set.TryGetValue("ProhibitDtd", out var prohibits) && prohibits.IsKind(answer);

    private static bool MayFetch(IReadOnlyDictionary<string, ExpressionSyntax> set, bool isOldPossible) => Fetches(set) || (isOldPossible && !set.ContainsKey("XmlResolver"));

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
