using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>GB4002: shipped code answers with mock, fake or sample data.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MockInProduction : DiagnosticAnalyzer
{
    private static readonly HashSet<string> MockLibraries = new(StringComparer.Ordinal) { "Moq", "NSubstitute", "FakeItEasy", "Bogus", "AutoFixture" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB4002_MockInProduction];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            // A library of mocks or of fake data ships what it is for.
            if (HonestPlace.IsNamed(start.Compilation.AssemblyName ?? ""))
                return;
            var shipped = ShippedCode.Of(start.Compilation);
            var implementers = new Implementers(start.Compilation);
            var bodies = new SourceBodies(start.Compilation);
            start.RegisterCodeBlockAction(block =>
            {
                var code = MemberCode.Of(block);
                foreach (var literal in code.Literals)
                    AnalyzeLiteral(block, literal, shipped, IsSimulated);
                foreach (var name in code.Names)
                    AnalyzeName(block, name, shipped, IsSimulated);
            });

            // GB2004 says of the whole member what could be said here of its answer.
            bool IsSimulated(SyntaxNode? function, CodeBlockAnalysisContext context) =>
                function is MethodDeclarationSyntax method && SimulatedWork.Judge(method, context.SemanticModel, implementers, bodies, context.CancellationToken) is not null;
        });
    }

    private static void AnalyzeLiteral(CodeBlockAnalysisContext context, LiteralExpressionSyntax literal, ShippedCode shipped, Func<SyntaxNode?, CodeBlockAnalysisContext, bool> isSimulated)
    {
        if (!SampleLiteral.Is(literal.Token.ValueText) || FunctionOf(literal) is not { } function || AnswerClaim.Of(function) is not { } claim
            || IsAnswerOfEarlier(literal, function) || NamesHint(literal, context) || !MayReport(literal, shipped) || isSimulated(function, context))
        {
            return;
        }

        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB4002_MockInProduction, literal.GetLocation(), new Claim(claim.Words, claim.Place),
            Evidence.At("its answer is literal sample data", literal.GetLocation()),
            $"{claim.Subject} says that it is there to {claim.Words}", $"its answer is sample data from the source ('{Short(literal.Token.ValueText)}')",
            "Give the real answer, or fail; keep sample data in tests and seeds"));
    }

    private static void AnalyzeName(CodeBlockAnalysisContext context, SimpleNameSyntax name, ShippedCode shipped, Func<SyntaxNode?, CodeBlockAnalysisContext, bool> isSimulated)
    {
        var strength = ArtificialName.Of(name.Identifier.ValueText);
        if (strength == Artificiality.None || name.Parent is NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or UsingDirectiveSyntax)
            return;
        if (FakeRegistration.CallWith(name) is { } registration)
            AnalyzeRegistration(context, name, registration, strength, shipped);
        else
            AnalyzeUse(context, name, strength, shipped, isSimulated);
    }

    private static void AnalyzeRegistration(CodeBlockAnalysisContext context, SimpleNameSyntax name, InvocationExpressionSyntax call, Artificiality strength, ShippedCode shipped)
    {
        if (strength != Artificiality.Strong || HonestPlace.IsConditional(call) || !MayReport(call, shipped)
            || context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is not INamedTypeSymbol fake
            || FakeRegistration.ContractOf(call, fake, context.SemanticModel, context.CancellationToken) is not { } contract)
        {
            return;
        }

        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB4002_MockInProduction, name.GetLocation(), new Claim(contract.Name, call.GetLocation()),
            Evidence.At($"{fake.Name} is registered without a condition", name.GetLocation()),
            $"This registration ships '{contract.Name}' to every user", $"what they get is '{fake.Name}'",
            "Register the real one, and this one only in tests or where the environment asks for it"));
    }

    private static void AnalyzeUse(CodeBlockAnalysisContext context, SimpleNameSyntax name, Artificiality strength, ShippedCode shipped, Func<SyntaxNode?, CodeBlockAnalysisContext, bool> isSimulated)
    {
        if (SourceAt(name, context) is not { } source || !MayReport(source, shipped)
            || context.SemanticModel.GetSymbolInfo(source is InvocationExpressionSyntax call ? call : source, context.CancellationToken).Symbol is not { } symbol)
        {
            return;
        }

        var isLibrary = IsOfMockLibrary(symbol);
        if (!isLibrary && !CannedSource.IsDeclaredBy(symbol, strength, context.CancellationToken))
            return;
        var function = FunctionOf(source);
        var claim = function is not null ? AnswerClaim.Of(function) : null;
        if (claim is null && (symbol is ILocalSymbol || (!isLibrary && (strength != Artificiality.Strong || !IsDataFor(source, symbol)))))
            return;
        if (isSimulated(function, context))
            return;
        var shown = symbol is ILocalSymbol || symbol.ContainingType is not { } owner || symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } ? symbol.Name
            : symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? owner.Name : $"{owner.Name}.{symbol.Name}";
        var reality = isLibrary ? $"'{shown}' is a library's mock" : $"'{shown}' makes its data up in the source";
        var place = source.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault();
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB4002_MockInProduction, name.GetLocation(), claim is null ? null : new Claim(claim.Words, claim.Place),
            Evidence.At(reality, [name.GetLocation(), .. isLibrary ? [] : symbol.Locations.Where(static l => l.IsInSource)]),
            claim is null ? $"{Describe(place)} ships and works with this as if it were real" : $"{claim.Subject} says that it is there to {claim.Words}",
            reality,
            "Take the data from where it really is, or fail; keep made-up data in tests and seeds"));
    }

    // The expression that the name gives a value to: a call, a member, a creation, a local.
    private static ExpressionSyntax? SourceAt(SimpleNameSyntax name, CodeBlockAnalysisContext context)
    {
        ExpressionSyntax source = name;
        if (name.Parent is MemberAccessExpressionSyntax access)
        {
            // `MockData.Orders` speaks for what it holds, unless that has such a name of its own; `_mockOrders.Count` is about the field.
            var isOwner = access.Expression == name && context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is INamespaceOrTypeSymbol;
            if (isOwner && ArtificialName.Of(access.Name.Identifier.ValueText) != Artificiality.None)
                return null;
            source = isOwner || access.Name == name ? access : name;
        }
        else if (name.Parent is ObjectCreationExpressionSyntax creation)
        {
            return creation;
        }

        if (source.Parent is InvocationExpressionSyntax call && call.Expression == source)
            source = call;
        return source.Parent is TypeArgumentListSyntax or VariableDeclarationSyntax or ParameterSyntax or MethodDeclarationSyntax or BaseTypeSyntax or TypeOfExpressionSyntax
            || (source.Parent is AssignmentExpressionSyntax assignment && assignment.Left == source) || source.Ancestors().Any(static a => a is AttributeSyntax or CrefSyntax || (a is InvocationExpressionSyntax around && AnswerPath.NameOf(around) == "nameof"))
            ? null : source;
    }

    // Data for the code that goes on: rows, objects, an answer's text. A constant, a flag or a sentinel node is none.
    private static bool IsDataFor(ExpressionSyntax source, ISymbol symbol)
    {
        var type = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method => method.ReturnType,
            IPropertySymbol property when !IsOfPlainValues(property.Type) => property.Type,
            IFieldSymbol { IsConst: false } field when !IsOfPlainValues(field.Type) => field.Type,
            _ => null,
        };
        if (type is null or { SpecialType: not SpecialType.None } || source.Parent is ExpressionStatementSyntax)
            return false;
        return source.Parent is EqualsValueClauseSyntax or ArgumentSyntax or AwaitExpressionSyntax or MemberAccessExpressionSyntax or ForEachStatementSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }
            or ReturnStatementSyntax or ArrowExpressionClauseSyntax || source.Parent is AssignmentExpressionSyntax assignment && assignment.Right == source;
    }

    // A list of words is what names are looked up in.
    private static bool IsOfPlainValues(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.SpecialType != SpecialType.None,
        INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } => arguments.All(static a => a.SpecialType != SpecialType.None),
        _ => false,
    };

    private static SyntaxNode? FunctionOf(ExpressionSyntax source) => AnswerPath.FunctionAnsweredBy(source) switch
    {
        // A lambda within a query or a callback: the claim is its own, or nobody's.
        AccessorDeclarationSyntax or PropertyDeclarationSyntax => null,
        var function => function,
    };

    private static bool MayReport(SyntaxNode place, ShippedCode shipped) =>
        !ShippedCode.LiesBeside(place.SyntaxTree.FilePath) && !HonestPlace.Contains(place) && !HonestPlace.IsChosen(place) && shipped.Contains(place.SyntaxTree);

    // One finding an answer: the first literal of it.
    private static bool IsAnswerOfEarlier(LiteralExpressionSyntax literal, SyntaxNode function) =>
        function.DescendantNodes().OfType<LiteralExpressionSyntax>().TakeWhile(l => l.SpanStart < literal.SpanStart)
            .Any(l => l.IsKind(SyntaxKind.StringLiteralExpression) && SampleLiteral.Is(l.Token.ValueText) && AnswerPath.FunctionAnsweredBy(l) == function);

    // `new Field("John Doe")` where the parameter is called placeholder.
    private static bool NamesHint(LiteralExpressionSyntax literal, CodeBlockAnalysisContext context) =>
        literal.Parent is ArgumentSyntax argument
        && context.SemanticModel.GetOperation(argument, context.CancellationToken) is Microsoft.CodeAnalysis.Operations.IArgumentOperation { Parameter.Name: { } parameter } && HonestPlace.IsNamed(parameter);

    private static bool IsOfMockLibrary(ISymbol symbol)
    {
        var space = symbol.ContainingType?.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            space = outer;
        return space is not null && MockLibraries.Contains(space.Name);
    }

    private static string Describe(MemberDeclarationSyntax? member) => member switch
    {
        MethodDeclarationSyntax method => $"'{method.Identifier.ValueText}'",
        PropertyDeclarationSyntax property => $"'{property.Identifier.ValueText}'",
        ConstructorDeclarationSyntax constructor => $"The constructor of '{constructor.Identifier.ValueText}'",
        FieldDeclarationSyntax field => $"'{field.Declaration.Variables[0].Identifier.ValueText}'",
        _ => "This code",
    };

    private static string Short(string text) => text.Length <= 40 ? text : text.Substring(0, 39) + "…";
}
