using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8201: a broken hash protects something. What it is for is read from the names that it flows through; a mere checksum is honest.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeakHash : DiagnosticAnalyzer
{
    // MACs and signatures prove who sent something: HMAC-MD5 is no worse than its key, but nothing new may begin with it.
    private static readonly ApiTable<string> Macs = new() { { "System.Security.Cryptography.HMACMD5.#ctor", "MD5" }, { "System.Security.Cryptography.HMACMD5.HashData", "MD5" }, { "System.Security.Cryptography.HMACRIPEMD160.#ctor", "RIPEMD160" } };

    private static readonly HashSet<string> Checksums = new(StringComparer.Ordinal)
        { "etag", "cache", "cached", "checksum", "dedupe", "deduplicate", "duplicate", "duplicates", "file", "files", "content", "gravatar", "avatar", "git", "blob", "uuid", "guid", "id", "version", "shard", "bucket", "partition", "fingerprint", "integrity", "path", "url", "color", "colour", "md5sum", "crc", "download", "upload", "image" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8201_WeakHash];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => Analyze(node, code), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var isMac = false;
        if (code.Match(context, context.Node, HashApis.All) is not { } match)
        {
            if (code.Match(context, context.Node, Macs) is not { } mac)
                return;
            (match, isMac) = (mac, true);
        }

        var isSignature = match.Name.Member is "SignData" or "SignHash";
        if (HashApis.AlgorithmOf(context.Node, match.Fact, context.SemanticModel, context.CancellationToken) is not { } algorithm || !HashApis.IsBroken(algorithm))
            return;
        var trail = NameTrail.Of(context.Node, withInputs: true);
        if (ProtocolWords.Demand(trail.All) || IsToVerify(context.Node) || Guard.IsOneOfMany(context.Node))
            return;
        var purpose = isSignature ? "a signature" : isMac ? "a message authentication code" : PurposeOf(trail);
        if (purpose is not null)
            ApiCode.Report(context, Descriptors.GB8201_WeakHash, context.Node, algorithm, purpose);
    }

    // `key.VerifyData(data, MD5.Create(), signature)`: whoever signed has chosen it.
    private static bool IsToVerify(SyntaxNode node) => node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && ApiUse.Of(call)?.Member.StartsWith("Verify", StringComparison.Ordinal) == true;

    // A password is GB8211's: a better fast hash would not mend it.
    private static string? PurposeOf(NameTrail trail)
    {
        if (trail.All.Any(PurposeWords.IsPassword))
            return null;
        if (trail.Flow.FirstOrDefault(static n => PurposeWords.IsSecret(n) || PurposeWords.IsProtection(n)) is { } name)
            return $"'{name}'";
        return trail.Flow.Any(static n => PurposeWords.Has(n, Checksums)) ? null : trail.Places.FirstOrDefault(static n => n.IndexOf('.') < 0 && PurposeWords.IsProtection(n)) is { } place ? $"'{place}'" : null;
    }
}
