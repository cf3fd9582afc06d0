using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Checks of a text's characters that let nothing harmful through.</summary>
internal static class CharacterChecks
{
    /// <summary>What a text of letters and digits cannot harm.</summary>
    public const SinkKinds Safe = SinkKinds.All & ~(SinkKinds.Exposure | SinkKinds.Resource | SinkKinds.Reflection | SinkKinds.Deserialization);

    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "IsLetterOrDigit", "IsLetter", "IsDigit", "IsNumber", "IsAsciiLetterOrDigit", "IsAsciiLetter", "IsAsciiDigit", "IsAsciiHexDigit", "IsAsciiLetterLower", "IsAsciiLetterUpper",
    };

    /// <summary>Whether a method of char says of a character that it is harmless.</summary>
    public static bool IsCheck(LibraryCall call) => call.Arguments.Length == 1 && call.Method?.ContainingType.SpecialType == SpecialType.System_Char && Harmless.Contains(call.Name);

    /// <summary>Whether a predicate finds just the characters that such a check refuses: `c => !char.IsLetter(c)`.</summary>
    public static bool FindsHarm(SyntaxNode predicate) =>
        predicate is LambdaExpressionSyntax { ExpressionBody: PrefixUnaryExpressionSyntax { OperatorToken.ValueText: "!" } not } && IsHarmless(not.Operand);

    /// <summary>Whether a predicate is such a check, maybe with a few plain characters besides.</summary>
    public static bool IsHarmless(SyntaxNode predicate)
    {
        var calls = predicate.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(static n => n.Identifier.ValueText).Where(static n => n.StartsWith("Is", StringComparison.Ordinal)).ToList();
        return calls.Count > 0 && calls.TrueForAll(Harmless.Contains)
            && predicate.DescendantNodes().OfType<LiteralExpressionSyntax>().All(static l => l.Token.Value is char and ('-' or '_') or string and ("-" or "_"))
            && !predicate.DescendantNodes().OfType<PrefixUnaryExpressionSyntax>().Any();
    }
}
