using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>GB1010: a column of test data that nothing reads, or a row that repeats another.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedTheoryData : DiagnosticAnalyzer
{
    // Running the same row again is what these tests are about.
    private static readonly Regex Repeats = new(
        "Repeat|Twice|Again|Idempoten|Concurren|Parallel|Race|Stress|Cach|Random|Thread|Fuzz|Flak|Determin|Multiple|Stable|Consisten|Perf|Bench|Duplicate|Warm",
        RegexOptions.CultureInvariant, OwnPattern.Patience);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB1010_UnusedTheoryData];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestFrameworks.In(start.Compilation) is { } frameworks)
                start.RegisterOperationBlockAction(block => Analyze(block, frameworks));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, TestFrameworks frameworks)
    {
        if (context.OwningSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: false } test && frameworks.IsTest(test))
        {
            if (!test.IsOverride && !frameworks.IsNotRun(test))
                OfTest(context, test);
            return;
        }

        var (member, type) = MemberOf(context.OwningSymbol);
        if (member is null || Repeats.IsMatch(member.Name))
            return;
        foreach (var rows in TheoryRows.In(member, type, context.OperationBlocks))
            OfRows(context, member.MetadataName == ".ctor" ? member.ContainingType.Name : member.Name, rows);
    }

    private static void OfTest(OperationBlockAnalysisContext context, IMethodSymbol test)
    {
        if (test.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not MethodDeclarationSyntax declaration || !TheoryRows.AreOfFramework(test))
            return;
        foreach (var parameter in TheoryColumns.UnreadIn(test, context.OperationBlocks, declaration))
            OfColumn(context, test, parameter);
        if (Repeats.IsMatch(test.Name))
            return;
        OfRows(context, test.Name, TheoryRows.InAttributes(test, context.CancellationToken));
        foreach (var column in test.Parameters.SelectMany(static p => p.GetAttributes()).Where(static a => a.AttributeClass?.Name == "ValuesAttribute"))
            OfValues(context, test.Name, column);
    }

    private static void OfColumn(OperationBlockAnalysisContext context, IMethodSymbol test, IParameterSymbol parameter)
    {
        var place = TheoryColumns.PlaceOf(parameter, context.CancellationToken);
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB1010_UnusedTheoryData, place, new Claim(parameter.Name, place),
            Evidence.At($"nothing in the test reads '{parameter.Name}'", place),
            test.Name, $"to vary '{parameter.Name}'", "nothing in the test reads it", "Assert on it, or take it out of the test and its rows"));
    }

    private static void OfRows(OperationBlockAnalysisContext context, string owner, List<TheoryRow> rows)
    {
        var first = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal);
        var repeated = new List<(SyntaxNode Row, SyntaxNode First)>();
        foreach (var row in rows)
        {
            if (row.Key is null)
                continue;
            if (first.TryGetValue(row.Key, out var earlier))
                repeated.Add((row.Place, earlier));
            else
                first.Add(row.Key, row.Place);
        }

        // One row, three times or more, is meant: the test is to run so often.
        if (rows.Count > 2 && repeated.Count == rows.Count - 1)
            return;
        foreach (var (row, earlier) in repeated)
            OfRow(context, owner, row, earlier);
    }

    private static void OfRow(OperationBlockAnalysisContext context, string owner, SyntaxNode row, SyntaxNode first)
    {
        var line = first.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        var text = string.Join(" ", row.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text = text.Length > 60 ? text.Substring(0, 57) + "..." : text;
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB1010_UnusedTheoryData, row.GetLocation(), new Claim(text, row.GetLocation()),
            Evidence.At($"the row repeats line {line}", first.GetLocation()),
            owner, "to be different cases", $"'{text}' says the same as line {line}", "Remove it, or write the case that was meant"));
    }

    private static void OfValues(OperationBlockAnalysisContext context, string owner, AttributeData column)
    {
        if (column.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax { ArgumentList.Arguments: var arguments })
            return;
        var values = column.ConstructorArguments.SelectMany(static a => a is { Kind: TypedConstantKind.Array, IsNull: false } ? a.Values : [a]).ToList();
        if (values.Count == arguments.Count)
            OfRows(context, owner, [.. values.Zip(arguments, static (value, syntax) => new TheoryRow(RowKeys.Of(value), syntax))]);
    }

    private static (ISymbol? Member, ITypeSymbol? Type) MemberOf(ISymbol owner) => owner switch
    {
        IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property } => (property, property.Type),
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.BaseType.Name: "TheoryData" } constructor => (constructor, null),
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => (method, method.ReturnType),
        IPropertySymbol property => (property, property.Type),
        IFieldSymbol field => (field, field.Type),
        _ => (null, null),
    };
}
