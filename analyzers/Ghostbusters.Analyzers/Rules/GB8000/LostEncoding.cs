using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB3000;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>A call that gives a harmless copy of a text, and a copy that nobody reads: the text itself stays as it was.</summary>
internal static class LostEncoding
{
    private static readonly ApiTable<bool> Encoders = new()
    {
        { "System.Text.Encodings.Web.TextEncoder.Encode", true }, { "System.Text.Encodings.Web.HtmlEncoder.Encode", true }, { "System.Text.Encodings.Web.UrlEncoder.Encode", true }, { "System.Text.Encodings.Web.JavaScriptEncoder.Encode", true },
        { "System.Net.WebUtility.HtmlEncode", true }, { "System.Net.WebUtility.UrlEncode", true }, { "System.Web.HttpUtility.HtmlEncode", true }, { "System.Web.HttpUtility.UrlEncode", true },
        { "System.Web.HttpUtility.JavaScriptStringEncode", true }, { "System.Web.HttpUtility.HtmlAttributeEncode", true }, { "System.Uri.EscapeDataString", true }, { "System.Security.SecurityElement.Escape", true },
        { "Ganss.Xss.HtmlSanitizer.Sanitize!", true }, { "Ganss.Xss.IHtmlSanitizer.Sanitize!", true }, { "Microsoft.Security.Application.Encoder.HtmlEncode!", true },
    };

    // These make it harmless only where that is what they are for.
    private static readonly ApiTable<bool> Edits = new() { { "System.String.Replace", true }, { "System.String.Remove", true }, { "System.Text.RegularExpressions.Regex.Replace", true } };

    /// <summary>How the copy is lost, in words; null where it is read, or the call makes nothing harmless.</summary>
    public static string? Of(InvocationExpressionSyntax call, SemanticModel model, ApiNames names, CancellationToken cancellation)
    {
        var isEncoder = names.Match(call, model, Encoders, cancellation) is not null;
        if (!isEncoder && (!IsInSanitizer(call) || names.Match(call, model, Edits, cancellation) is null))
            return null;
        if (model.GetOperation(call, cancellation) is not IInvocationOperation operation)
            return call.Parent is ExpressionStatementSyntax ? "its result is dropped" : null;
        if (operation.Type?.SpecialType != SpecialType.System_String || MeantDrop.IsAt(call) || DroppedValue.Of(operation) is not { } value)
            return null;
        if (value.Local is null)
            return "its result is dropped, and the text stays as it was";
        return FunctionGraph.Around(operation, cancellation) is { } graph && LocalUses.After(graph, operation, value.Local) is { Count: 0 } ? $"nothing reads '{value.Local.Name}', which holds its result" : null;
    }

    private static bool IsInSanitizer(SyntaxNode node) => node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && SanitizerClaim.IsNamed(method.Identifier.ValueText);
}
