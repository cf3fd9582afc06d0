using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8204: a connection takes any certificate, so whoever stands between can read and change it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CertificateValidationDisabled : DiagnosticAnalyzer
{
    private const string Takes = "the callback returns true for every certificate";

    private static readonly ApiTable<string> Callbacks = new()
    {
        { "System.Net.ServicePointManager.ServerCertificateValidationCallback!", Takes },
        { "System.Net.HttpWebRequest.ServerCertificateValidationCallback!", Takes },
        { "System.Net.Http.HttpClientHandler.ServerCertificateCustomValidationCallback!", Takes },
        { "System.Net.Http.WinHttpHandler.ServerCertificateValidationCallback!", Takes },
        { "System.Net.Http.WebRequestHandler.ServerCertificateValidationCallback!", Takes },
        { "System.Net.Security.SslClientAuthenticationOptions.RemoteCertificateValidationCallback!", Takes },
        { "System.Net.WebSockets.ClientWebSocketOptions.RemoteCertificateValidationCallback!", Takes },
        { "System.DirectoryServices.Protocols.LdapSessionOptions.VerifyServerCertificate!", Takes },
        { "MailKit.MailService.ServerCertificateValidationCallback!", Takes },
        { "MailKit.Net.Smtp.SmtpClient.ServerCertificateValidationCallback", Takes }, { "MailKit.Net.Imap.ImapClient.ServerCertificateValidationCallback", Takes }, { "MailKit.Net.Pop3.Pop3Client.ServerCertificateValidationCallback", Takes },
        { "RabbitMQ.Client.SslOption.CertificateValidationCallback!", Takes },
        { "RestSharp.RestClientOptions.RemoteCertificateValidationCallback", Takes },
        { "StackExchange.Redis.ConfigurationOptions.CertificateValidation!", Takes },
        { "MQTTnet.Client.MqttClientTlsOptions.CertificateValidationHandler!", Takes },
        { "Npgsql.NpgsqlConnection.UserCertificateValidationCallback", Takes },
        { "MongoDB.Driver.SslSettings.ServerCertificateValidationCallback!", Takes },
    };

    private static readonly ApiTable<string> Streams = new()
    {
        { "System.Net.Security.SslStream.#ctor", Takes }, { "System.Net.Security.RemoteCertificateValidationCallback.#ctor", Takes },
    };

    private static readonly ApiTable<bool> Stores = new() { { "System.Security.Cryptography.X509Certificates.X509Store.Add", true }, { "System.Security.Cryptography.X509Certificates.X509Store.AddRange", true } };

    private static readonly ApiTable<string> Modes = new()
    {
        { "System.ServiceModel.Security.X509ServiceCertificateAuthentication.CertificateValidationMode!", "None" },
        { "System.ServiceModel.Security.X509ClientCertificateAuthentication.CertificateValidationMode!", "None" },
    };

    private static readonly ApiTable<bool> Switches = new()
    {
        { "MQTTnet.Client.MqttClientTlsOptions.AllowUntrustedCertificates!", true }, { "MongoDB.Driver.MongoClientSettings.AllowInsecureTls!", true },
        { "System.Net.ServicePointManager.CheckCertificateRevocationList", false },
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8204_CertificateValidationDisabled];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeAssignment(node, code), SyntaxKind.SimpleAssignmentExpression, SyntaxKind.AddAssignmentExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeComparison(node, code), SyntaxKind.EqualsExpression, SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeStore(node, code), SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeCreation(node, code), SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
        });
    }

    private static void AnalyzeAssignment(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        var evidence = code.Match(context, assignment.Left, Callbacks) is { } callback ? IsDangerous(assignment.Right) ? "it takes every certificate" : AcceptingCallback.Is(assignment.Right, context.SemanticModel, context.CancellationToken) ? callback.Fact : null
            : code.Match(context, assignment.Left, Modes) is { } mode ? assignment.Right is MemberAccessExpressionSyntax value && value.Name.Identifier.ValueText == mode.Fact ? "the mode is None" : null
            : code.Match(context, assignment.Left, Switches) is { Fact: true } && ApiCode.Constant(context, assignment.Right) is true ? "it is switched on" : null;
        if (evidence is not null)
            Report(context, assignment, ApiUse.Of(assignment.Left)!.Member, evidence);
    }

    private static void AnalyzeCreation(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var creation = (BaseObjectCreationExpressionSyntax)context.Node;
        if (creation.ArgumentList?.Arguments is not { Count: > 0 } arguments || code.Match(context, creation, Streams) is not { } match)
            return;

        // `X = new RemoteCertificateValidationCallback(…)` is found at the assignment or the argument that it is made for.
        if (match.Name.Type == "RemoteCertificateValidationCallback" && creation.Parent is AssignmentExpressionSyntax or ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax })
            return;
        if (arguments.Any(a => AcceptingCallback.Is(a.Expression, context.SemanticModel, context.CancellationToken)))
            Report(context, creation, match.Name.Type, Takes);
    }

    // `new X509Store(StoreName.Root).Add(certificate)`: from now on whoever has its key vouches for any site.
    private static void AnalyzeStore(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "AddRange", Expression: var store } && code.Match(context, call, Stores) is not null
            && ValueOrigin.Of(store, context.SemanticModel, context.CancellationToken) is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
            && (arguments[0].Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Root" or "AuthRoot" } || ApiCode.Constant(context, arguments[0].Expression) is "Root" or "root"))
        {
            Report(context, call, "the store of trusted roots", "a program adds to it what it likes");
        }
    }

    private static void AnalyzeComparison(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        if (CertificateName.IsDecisive(context.Node, code.Names, context.SemanticModel, context.CancellationToken)
            && !Guard.IsDevelopment(context.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? context.Node))
            ApiCode.Report(context, Descriptors.GB8204_CertificateValidationDisabled, context.Node, "the certificate's name", "anybody can make a certificate with this name");
    }

    // `HttpClientHandler.DangerousAcceptAnyServerCertificateValidator`.
    private static bool IsDangerous(ExpressionSyntax value) => value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DangerousAcceptAnyServerCertificateValidator" };

    // `AddHttpClient(LoopbackClient).ConfigurePrimaryHttpMessageHandler(…)`.
    private static bool IsOnOwnMachine(SyntaxNode place) => place.FirstAncestorOrSelf<StatementSyntax>(static s => s.Parent is not AnonymousFunctionExpressionSyntax) is { } statement
        && statement.DescendantTokens().Any(static t => (t.IsKind(SyntaxKind.IdentifierToken) || t.IsKind(SyntaxKind.StringLiteralToken)) && PurposeWords.Of(t.ValueText).Any(static w => w is "loopback" or "localhost"));

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode place, string claim, string evidence)
    {
        if (!Guard.IsDevelopment(place) && !Guard.IsChosen(place) && !IsOnOwnMachine(place))
            ApiCode.Report(context, Descriptors.GB8204_CertificateValidationDisabled, place, claim, evidence);
    }
}
