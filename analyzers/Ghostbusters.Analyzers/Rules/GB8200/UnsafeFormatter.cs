using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8217: a deserializer that makes whatever types its data names is there at all. GB8109 follows the data into it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsafeFormatter : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8217_UnsafeFormatter];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeMaking(node, code), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeSetting(node, code), SyntaxKind.SimpleAssignmentExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeReference(node, code), SyntaxKind.SimpleMemberAccessExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeResolver(node, code), SyntaxKind.MethodDeclaration);
        });
    }

    private static void AnalyzeMaking(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        if (code.Match(context, context.Node, FormatterApis.Unsafe) is { } formatter)
        {
            if (!FormatterUse.IsForWriting(context.Node) && !FormatterUse.IsBounded(context.Node) && !IsAuthentic(context, formatter.Name.Type))
                Report(context, context.Node, formatter.Name.Type, formatter.Fact);
            return;
        }

        if (ApiUse.ArgumentsOf(context.Node) is not { Count: > 0 } arguments || code.Match(context, context.Node, FormatterApis.WithArgument) is not { } maker)
            return;
        var isUnsafe = maker.Fact.Kind switch
        {
            FormatterApis.TypeResolver => IsSimpleResolver(context, arguments[0].Expression),
            FormatterApis.FilterProperties => FormatterUse.SetsFullFilter(arguments[0].Expression, context.Node),
            _ => arguments.Count == 2 && ApiCode.Constant(context, arguments[0].Expression) is FormatterApis.Switch && ApiCode.Constant(context, arguments[1].Expression) is true,
        };
        if (isUnsafe)
            Report(context, context.Node, maker.Name.Type, maker.Fact.Evidence);
    }

    // `new LosFormatter(enableMac: true, key)`: only what this program wrote is read.
    private static bool IsAuthentic(SyntaxNodeAnalysisContext context, string type) =>
        type == "LosFormatter" && ApiUse.ArgumentsOf(context.Node) is { Count: > 0 } arguments && ApiCode.Constant(context, arguments[0].Expression) is true;

    private static bool IsSimpleResolver(SyntaxNodeAnalysisContext context, ExpressionSyntax resolver) =>
        context.SemanticModel.GetTypeInfo(resolver, context.CancellationToken).Type?.Name == "SimpleTypeResolver"
        || (ValueOrigin.Of(resolver, context.SemanticModel, context.CancellationToken) is ObjectCreationExpressionSyntax made && ApiUse.SimpleNameOf(made.Type) == "SimpleTypeResolver");

    private static void AnalyzeSetting(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (code.Match(context, assignment.Left, FormatterApis.TypeNames) is { } names)
        {
            if (IsNamed(context, assignment.Right, names.Fact) && !FormatterUse.IsBounded(assignment) && !FormatterUse.IsForWriting(assignment))
                Report(context, assignment, names.Name.Member, "the data name them");
        }
        else if (code.Match(context, assignment.Left, FormatterApis.FilterLevel) is { } filter)
        {
            if (NameOf(assignment.Right) == "Full")
                Report(context, assignment, filter.Name.Member, "every serializable type is let through");
        }
        else if (code.Match(context, assignment.Left, FormatterApis.Checks) is { } check && ApiCode.Constant(context, assignment.Right) is bool value && value == check.Fact)
        {
            Report(context, assignment, check.Name.Member, "the list of dangerous types is not looked at");
        }
    }

    // `[JsonProperty(TypeNameHandling = TypeNameHandling.Auto)]` is no assignment of code, and one value of the enumeration is safe.
    private static bool IsNamed(SyntaxNodeAnalysisContext context, ExpressionSyntax value, string safe) =>
        ValueOrigin.Of(value, context.SemanticModel, context.CancellationToken) is var origin && NameOf(origin) is { } name ? name != safe && FormatterApis.Handlings.Contains(name)
            : ApiCode.Constant(context, value) is int number && number != 0;

    private static string? NameOf(ExpressionSyntax value) => value switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } either => NameOf(either.Left),
        CastExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText,
        _ => null,
    };

    private static void AnalyzeReference(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        if (context.Node.Parent is not InvocationExpressionSyntax && code.Match(context, context.Node, FormatterApis.Instances) is { } instance)
            Report(context, context.Node, instance.Name.Type, "the data name them");
    }

    // A resolver or binder that takes every name for a type.
    private static void AnalyzeResolver(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (method.Identifier.ValueText is not ("BindToType" or "ResolveName" or "ResolveType") || method.Parent is not ClassDeclarationSyntax { BaseList: not null } type
            || FormatterUse.TypeByName(method) is not { } made || FormatterUse.Chooses(method))
        {
            return;
        }

        if (context.SemanticModel.GetDeclaredSymbol(type, context.CancellationToken) is { } declared && FormatterApis.Resolvers.Any(r => code.Names.IsType(declared, r, method.SyntaxTree)))
            Report(context, made, $"{type.Identifier.ValueText}.{method.Identifier.ValueText}", "it makes a type of every name");
    }

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode place, string claim, string evidence) =>
        ApiCode.Report(context, Descriptors.GB8217_UnsafeFormatter, place, claim, evidence);
}
