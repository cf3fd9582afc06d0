using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>GB1002: a test that calls its subject and checks nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoOracle : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB1002_NoOracle];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestFrameworks.In(start.Compilation) is not { } frameworks)
                return;
            var oracles = Oracles.In(start.Compilation, frameworks);
            start.RegisterOperationBlockAction(block => Analyze(block, frameworks, oracles));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, TestFrameworks frameworks, Oracles oracles)
    {
        if (context.OwningSymbol is not IMethodSymbol test || !frameworks.IsTest(test) || !ClaimsOutcome(test, frameworks))
            return;
        if (test.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not MethodDeclarationSyntax declaration)
            return;
        // Attributes and default values of parameters are blocks too.
        var bodies = context.OperationBlocks.Where(static b => b is IBlockOperation).ToImmutableArray();
        if (ModestTests.IsModest(test.Name, declaration) || oracles.MayFail(test, bodies, context.CancellationToken))
            return;

        var calls = CallsOf(bodies);
        var isEmpty = bodies.All(static b => b is IBlockOperation { Operations.IsEmpty: true });
        if (calls.IsEmpty && (!isEmpty || ModestTests.HasComment(declaration)))
            return; // Statements without calls are there to be compiled, and a comment in an empty body is a reason.

        var reality = calls.IsEmpty ? "its body is empty" : $"it only calls {string.Join(", ", calls.Select(static c => $"'{NameOf(c)}'").Distinct().Take(3))}";
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB1002_NoOracle,
            declaration.Identifier.GetLocation(),
            new Claim(test.Name, declaration.Identifier.GetLocation()),
            Evidence.At(reality + " and checks nothing", [.. calls.Take(5).Select(static c => c.Syntax.GetLocation())]),
            test.Name, reality));
    }

    // A test that returns a value (a property, an expected result), that overrides another or that is not run is left alone.
    private static bool ClaimsOutcome(IMethodSymbol test, TestFrameworks frameworks) =>
        !test.IsOverride
        && (test.ReturnsVoid || test.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false })
        && test.ContainingType.BaseType?.TypeKind != TypeKind.Error
        && !frameworks.IsNotRun(test)
        && !frameworks.StatesOutcome(test);

    private static ImmutableArray<IOperation> CallsOf(ImmutableArray<IOperation> blocks) =>
    [
        .. blocks.SelectMany(static b => b.DescendantsAndSelf()).Where(static o => !o.IsImplicit && o is IInvocationOperation
            or IObjectCreationOperation or IPropertyReferenceOperation { Parent: IAssignmentOperation or IExpressionStatementOperation }),
    ];

    private static string NameOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.TargetMethod.Name,
        IObjectCreationOperation creation => "new " + creation.Type?.Name,
        IPropertyReferenceOperation property => property.Property.Name,
        _ => call.Syntax.ToString(),
    };
}
