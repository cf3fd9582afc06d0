using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Parameters that are handed on, and lost there: the claim stands in one method, the evidence in another.</summary>
internal static class ParameterPassing
{
    /// <summary>Where it is lost, in words; null where somebody may heed it, or where the receiver's own parameter is the finding.</summary>
    public static string? Fate(FlowGraph graph, IParameterSymbol parameter, Compilation compilation, CancellationToken cancellation)
    {
        string? lostIn = null;
        foreach (var mention in graph.Source.OriginalOperation.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Where(r => SymbolEqualityComparer.Default.Equals(r.Parameter, parameter)))
        {
            var argument = mention.Parent as IArgumentOperation ?? (mention.Parent as IConversionOperation)?.Parent as IArgumentOperation;
            if (argument is not { Parent: IInvocationOperation call, Parameter: { } received } || !IsLost(call.TargetMethod, received, compilation, cancellation))
                return null;
            lostIn = call.TargetMethod.Name;
        }

        return lostIn is null ? null : $"its body only hands it to '{lostIn}', which never reads it";
    }

    // Only where the called body is the one that runs.
    private static bool IsLost(IMethodSymbol method, IParameterSymbol received, Compilation compilation, CancellationToken cancellation)
    {
        if (method.IsVirtual || method.IsAbstract || method.IsOverride || method.IsExtern || method.MethodKind != MethodKind.Ordinary || ParameterPromise.Of(received.OriginalDefinition) is not null
            || method.OriginalDefinition.DeclaringSyntaxReferences is not { Length: 1 } declared || declared[0].GetSyntax(cancellation) is not MethodDeclarationSyntax declaration
            || DictatedSignature.ByDeclaration(declaration))
        {
            return false;
        }

        // The declaration lies in the same type, mostly in the same file: its model is at hand.
#pragma warning disable RS1030 // A second model is asked for only where a parameter is handed on and lost.
        var graph = FlowGraph.Of(declaration, compilation.GetSemanticModel(declaration.SyntaxTree), cancellation);
#pragma warning restore RS1030
        return graph is not null && ParameterFate.Ends(graph)
            && !graph.Source.OriginalOperation.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Any(r => SymbolEqualityComparer.Default.Equals(r.Parameter, received.OriginalDefinition));
    }
}
