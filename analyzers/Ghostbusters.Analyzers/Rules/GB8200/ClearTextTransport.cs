using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8215: data goes over the open network as it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClearTextTransport : DiagnosticAnalyzer
{
    private const string Client = "System.Net.Http.HttpClient.";
    private const string Open = "whoever is on the way can read and change it";

    private static readonly ApiTable<int> Requests = CreateRequests();

    private static readonly ApiTable<string> Addresses = new()
    {
        { Client + "BaseAddress!", Open }, { "System.Net.Http.HttpRequestMessage.RequestUri", Open }, { "System.Net.WebClient.BaseAddress", Open }, { "RestSharp.RestClient.BaseUrl", Open }, { "RestSharp.RestClientOptions.BaseUrl", Open },
    };

    private static readonly ApiTable<(object Bad, string Evidence)> Switches = new()
    {
        { "System.Net.Mail.SmtpClient.EnableSsl", (false, "mail and login are sent as they are") }, { "System.Net.FtpWebRequest.EnableSsl", (false, "files and login are sent as they are") },
        { "Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions.RequireHttpsMetadata!", (false, "the keys that tokens are checked with come over plain HTTP") },
        { "Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions.RequireHttpsMetadata!", (false, "the keys that tokens are checked with come over plain HTTP") },
        { "IdentityServer4.AccessTokenValidation.IdentityServerAuthenticationOptions.RequireHttpsMetadata", (false, "the keys that tokens are checked with come over plain HTTP") },
        { "IdentityModel.Client.DiscoveryPolicy.RequireHttps!", (false, "the discovery document comes over plain HTTP") },
        { "Microsoft.Data.SqlClient.SqlConnectionStringBuilder.Encrypt", (false, "queries and login are sent as they are") }, { "System.Data.SqlClient.SqlConnectionStringBuilder.Encrypt", (false, "queries and login are sent as they are") },
        { "System.DirectoryServices.Protocols.LdapSessionOptions.SecureSocketLayer", (false, "the login is sent as it is") },
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8215_ClearTextTransport];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeRequest(node, code), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeSetting(node, code), SyntaxKind.SimpleAssignmentExpression);
            var isTold = new Lazy<bool>(() => StrictTransport.IsTold(start.Compilation));
            start.RegisterSyntaxNodeAction(node => AnalyzeRedirection(node, code, isTold), SyntaxKind.InvocationExpression);
        });
    }

    private static void AnalyzeRequest(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        if (ApiUse.ArgumentsOf(context.Node) is { Count: > 0 } arguments && code.Match(context, context.Node, Requests) is { } match && match.Fact < arguments.Count
            && HostIn(context, arguments[match.Fact].Expression) is { } host)
        {
            Report(context, arguments[match.Fact], host, Open);
        }
    }

    private static void AnalyzeSetting(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (code.Match(context, assignment.Left, Addresses) is { } address && HostIn(context, assignment.Right) is { } host)
            Report(context, assignment, host, address.Fact);
        else if (code.Match(context, assignment.Left, Switches) is { } toggle && Equals(ApiCode.Constant(context, assignment.Right), toggle.Fact.Bad) && !IsLocalServer(context, assignment))
            Report(context, assignment, toggle.Name.Member, toggle.Fact.Evidence);
    }

    private static void AnalyzeRedirection(SyntaxNodeAnalysisContext context, ApiCode code, Lazy<bool> isTold)
    {
        if (StrictTransport.Redirects(context.Node, code.Names, context.SemanticModel, context.CancellationToken) && !isTold.Value)
            Report(context, ((InvocationExpressionSyntax)context.Node).Expression.GetLastToken().Parent!, "the request that UseHttpsRedirection answers", "each visit begins so, for no UseHsts tells browsers to come by HTTPS");
    }

    // The host of a constant address, or of one that begins with a constant: `"http://host/" + id`, `$"http://host/{id}"`, `new Uri("…")`.
    private static string? HostIn(SyntaxNodeAnalysisContext context, ExpressionSyntax value)
    {
        for (var depth = 0; depth < 4; depth++)
        {
            if (ApiCode.Constant(context, value) is string text)
                return HostAddress.RemoteOf(text);
            var origin = ValueOrigin.Of(value, context.SemanticModel, context.CancellationToken);
            if (origin.SyntaxTree != context.Node.SyntaxTree)
                return null;
            ExpressionSyntax? next = origin switch
            {
                BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } => arguments[0].Expression,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Leftmost(sum),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" }, ArgumentList.Arguments: { Count: > 0 } arguments } => arguments[0].Expression,
                InterpolatedStringExpressionSyntax { Contents: { Count: > 0 } contents } when contents[0] is InterpolationSyntax start => start.Expression,
                _ => null,
            };
            if (origin is InterpolatedStringExpressionSyntax { Contents: { Count: > 0 } parts } && parts[0] is InterpolatedStringTextSyntax { TextToken.ValueText: var prefix })
                return parts.Count == 1 || prefix.IndexOf('/', Math.Min(prefix.Length, 8)) > 0 ? HostAddress.RemoteOf(prefix) : null;
            if (next is null)
                return null;
            value = next;
        }

        return null;
    }

    private static ExpressionSyntax Leftmost(BinaryExpressionSyntax sum) => sum.Left is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } left ? Leftmost(left) : sum.Left;

    // A relay on the same machine or in a closed network; a test server.
    private static bool IsLocalServer(SyntaxNodeAnalysisContext context, AssignmentExpressionSyntax assignment)
    {
        var texts = (assignment.FirstAncestorOrSelf<SyntaxNode>(static n => n is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax) ?? assignment).DescendantNodes().OfType<LiteralExpressionSyntax>().Select(static l => l.Token.Value).ToList();
        return texts.Contains(25) || texts.OfType<string>().Any(static t => t is "localhost" or "127.0.0.1" || t.Contains("//localhost") || t.Contains("//127.0.0.1") || t.EndsWith(".local", StringComparison.Ordinal))
            || (assignment.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } } && ApiCode.Constant(context, arguments[0].Expression) is string host && !HostAddress.IsRemote(host));
    }

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode place, string claim, string evidence)
    {
        if (!Guard.IsDevelopment(place) && !Guard.IsChosen(place))
            ApiCode.Report(context, Descriptors.GB8215_ClearTextTransport, place, claim, evidence);
    }

    private static ApiTable<int> CreateRequests()
    {
        var table = new ApiTable<int>
        {
            { "System.Net.WebRequest.Create", 0 }, { "System.Net.WebRequest.CreateHttp", 0 }, { "System.Net.Http.HttpRequestMessage.#ctor", 1 }, { "RestSharp.RestClient.#ctor", 0 }, { "RestSharp.RestClientOptions.#ctor", 0 },
            { "System.Net.WebSockets.ClientWebSocket.ConnectAsync", 0 }, { "Grpc.Net.Client.GrpcChannel.ForAddress", 0 },
        };
        foreach (var method in new[] { "GetAsync", "GetStringAsync", "GetStreamAsync", "GetByteArrayAsync", "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync" })
            table.Add(Client + method, 0);
        foreach (var method in new[] { "GetFromJsonAsync", "PostAsJsonAsync", "PutAsJsonAsync", "DeleteFromJsonAsync" })
            table.Add("System.Net.Http.Json.HttpClientJsonExtensions." + method, 0);
        foreach (var method in new[] { "DownloadString", "DownloadStringTaskAsync", "DownloadData", "DownloadDataTaskAsync", "DownloadFile", "DownloadFileTaskAsync", "DownloadFileAsync", "UploadString", "UploadStringTaskAsync", "UploadData", "UploadValues", "UploadFile", "OpenRead" })
            table.Add("System.Net.WebClient." + method, 0);
        return table;
    }
}
