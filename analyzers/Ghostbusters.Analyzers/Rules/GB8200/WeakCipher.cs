using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8202: data is encrypted with a cipher, a mode, a padding or a key size that can be broken.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeakCipher : DiagnosticAnalyzer
{
    // Modes and constructions that are built from single blocks.
    private static readonly HashSet<string> Constructions = new(StringComparer.Ordinal)
        { "ctr", "counter", "cmac", "omac", "xts", "gcm", "ccm", "eax", "siv", "cfb", "ofb", "ige", "ige256", "wrap", "unwrap", "keywrap", "block", "ff1", "ff3", "fpe", "drbg", "cbcmac", "xex", "ocb", "pmac", "protection", "keystream", "stream" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8202_WeakCipher];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeMaking(node, code), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeMode(node, code), SyntaxKind.SimpleAssignmentExpression);
        });
    }

    private static void AnalyzeMaking(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        if (WeaknessOf(context, code) is { } weakness && !IsDictated(context.Node))
            ApiCode.Report(context, Descriptors.GB8202_WeakCipher, context.Node, Shorten(context.Node), weakness);
    }

    private static void AnalyzeMode(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (code.Match(context, assignment.Left, CipherApis.Mode) is null
            || ValueOrigin.Of(assignment.Right, context.SemanticModel, context.CancellationToken) is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ECB" } || IsDictated(assignment)
            || IsConstruction(assignment))
        {
            return;
        }

        ApiCode.Report(context, Descriptors.GB8202_WeakCipher, assignment, Shorten(assignment), "ECB shows which blocks are equal");
    }

    private static string? WeaknessOf(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var arguments = (context.Node as InvocationExpressionSyntax)?.ArgumentList.Arguments ?? (context.Node as BaseObjectCreationExpressionSyntax)?.ArgumentList?.Arguments ?? default;
        if (code.Match(context, context.Node, CipherApis.Weak) is { } weak)
            return weak.Fact;
        if (arguments.Count == 0)
            return null;
        if (code.Match(context, context.Node, CipherApis.EcbCalls) is not null)
            return IsConstruction(context.Node) ? null : "ECB shows which blocks are equal";
        if (code.Match(context, context.Node, CipherApis.KeySize) is { } size)
            return ApiCode.Constant(context, arguments[0].Expression) is int bits && bits > 0 && bits < size.Fact ? $"a key of {bits} bits can be factored" : null;
        if (code.Match(context, context.Node, CipherApis.ByName) is not null)
            return ApiCode.Constant(context, arguments[0].Expression) is string name ? CipherApis.WeaknessOf(name) : null;
        return (arguments.Count == 2 && code.Match(context, context.Node, CipherApis.RsaEncrypt) is not null && IsPkcs1(context, arguments[1].Expression)) || IsPkcs1Exchange(context, code)
            ? "PKCS #1 v1.5 padding lets ciphertexts be guessed by their errors" : null;
    }

    // The padding is in the name of the formatter, which may be kept under the name of its base.
    private static bool IsPkcs1Exchange(SyntaxNodeAnalysisContext context, ApiCode code) =>
        context.Node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } && code.Match(context, context.Node, CipherApis.KeyExchange) is not null
        && (IsPkcs1Name(context.SemanticModel.GetTypeInfo(receiver, context.CancellationToken).Type?.Name)
            || (ValueOrigin.Of(receiver, context.SemanticModel, context.CancellationToken) is ObjectCreationExpressionSyntax made && IsPkcs1Name(ApiUse.SimpleNameOf(made.Type))));

    private static bool IsPkcs1Name(string? type) => type is "RSAPKCS1KeyExchangeFormatter" or "RSAPKCS1KeyExchangeDeformatter";

    private static bool IsPkcs1(SyntaxNodeAnalysisContext context, ExpressionSyntax padding) =>
        ValueOrigin.Of(padding, context.SemanticModel, context.CancellationToken) is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Pkcs1" } || ApiCode.Constant(context, padding) is false;

    // A protocol, or data that was encrypted so long ago and is only read.
    private static bool IsDictated(SyntaxNode node)
    {
        if (ProtocolWords.Demand(NameTrail.Of(node, withInputs: false).All) || Guard.IsOneOfMany(node))
            return true;
        var type = (SyntaxNode?)node.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? node.SyntaxTree.GetRoot();
        var calls = type.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText).ToList();
        return calls.Any(static c => c.StartsWith("CreateDecryptor", StringComparison.Ordinal) || c.StartsWith("Decrypt", StringComparison.Ordinal)) && !calls.Any(static c => c.IndexOf("Encrypt", StringComparison.Ordinal) >= 0 || c == "CreateKeyExchange");
    }

    private static bool IsConstruction(SyntaxNode node) => NameTrail.Of(node, withInputs: false) is var trail && trail.Places.Concat(trail.Flow).Any(static n => PurposeWords.Has(n, Constructions));

    private static string Shorten(SyntaxNode node) => node.ToString() is { Length: > 60 } text ? text.Substring(0, 57) + "..." : node.ToString();
}
