using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8210: connections may fall back to a version of TLS or SSL that is broken.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObsoleteTls : DiagnosticAnalyzer
{
    private static readonly ApiTable<string> Versions = new()
    {
        { "System.Net.SecurityProtocolType.Ssl3", "SSL 3" }, { "System.Net.SecurityProtocolType.Tls", "TLS 1.0" }, { "System.Net.SecurityProtocolType.Tls11", "TLS 1.1" },
        { "System.Security.Authentication.SslProtocols.Ssl2", "SSL 2" }, { "System.Security.Authentication.SslProtocols.Ssl3", "SSL 3" }, { "System.Security.Authentication.SslProtocols.Default", "SSL 3 and TLS 1.0" },
        { "System.Security.Authentication.SslProtocols.Tls", "TLS 1.0" }, { "System.Security.Authentication.SslProtocols.Tls11", "TLS 1.1" },
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8210_ObsoleteTls];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeName(node, code), SyntaxKind.SimpleMemberAccessExpression);
            start.RegisterSyntaxNodeAction(AnalyzeNumber, SyntaxKind.CastExpression);
        });
    }

    private static void AnalyzeName(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var access = (MemberAccessExpressionSyntax)context.Node;
        if (code.Match(context, access, Versions) is { } version && IsAllowed(access))
            ApiCode.Report(context, Descriptors.GB8210_ObsoleteTls, access, access.ToString(), version.Fact);
    }

    // `(SecurityProtocolType)768`, as .NET 4.0 had no names for them.
    private static void AnalyzeNumber(SyntaxNodeAnalysisContext context)
    {
        var cast = (CastExpressionSyntax)context.Node;
        if (ApiUse.SimpleNameOf(cast.Type) is not ("SecurityProtocolType" or "SslProtocols") || ApiCode.Constant(context, cast.Expression) is not int bits || !IsAllowed(cast))
            return;
        var version = (bits & 0x3C) != 0 ? "SSL 3 or older" : (bits & 0xC0) != 0 ? "TLS 1.0" : (bits & 0x300) != 0 ? "TLS 1.1" : null;
        if (version is not null)
            ApiCode.Report(context, Descriptors.GB8210_ObsoleteTls, cast, cast.ToString(), version);
    }

    // Set or passed on; not taken away, compared, or one of the cases of a table.
    private static bool IsAllowed(ExpressionSyntax version)
    {
        for (SyntaxNode node = version; ; node = node.Parent!)
        {
            switch (node.Parent)
            {
                case ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } or CastExpressionSyntax:
                    continue;
                case ConditionalExpressionSyntax choice when choice.Condition != node:
                    continue;
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.OrAssignmentExpression } assignment:
                    return assignment.Right == node && IsProtocols(ApiUse.Of(assignment.Left)?.Member) && !IsWeighed(version);
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax or ParameterSyntax } or ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                    return IsProtocols(node.Parent.FirstAncestorOrSelf<SyntaxNode>(static n => n is VariableDeclaratorSyntax or PropertyDeclarationSyntax or ParameterSyntax or MethodDeclarationSyntax) switch
                    {
                        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                        PropertyDeclarationSyntax property => property.Identifier.ValueText,
                        ParameterSyntax parameter => parameter.Identifier.ValueText,
                        _ => null,
                    }) && !IsWeighed(version);
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }:
                    return ApiUse.Of(call)?.Member is { } member && (member.StartsWith("Authenticate", StringComparison.Ordinal) || member.IndexOf("SslProtocols", StringComparison.Ordinal) >= 0 || member is "UseSsl" or "UseTls" or "WithSslProtocols" or "WithTlsProtocol") && !IsWeighed(version);
                case ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax }:
                    return !IsWeighed(version);
                default:
                    return false;
            }
        }
    }

    private static bool IsProtocols(string? name) => name is not null && PurposeWords.Of(name).Any(static w => w is "protocol" or "protocols" or "tls" or "ssl");

    private static readonly HashSet<string> Asked = new(StringComparer.OrdinalIgnoreCase) { "tls", "ssl", "protocol", "protocols", "version", "versions" };

    // An option of the user's, or a scanner that has to try them.
    private static bool IsWeighed(SyntaxNode node) => Guard.IsDevelopment(node) || Guard.IsUnder(node, Asked) || NameTrail.Of(node, withInputs: false).Places.Any(static n => PurposeWords.Of(n).Any(static w => w is "scanner" or "scan" or "probe" or "supports" or "legacy" or "checker" or "detect" or "audit"));
}
