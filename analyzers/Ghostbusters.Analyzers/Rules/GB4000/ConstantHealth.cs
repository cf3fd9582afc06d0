using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>GB4005: a health check that checks nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantHealth : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB4005_ConstantHealth];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var implementers = new Implementers(start.Compilation);
            var bodies = new SourceBodies(start.Compilation);
            var hasDependencies = new Lazy<bool>(() => HealthClaim.HasDependencies(start.Compilation));
            start.RegisterCodeBlockAction(block =>
            {
                AnalyzeMember(block, shipped, implementers, bodies, hasDependencies);
                AnalyzeCalls(block, shipped, bodies, hasDependencies);
            });
        });
    }

    private static void AnalyzeMember(CodeBlockAnalysisContext context, ShippedCode shipped, Implementers implementers, SourceBodies bodies, Lazy<bool> hasDependencies)
    {
        if (MemberCode.Of(context).Declaration is not { } member)
            return;
        var identifier = member is MethodDeclarationSyntax m ? m.Identifier : ((PropertyDeclarationSyntax)member).Identifier;
        if (member.Parent is not TypeDeclarationSyntax declaring || member.ContainsDirectives || ShippedCode.LiesBeside(member.SyntaxTree.FilePath)
            || HealthClaim.IsLiveness(declaring.Identifier.ValueText) || member.Modifiers.Any(static t => t.Kind() is SyntaxKind.VirtualKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.OverrideKeyword))
        {
            return;
        }

        var isEndpoint = member is MethodDeclarationSyntax action && HealthClaim.IsController(action);
        if ((!isEndpoint && !HealthClaim.IsIn(identifier.ValueText, declaring.Identifier.ValueText)) || HonestStub.OwnsUp(member)
            || context.SemanticModel.GetDeclaredSymbol(member, context.CancellationToken) is not { } symbol)
        {
            return;
        }

        var method = symbol as IMethodSymbol ?? ((IPropertySymbol)symbol).GetMethod;
        var implementsCheck = symbol.ContainingType.AllInterfaces.Any(static i => i.Name == "IHealthCheck");
        if (method is null || (!implementsCheck && !isEndpoint && MetricPlace.IsOfOthers(symbol, implementers)) || (isEndpoint && !hasDependencies.Value)
            || (!implementsCheck && !isEndpoint && !MetricPlace.HasInput(method)))
        {
            return;
        }

        if (bodies.Of(method, context.CancellationToken) is { } values && HealthBody.ConstantAnswers(values, bodies, context.CancellationToken) is { } answers
            && !StubCover.Covers(member, values.Graph, context.CancellationToken) && shipped.Contains(member.SyntaxTree))
        {
            context.ReportDiagnostic(Finding(identifier.GetLocation(), symbol.Name, isEndpoint ? "the service" : $"'{symbol.ContainingType.Name}'", answers));
        }
    }

    private static void AnalyzeCalls(CodeBlockAnalysisContext context, ShippedCode shipped, SourceBodies bodies, Lazy<bool> hasDependencies)
    {
        foreach (var operation in MemberCode.Of(context).Operations(context.CancellationToken))
        {
            if (operation is IInvocationOperation call)
                AnalyzeCall(new MemberOperation(call, context), call, shipped, bodies, hasDependencies);
        }
    }

    private static void AnalyzeCall(MemberOperation context, IInvocationOperation call, ShippedCode shipped, SourceBodies bodies, Lazy<bool> hasDependencies)
    {
        if (call.TargetMethod.Name is not ("AddCheck" or "AddAsyncCheck" or "MapGet" or "Map") || ShippedCode.LiesBeside(call.Syntax.SyntaxTree.FilePath))
            return;
        var name = call.Arguments.Select(static a => a.Value.ConstantValue).FirstOrDefault(static c => c is { HasValue: true, Value: string }).Value as string;
        var isCheck = call.TargetMethod.Name is "AddCheck" or "AddAsyncCheck" && call.TargetMethod.ContainingType.Name.StartsWith("HealthChecks", StringComparison.Ordinal);
        if (name is null || (isCheck ? HealthClaim.IsLiveness(call.Syntax is InvocationExpressionSyntax { ArgumentList: var list } ? WithoutCode(list) : name) : !HealthClaim.IsRoute(name) || !hasDependencies.Value))
            return;
        if (Handler(context, call, bodies) is { } values && HealthBody.ConstantAnswers(values, bodies, context.CancellationToken) is { } answers && shipped.Contains(call.Syntax.SyntaxTree))
        {
            var place = call.Arguments.First(a => Equals(a.Value.ConstantValue.Value, name)).Syntax;
            context.ReportDiagnostic(Finding(place.GetLocation(), name, isCheck ? $"'{name}'" : "the service", answers));
        }
    }

    // The check's name and its tags: `AddCheck("x", () => …, ["live"])`.
    private static string WithoutCode(ArgumentListSyntax list) => string.Join(" ", list.Arguments.Where(static a => a.Expression is not AnonymousFunctionExpressionSyntax).Select(static a => a.ToString()));

    private static ValueAnalysis? Handler(MemberOperation context, IInvocationOperation call, SourceBodies bodies)
    {
        var target = call.Arguments.Select(static a => a.Value is IConversionOperation conversion ? conversion.Operand : a.Value).OfType<IDelegateCreationOperation>().FirstOrDefault()?.Target;
        return target switch
        {
            IAnonymousFunctionOperation lambda => FunctionGraph.Of(context, lambda.Syntax),
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.Ordinary } method } => bodies.Of(method, context.CancellationToken),
            _ => null,
        };
    }

    private static Diagnostic Finding(Location place, string name, string whose, IReadOnlyList<IOperation> answers) =>
        Report.Finding(
            Descriptors.GB4005_ConstantHealth, place, new Claim(name, place),
            Evidence.At("every way gives the healthy answer, and nothing is asked on any", [.. answers.Select(static a => a.Syntax.GetLocation())]),
            name, whose, "it asks nothing and gives the same answer on every way");
}
