using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>What comes in by the parameters of a body that is called from outside.</summary>
internal static class EntryParameters
{
    /// <summary>Whether somebody outside chooses an argument: then the body is run by itself, though others call it too.</summary>
    public static bool AreSources(AnalysedCode code, SyntaxNode body, TaintModels models, CancellationToken cancellation) =>
        code.SymbolOf(body, cancellation) is { } method && method.Parameters.Any(p => (models.SourceOfParameter(p) & ~SourceKinds.Parameter) != SourceKinds.None);

    // A caller's text is told of only where it is worse than a name in a log.
    private const SinkKinds OfCallers = SinkKinds.All & ~(SinkKinds.Log | SinkKinds.Trust | SinkKinds.Resource | SinkKinds.Exposure);

    /// <summary>Which data arguments may bring, as far as it matters for these sinks.</summary>
    public static SourceKinds SourcesOf(AnalysedCode code, SyntaxNode body, TaintModels models, bool isPublicApi, SinkKinds sinks, CancellationToken cancellation) =>
        code.SymbolOf(body, cancellation) is not { } method ? SourceKinds.None : method.Parameters.Aggregate(
            SourceKinds.None, (all, p) => all | models.SourceOfParameter(p) | (isPublicApi && (sinks & OfCallers) != 0 && IsText(p.Type) && IsPublic(method) ? SourceKinds.Parameter : SourceKinds.None));

    /// <summary>The value of a parameter.</summary>
    public static Value ValueOf(Evaluator evaluator, IParameterSymbol parameter, IMethodSymbol method, IOperation operation, bool isPublicApi)
    {
        var kind = evaluator.Interpreter.Models.SourceOfParameter(parameter);
        if (kind == SourceKinds.None && isPublicApi && IsPublic(method) && IsText(parameter.Type))
            kind = SourceKinds.Parameter;
        var labels = LabelSet.None;
        if (kind != SourceKinds.None && parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(evaluator.Interpreter.Cancellation) is { } declared)
        {
            labels = LabelSet.Of(new Label(
                evaluator.Interpreter.SourceAt(declared, kind, parameter.Name), evaluator.Interpreter.NumberOf(declared), Annotations.SafeBy(parameter, method),
                new TaintStep(declared, null)));
        }

        return Evaluator.Typed(evaluator.Foreign((operation.Syntax, "parameter", parameter.Ordinal), parameter.Type, labels), parameter.Type);
    }

    // Whoever calls a public method from another assembly may hand on what a user wrote.
    private static bool IsPublic(IMethodSymbol method)
    {
        // A function of a program without classes stands where a method would.
        if (method.MethodKind == MethodKind.LocalFunction)
            return true;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.Constructor) || method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            return false;
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is Accessibility.Private)
                return false;
        }

        return true;
    }

    private static bool IsText(ITypeSymbol type) => type.SpecialType is SpecialType.System_String
        || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String or SpecialType.System_Byte }
        || type.Name is "Uri" or "Stream" or "TextReader" or "XmlReader" or "XmlDocument"
        || (type is INamedTypeSymbol { TypeArguments.Length: 1 } list && list.TypeArguments[0].SpecialType == SpecialType.System_String && TypeKinds.ObjectKindOf(type) == ObjectKind.Sequence);
}
