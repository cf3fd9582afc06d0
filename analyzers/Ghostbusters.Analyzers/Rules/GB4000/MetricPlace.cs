using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Where a number reports what happened, and where it is a setting, a table's row or somebody else's contract.</summary>
internal static class MetricPlace
{
    // Types whose values tell a caller what came of something.
    private static readonly HashSet<string> Reports = new(StringComparer.OrdinalIgnoreCase)
    {
        "result", "results", "response", "report", "metrics", "metric", "statistics", "stats", "summary", "prediction", "analysis", "assessment", "evaluation",
        "outcome", "recommendation", "detection", "classification", "output", "insight", "insights", "forecast", "benchmark", "dto", "diagnosis", "verdict",
        "status", "health", "reply", "answer", "match", "sentiment", "anomaly", "estimate", "measurement", "performance", "dashboard",
    };

    private static readonly HashSet<string> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        "options", "option", "settings", "setting", "config", "configuration", "defaults", "default", "constants", "limits", "thresholds", "weights", "policy", "rule", "attribute",
        "profile", "seed", "seeder", "seeds", "migration", "fixture", "animation", "style", "theme", "template", "request", "criteria", "filter", "definition",
        "metadata", "preset", "mode", "level", "levels", "test", "tests", "sample", "samples", "demo", "fake", "mock", "simulator", "simulation", "benchmark",
        "game", "player", "enemy", "pipeline", "descriptor", "transition", "effect", "catalog", "table", "initializer", "design", "designer", "example", "examples", "heuristic", "heuristics",
    };

    private static readonly HashSet<string> Unreal = new(StringComparer.OrdinalIgnoreCase)
    {
        "default", "defaults", "constants", "weights", "policy", "rule", "profile", "seed", "seeder", "seeds", "migration", "fixture", "preset", "test", "tests", "sample", "samples", "demo",
        "fake", "mock", "simulator", "simulation", "benchmark", "game", "player", "enemy", "table", "design", "designer", "example", "examples", "heuristic", "heuristics",
    };

    private static readonly HashSet<string> Makers = new(StringComparer.OrdinalIgnoreCase)
    {
        "default", "defaults", "seed", "empty", "sample", "samples", "example", "demo", "reset", "initialize", "init", "configure", "setup", "none", "fallback", "test", "fake", "mock", "dummy", "stub", "design", "simulate", "known",
    };

    /// <summary>Whether the member's modifiers and type allow it to report a measurement of its own.</summary>
    public static bool MayClaim(MemberDeclarationSyntax member, TypeSyntax type)
    {
        if (member.Modifiers.Any(static m => m.Kind() is SyntaxKind.OverrideKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.AbstractKeyword
            or SyntaxKind.ExternKeyword or SyntaxKind.PartialKeyword or SyntaxKind.NewKeyword or SyntaxKind.ProtectedKeyword) || member.ContainsDirectives)
        {
            return false;
        }

        if (member.Parent is InterfaceDeclarationSyntax || !IsMeasure(type) || (IsQuestion(member) ? IsUnreal(member) : IsSetting(member)))
            return false;
        return member switch
        {
            MethodDeclarationSyntax method => method.ExplicitInterfaceSpecifier is null && (method.Body is not null || method.ExpressionBody is not null),
            PropertyDeclarationSyntax property => property.ExplicitInterfaceSpecifier is null && !property.Modifiers.Any(SyntaxKind.StaticKeyword) && property.Initializer is null
                && (property.ExpressionBody is not null || property.AccessorList is { Accessors.Count: 1 } list && list.Accessors[0] is { RawKind: (int)SyntaxKind.GetAccessorDeclaration } getter && (getter.Body is not null || getter.ExpressionBody is not null)),
            _ => false,
        };
    }

    /// <summary>Whether an interface of several types, or of a library, asks for the member: then a constant may be one type's answer.</summary>
    public static bool IsOfOthers(ISymbol member, Implementers implementers) =>
        member is IMethodSymbol method ? HonestStub.IsContractOfOthers(method, implementers)
        : member.ContainingType.AllInterfaces.Any(i => i.TypeKind == TypeKind.Error || i.GetMembers(member.Name).Length > 0)
            || member.ContainingType.BaseType is { SpecialType: SpecialType.None };

    /// <summary>Whether there is anything that could have been measured: a parameter, or what the instance holds or was given.</summary>
    public static bool HasInput(IMethodSymbol member) =>
        member.Parameters.Any(static p => p.Type.Name is not ("CancellationToken" or "IFormatProvider" or "CultureInfo"))
        || (!member.IsStatic && member.ContainingType.GetMembers().Any(static m => m is IFieldSymbol { IsConst: false, IsStatic: false } or IMethodSymbol { MethodKind: MethodKind.Constructor, IsStatic: false, Parameters.IsEmpty: false }));

    /// <summary>Whether the type's name says that its values tell what came of something.</summary>
    public static bool IsReport(INamedTypeSymbol type)
    {
        if (type.IsAnonymousType)
            return true;
        var words = PascalWords.Of(type.Name);
        return !words.IsEmpty && (Reports.Contains(words[words.Length - 1]) || (words[words.Length - 1] is "Data" or "Info" or "Model" && words.Any(Reports.Contains)))
            && !words.Any(static w => Settings.Contains(w) && !Reports.Contains(w));
    }

    /// <summary>Whether a type around the node, or the method that it is in, is named as settings, tables, seeds or samples.</summary>
    public static bool IsSetting(SyntaxNode node) => node.AncestorsAndSelf().Any(static a => a switch
    {
        BaseTypeDeclarationSyntax type => PascalWords.Of(type.Identifier.ValueText).Any(Settings.Contains),
        MethodDeclarationSyntax method => PascalWords.Of(method.Identifier.ValueText).Any(Makers.Contains),
        PropertyDeclarationSyntax property => PascalWords.Of(property.Identifier.ValueText).Any(Makers.Contains),
        LocalFunctionStatementSyntax local => PascalWords.Of(local.Identifier.ValueText).Any(Makers.Contains),
        _ => false,
    });

    // What is asked about something is no setting, whatever the type holds else: `OrderOptions.GetScore(order)`.
    private static bool IsQuestion(MemberDeclarationSyntax member) => member is MethodDeclarationSyntax { ParameterList.Parameters: var parameters }
        && parameters.Any(static p => p.Type is { } type && type.ToString() is not ("CancellationToken" or "IFormatProvider" or "CultureInfo"));

    // Where a made-up number is the point, or a rule of the game.
    private static bool IsUnreal(SyntaxNode member) => member.AncestorsAndSelf().Any(static a => a switch
    {
        BaseTypeDeclarationSyntax type => PascalWords.Of(type.Identifier.ValueText).Any(Unreal.Contains),
        MethodDeclarationSyntax method => PascalWords.Of(method.Identifier.ValueText).Any(Makers.Contains),
        _ => false,
    });

    // Numbers, spans of time and texts that may hold one, bare or in a task.
    private static bool IsMeasure(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax predefined => predefined.Keyword.Kind() is SyntaxKind.IntKeyword or SyntaxKind.LongKeyword or SyntaxKind.DoubleKeyword
            or SyntaxKind.FloatKeyword or SyntaxKind.DecimalKeyword or SyntaxKind.StringKeyword,
        NullableTypeSyntax nullable => IsMeasure(nullable.ElementType),
        GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask", TypeArgumentList.Arguments: { Count: 1 } results } => IsMeasure(results[0]),
        QualifiedNameSyntax qualified => IsMeasure(qualified.Right),
        IdentifierNameSyntax { Identifier.ValueText: "TimeSpan" } => true,
        _ => false,
    };
}
