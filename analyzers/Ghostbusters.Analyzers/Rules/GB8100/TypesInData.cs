using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>Whether a deserializer makes the types that the data names: Json.NET has to be told, and may be told which; the others do so by themselves.</summary>
internal static class TypesInData
{
    /// <summary>Whether it is so where this sink takes the data.</summary>
    public static bool AreMade(SyntaxNode sink) =>
        sink is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DeserializeObject" or "PopulateObject" } } call
        || call.ArgumentList.Arguments.Skip(1).Any(argument => IsTold(ObjectSettings.Of(argument.Expression, call.SpanStart)));

    private static bool IsTold(IReadOnlyDictionary<string, ExpressionSyntax> settings) =>
        settings.TryGetValue("TypeNameHandling", out var handling) && handling is MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "None" }
        && !settings.ContainsKey("SerializationBinder") && !settings.ContainsKey("Binder");
}
