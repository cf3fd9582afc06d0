using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Packages that know the extensions of MIME types: each is called differently, and each answers out of its own table.</summary>
internal static class MimeTables
{
    /// <summary>What an extension out of such a table cannot harm.</summary>
    public const SinkKinds Safe = SinkKinds.Path | SinkKinds.ZipSlip;

    /// <summary>Whether a call looks an extension up: <c>MimeTypeMap.GetExtension(type)</c>, <c>MimeTypes.GetMimeTypeExtensions(type)</c>.</summary>
    public static bool Answers(LibraryCall call) =>
        call.Name.IndexOf("Extension", StringComparison.Ordinal) >= 0 && call.Site.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax invocation
        && invocation.Expression.ToString().IndexOf("Mime", StringComparison.Ordinal) >= 0;
}
