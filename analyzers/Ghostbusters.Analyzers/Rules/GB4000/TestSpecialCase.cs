using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>GB4003: a shipped branch compares an input with a literal that also occurs in the tests, and answers it by a constant.</summary>
/// <remarks>
/// Where shipped code and tests are one compilation, the branch is reported. Where the tests' compilation sees the shipped one as
/// source (in the engine and in an IDE), the test's literal is: a compilation may report in its own files only.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TestSpecialCase : DiagnosticAnalyzer
{
    private static readonly HashSet<string> TestAttributes = new(StringComparer.Ordinal)
    {
        "Fact", "Theory", "Test", "TestCase", "TestCaseSource", "TestMethod", "DataTestMethod",
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB4003_TestSpecialCase];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var compilation = context.Compilation;
        if (!ShippedCode.Of(compilation).IsTestProject)
            return;
        var cases = CasesBeside(compilation, context.CancellationToken);
        if (cases.Count == 0)
            return;
        var open = cases.ToLookup(static c => c.Method, StringComparer.Ordinal);
        var done = new HashSet<SpecialCase>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var test in TestsIn(tree.GetRoot(context.CancellationToken)))
                Match(context, test, open, done);
        }
    }

    private static List<SpecialCase> CasesBeside(Compilation compilation, CancellationToken cancellation)
    {
        var cases = compilation.References.OfType<CompilationReference>().Select(static r => r.Compilation)
            .Where(static c => c.Language == LanguageNames.CSharp && !HonestPlace.IsNamed(c.AssemblyName ?? "") && !ShippedCode.Of(c).IsTestProject)
            .SelectMany(c => SpecialCase.In(c, cancellation)).ToList();

        // Tests in a folder of their own beside what ships; a project of tests only has doubles, and they may know their tests.
        if (!HonestPlace.IsNamed(compilation.AssemblyName ?? "") && compilation.SyntaxTrees.All(t => ShippedCode.LiesBeside(t.FilePath) || !TestsIn(t.GetRoot(cancellation)).Any()))
            cases.AddRange(SpecialCase.In(compilation, cancellation));
        return cases;
    }

    private static IEnumerable<MethodDeclarationSyntax> TestsIn(SyntaxNode root) =>
        root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MethodDeclarationSyntax>()
            .Where(static m => m.AttributeLists.SelectMany(static l => l.Attributes).Any(static a => TestAttributes.Contains(a.Name.ToString().Split('.').Last())));

    private static void Match(CompilationAnalysisContext context, MethodDeclarationSyntax test, ILookup<string, SpecialCase> open, HashSet<SpecialCase> done)
    {
        Dictionary<string, ExpressionSyntax>? values = null;
        foreach (var called in test.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(AnswerPath.NameOf).Distinct(StringComparer.Ordinal))
        {
            foreach (var special in open[called])
            {
                values ??= ValuesOf(test);
                if (special.Inputs.All(values.ContainsKey) && IsExpected(special, values) && done.Add(special))
                    Report(context, special, test, values[special.Inputs[0]]);
            }
        }
    }

    // A flag is asserted by which assertion is called; every other answer is in the test.
    private static bool IsExpected(SpecialCase special, Dictionary<string, ExpressionSyntax> values) =>
        (special.Answers.Count == 1 && special.Answers[0] is ("true" or "false")) || special.Answers.Any(a => (!TestInput.IsTrivial(a) || special.Answers.Count == 1) && values.ContainsKey(a));

    private static Dictionary<string, ExpressionSyntax> ValuesOf(MethodDeclarationSyntax test)
    {
        var values = new Dictionary<string, ExpressionSyntax>(StringComparer.Ordinal);
        foreach (var node in test.DescendantNodes().OfType<ExpressionSyntax>())
        {
            var value = node is MemberAccessExpressionSyntax member ? "." + member.Name.Identifier.ValueText : TestInput.ValueOf(node);
            if (value is not null && !values.ContainsKey(value))
                values.Add(value, node);
        }

        return values;
    }

    private static void Report(CompilationAnalysisContext context, SpecialCase special, MethodDeclarationSyntax test, ExpressionSyntax used)
    {
        var tree = special.Place.SyntaxTree;
        var isHere = context.Compilation.ContainsSyntaxTree(tree);
        var line = special.Place.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        var branch = isHere ? "this branch" : $"line {line} of {tree.FilePath.Split('/', '\\').Last()}";
        var shown = GB8200.SecretName.KindOf(special.Input) == GB8200.SecretKind.None && special.Place.ToString() is { Length: <= 60 } text ? text : $"one '{special.Input}'";
        var place = (isHere ? special.Place : used).GetLocation();
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB4003_TestSpecialCase, place, new Claim(special.Method, null),
            Evidence.At($"{branch} answers {shown} by a constant", isHere ? [place, used.GetLocation()] : [place]),
            special.Method, branch, shown, test.Identifier.ValueText));
    }
}
