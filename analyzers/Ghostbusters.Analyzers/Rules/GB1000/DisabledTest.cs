using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>GB1008: a test that does not run, and nothing says what it waits for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisabledTest : DiagnosticAnalyzer
{
    private const string NoReason = "nothing says why";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB1008_DisabledTest];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestFrameworks.In(start.Compilation) is null)
                return;
            var loose = new LooseTests(start.Compilation);
            start.RegisterSemanticModelAction(model => Analyze(model, loose));
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, LooseTests loose)
    {
        var root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
        var types = root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>().ToList();
        var hidden = Hidden(context, root, types);
        foreach (var type in types)
        {
            foreach (var mark in MarksOf(type))
                Judge(context, type, type.Identifier.ValueText, mark);
            foreach (var method in type.Members.OfType<MethodDeclarationSyntax>())
            {
                foreach (var mark in MarksOf(method))
                    Judge(context, method, method.Identifier.ValueText, mark);
            }

            foreach (var method in loose.In(type, context.SemanticModel, context.CancellationToken).Where(m => !hidden.Contains(m.Identifier.ValueText)))
                Report(context, method.Identifier.ValueText, method.Identifier.GetLocation(), "it has no test attribute, as the tests beside it have", NoReason);
        }
    }

    // The names of those found. A live test of the same name took a hidden one's place.
    private static HashSet<string> Hidden(SemanticModelAnalysisContext context, SyntaxNode root, List<TypeDeclarationSyntax> types)
    {
        Lazy<HashSet<string>> alive = new(() => new(
            types.SelectMany(static t => t.Members.OfType<MethodDeclarationSyntax>()).Where(LooseTests.HasTestAttribute).Select(static m => m.Identifier.ValueText), StringComparer.Ordinal));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hidden in HiddenTests.In(root, context.CancellationToken))
        {
            names.Add(hidden.Name);
            if (!hidden.IsExplained && !SkipMark.IsByHand(hidden.Name) && !alive.Value.Contains(hidden.Name))
                Report(context, hidden.Name, Location.Create(root.SyntaxTree, hidden.Span), hidden.Words, NoReason);
        }

        return names;
    }

    private static IEnumerable<SkipMark> MarksOf(MemberDeclarationSyntax member)
    {
        foreach (var list in member.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (SkipMark.Of(attribute) is { } mark)
                    yield return mark;
            }
        }

        if (member is MethodDeclarationSyntax method && LooseTests.HasTestAttribute(method) && SkipMark.Of(method) is { } call)
            yield return call;
    }

    private static void Judge(SemanticModelAnalysisContext context, MemberDeclarationSyntax member, string name, SkipMark mark)
    {
        if (!IsOfFramework(context, mark.Place) || SkipMark.IsByHand(member))
            return;
        var reality = NoReason;
        if (mark.Reason is { } reason)
        {
            // A reason that is put together elsewhere is a reason.
            if (context.SemanticModel.GetConstantValue(reason, context.CancellationToken) is not { HasValue: true, Value: string words } || SkipReason.SaysWhy(words))
                return;
            if (words.Any(char.IsLetter))
                reality = $"'{words}' says that it is off, not why";
        }

        if (CommentsAround(member).Any(SkipReason.IsGivenIn) || SkipReason.CommentsIn(TrailingOf(mark.Place)).Any(SkipReason.SaysWhy))
            return;
        Report(context, name, mark.Place.GetLocation(), mark.Words, reality);
    }

    private static IEnumerable<string> CommentsAround(MemberDeclarationSyntax member)
    {
        var first = member.GetFirstToken();
        var inLists = member.AttributeLists.SelectMany(static list => list.DescendantTrivia());
        var start = member is MethodDeclarationSyntax { Body.Statements: { Count: > 0 } statements } ? statements[0].GetLeadingTrivia() : default;
        return SkipReason.CommentsIn(first.LeadingTrivia.Concat(inLists).Concat(start));
    }

    private static IEnumerable<SyntaxTrivia> TrailingOf(SyntaxNode place) =>
        (place.FirstAncestorOrSelf<AttributeListSyntax>() ?? (SyntaxNode?)place.FirstAncestorOrSelf<StatementSyntax>() ?? place).GetTrailingTrivia();

    // Another library's [Ignore] is no test framework's. What does not bind is told by its name.
    private static bool IsOfFramework(SemanticModelAnalysisContext context, SyntaxNode place)
    {
        for (var type = context.SemanticModel.GetSymbolInfo(place, context.CancellationToken).Symbol?.ContainingType; type is not null; type = type.BaseType)
        {
            var space = type.ContainingNamespace?.ToDisplayString() ?? "";
            if (new[] { "Xunit", "NUnit", "Microsoft.VisualStudio.TestTools" }.Any(root => space.StartsWith(root, StringComparison.Ordinal)))
                return true;
            if (type.SpecialType == SpecialType.System_Object)
                return false;
        }

        return true;
    }

    private static void Report(SemanticModelAnalysisContext context, string name, Location place, string hides, string reality) =>
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB1008_DisabledTest, place, new Claim(name, place), Evidence.At($"{hides}, and {reality}", place), name, hides, reality));
}
