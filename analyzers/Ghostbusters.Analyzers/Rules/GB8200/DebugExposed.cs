using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8213: what helps developers is switched on for everybody.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DebugExposed : DiagnosticAnalyzer
{
    private const string Pages = "every visitor sees stack traces and source lines";
    private const string Details = "every caller is told the details of exceptions";
    private const string Listing = "every visitor sees which files there are";
    private const string Authorities = "every client is told which authorities the server trusts";
    private const string Personal = "personal data is written into logs and exceptions";

    private static readonly ApiTable<string> Calls = new()
    {
        { "Microsoft.AspNetCore.Builder.DeveloperExceptionPageExtensions.UseDeveloperExceptionPage!", Pages },
        { "Microsoft.AspNetCore.Builder.DatabaseErrorPageExtensions.UseDatabaseErrorPage!", Pages },
        { "Microsoft.AspNetCore.Builder.MigrationsEndPointExtensions.UseMigrationsEndPoint!", "every visitor may migrate the database" },
        { "Microsoft.EntityFrameworkCore.DbContextOptionsBuilder.EnableSensitiveDataLogging!", Personal },
        { "Owin.ErrorPageExtensions.UseErrorPage", Pages },
        { "Microsoft.AspNetCore.Builder.DirectoryBrowserExtensions.UseDirectoryBrowser!", Listing }, { "Microsoft.Extensions.DependencyInjection.DirectoryBrowserServiceExtensions.AddDirectoryBrowser!", Listing },
        { "Owin.DirectoryBrowserExtensions.UseDirectoryBrowser", Listing },
    };

    private static readonly ApiTable<string> Switches = new()
    {
        { "Microsoft.IdentityModel.Logging.IdentityModelEventSource.ShowPII!", Personal },
        { "Microsoft.AspNetCore.SignalR.HubOptions.EnableDetailedErrors!", Details },
        { "Microsoft.AspNetCore.Builder.FileServerOptions.EnableDirectoryBrowsing!", Listing }, { "Microsoft.Owin.StaticFiles.FileServerOptions.EnableDirectoryBrowsing!", Listing },
        { "Grpc.AspNetCore.Server.GrpcServiceOptions.EnableDetailedErrors!", Details },
        { "Microsoft.AspNetCore.Components.Server.CircuitOptions.DetailedErrors!", Details },
        { "System.ServiceModel.Description.ServiceDebugBehavior.IncludeExceptionDetailInFaults!", Details },
        { "System.ServiceModel.ServiceBehaviorAttribute.IncludeExceptionDetailInFaults!", Details },
        { "CoreWCF.Description.ServiceDebugBehavior.IncludeExceptionDetailInFaults!", Details },
        { "Microsoft.AspNet.SignalR.HubConfiguration.EnableDetailedErrors!", Details },
        { "GraphQL.Execution.ErrorInfoProviderOptions.ExposeExceptionStackTrace!", Details }, { "GraphQL.Execution.ErrorInfoProviderOptions.ExposeExceptionDetails!", Details },
        { "HotChocolate.Execution.Options.RequestExecutorOptions.IncludeExceptionDetails!", Details },
    };

    // `app.UseFileServer(enableDirectoryBrowsing: true)`, `SslCertificateTrust.CreateForX509Store(store, sendTrustInHandshake: true)`.
    private static readonly ApiTable<(string Evidence, int Index)> Flagged = new()
    {
        { "Microsoft.AspNetCore.Builder.FileServerExtensions.UseFileServer!", (Listing, 0) }, { "Owin.FileServerExtensions.UseFileServer", (Listing, 0) },
        { "System.Net.Security.SslCertificateTrust.CreateForX509Collection", (Authorities, 1) }, { "System.Net.Security.SslCertificateTrust.CreateForX509Store", (Authorities, 1) },
    };

    private static readonly ApiTable<string> Policies = new() { { "System.Web.Http.HttpConfiguration.IncludeErrorDetailPolicy!", "Always" } };

    private static readonly ApiTable<bool> Attributes = new() { { "System.ServiceModel.ServiceBehaviorAttribute.#ctor", true }, { "CoreWCF.ServiceBehaviorAttribute.#ctor", true } };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8213_DebugExposed];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeCall(node, code), SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeSwitch(node, code), SyntaxKind.SimpleAssignmentExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeAttribute(node, code), SyntaxKind.Attribute);
        });
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        var place = (call.Expression as MemberAccessExpressionSyntax)?.Name ?? call.Expression;
        if (code.Match(context, call, Flagged) is { } flagged && IsOn(context, call.ArgumentList.Arguments, flagged.Fact.Index))
            Report(context, place, flagged.Name.Member, flagged.Fact.Evidence);
        if (code.Match(context, call, Calls) is not { } match)
            return;
        var isSwitch = match.Name.Member == "EnableSensitiveDataLogging" && call.ArgumentList.Arguments.Count > 0;
        if (!isSwitch || ApiCode.Constant(context, call.ArgumentList.Arguments[0].Expression) is true)
            Report(context, place, match.Name.Member, match.Fact);
    }

    private static bool IsOn(SyntaxNodeAnalysisContext context, SeparatedSyntaxList<ArgumentSyntax> arguments, int index) =>
        (arguments.FirstOrDefault(static a => a.NameColon is not null) ?? (index < arguments.Count ? arguments[index] : null)) is { } argument
        && ApiCode.Constant(context, argument.Expression is AssignmentExpressionSyntax named ? named.Right : argument.Expression) is true;

    private static void AnalyzeSwitch(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (code.Match(context, assignment.Left, Switches) is { } toggle && ApiCode.Constant(context, assignment.Right) is true)
            Report(context, assignment, toggle.Name.Member, toggle.Fact);
        else if (code.Match(context, assignment.Left, Policies) is { } policy && assignment.Right is MemberAccessExpressionSyntax value && value.Name.Identifier.ValueText == policy.Fact)
            Report(context, assignment, policy.Name.Member, Details);
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList?.Arguments.FirstOrDefault(static a => a.NameEquals?.Name.Identifier.ValueText == "IncludeExceptionDetailInFaults") is { } argument
            && ApiCode.Constant(context, argument.Expression) is true && code.Match(context, attribute, Attributes) is not null)
        {
            Report(context, argument, "IncludeExceptionDetailInFaults", Details);
        }
    }

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode place, string claim, string evidence)
    {
        if (Guard.IsProduction(place) || (!Guard.IsDevelopment(place) && !Guard.IsChosen(place) && !IsCalledInDevelopment(place)))
            ApiCode.Report(context, Descriptors.GB8213_DebugExposed, place, claim, evidence);
    }

    // A method of one's own that is only called under the condition.
    private static bool IsCalledInDevelopment(SyntaxNode place)
    {
        if (place.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
            return false;
        var calls = method.SyntaxTree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(c => ApiUse.Of(c)?.Member == method.Identifier.ValueText).ToList();
        return calls.Count > 0 && calls.TrueForAll(Guard.IsDevelopment);
    }
}
