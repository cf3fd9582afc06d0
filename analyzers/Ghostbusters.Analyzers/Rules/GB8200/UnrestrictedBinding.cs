using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8220: an HTTP server of Windows' kind takes a top-level wildcard, so that it gets requests that are meant for others.</summary>
/// <remarks>Kestrel reads <c>http://*:80</c> as a port of all addresses and shares it with nobody: what is meant here is HTTP.sys and what is built on it.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnrestrictedBinding : DiagnosticAnalyzer
{
    private const string Strong = "for every host name, before any other program is asked";
    private const string Weak = "for every host name that no other program has reserved";
    private const string Domain = "for everybody's sites under a top-level domain";

    private static readonly ApiTable<int> Calls = new()
    {
        { "System.Net.HttpListenerPrefixCollection.Add", 0 }, { "Microsoft.AspNetCore.Server.HttpSys.UrlPrefixCollection.Add", 0 }, { "Microsoft.AspNetCore.Server.HttpSys.UrlPrefix.Create", 0 },
        { "Microsoft.Owin.Hosting.WebApp.Start", 0 }, { "Microsoft.Owin.Hosting.StartOptions.#ctor", 0 }, { "System.Web.Http.SelfHost.HttpSelfHostConfiguration.#ctor", 0 },
        { "EmbedIO.WebServer.#ctor", 0 }, { "WatsonWebserver.Server.#ctor", 0 },
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8220_UnrestrictedBinding];

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
        if (ApiUse.ArgumentsOf(context.Node) is not { Count: > 0 } arguments || (code.Match(context, context.Node, Calls) is null && !IsPrefixes(context, code)))
            return;
        if (StartOf(context, arguments[0].Expression) is { } address && WildcardOf(address) is { } evidence && !Guard.IsDevelopment(context.Node))
            ApiCode.Report(context, Descriptors.GB8220_UnrestrictedBinding, context.Node, address, evidence);
    }

    // `listener.Prefixes.Add(…)` and `options.UrlPrefixes.Add(…)`, also where the collection's type is not known.
    private static bool IsPrefixes(SyntaxNodeAnalysisContext context, ApiCode code) =>
        context.Node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Prefixes" or "UrlPrefixes" } prefixes } }
        && code.Match(context, prefixes, Prefixes) is not null;

    private static readonly ApiTable<bool> Prefixes = new() { { "System.Net.HttpListener.Prefixes", true }, { "Microsoft.AspNetCore.Server.HttpSys.HttpSysOptions.UrlPrefixes!", true } };

    // The constant, or what an address that is put together begins with.
    private static string? StartOf(SyntaxNodeAnalysisContext context, ExpressionSyntax value)
    {
        if (ApiCode.Constant(context, value) is string text)
            return text;
        return ValueOrigin.Of(value, context.SemanticModel, context.CancellationToken) switch
        {
            InterpolatedStringExpressionSyntax { Contents: var parts } => (parts.FirstOrDefault() as InterpolatedStringTextSyntax)?.TextToken.ValueText,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => LeftmostOf(sum) is LiteralExpressionSyntax { Token.Value: string start } ? start : null,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" }, ArgumentList.Arguments: { Count: > 0 } arguments } => ApiCode.Constant(context, arguments[0].Expression) as string,
            _ => null,
        };
    }

    private static ExpressionSyntax LeftmostOf(ExpressionSyntax sum) => sum is BinaryExpressionSyntax binary ? LeftmostOf(binary.Left) : sum;

    // `http://+:80/`, `https://*:443/`, `http://*.com/`: not `http://*.shop.com/`.
    private static string? WildcardOf(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal);
        if (start < 0 || !address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return null;
        var end = address.IndexOfAny([':', '/'], start + 3);
        var host = end < 0 ? address.Substring(start + 3) : address.Substring(start + 3, end - start - 3);
        return host switch
        {
            "+" => Strong,
            "*" => Weak,
            _ when host.StartsWith("*.", StringComparison.Ordinal) && host.Length > 2 && host.IndexOf('.', 2) < 0 => Domain,
            _ => null,
        };
    }
}
