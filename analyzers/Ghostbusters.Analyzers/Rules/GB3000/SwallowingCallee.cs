using System.Collections.Concurrent;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Methods of the compilation that keep the failure of their work to themselves: the catch logs it, and the caller gets no value that could tell.</summary>
internal sealed class SwallowingCallee(Compilation compilation)
{
    private const int Farthest = 3;

    private readonly SourceBodies _bodies = new(compilation);
    private readonly ConcurrentDictionary<IMethodSymbol, CatchSite?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The catch in which the method, or the one method that it hands on to, drops the failure; null where there is none.</summary>
    public CatchSite? Of(IMethodSymbol method, CancellationToken cancellation) =>
        MayKeep(method) ? _known.GetOrAdd(method.OriginalDefinition, m => Read(m, Farthest, cancellation)) : null;

    // A name that says so is told to the caller, and an `async void` is another rule's.
    private static bool MayKeep(IMethodSymbol method) =>
        QueueHandler.EndsInNothing(method) && !(method.IsAsync && method.ReturnsVoid) && !method.IsAbstract && !method.IsVirtual && !method.IsOverride
        && method.MethodKind == MethodKind.Ordinary && !method.Name.StartsWith("Try", StringComparison.Ordinal) && !MeantDrop.IsName(method.Name)
        && !method.Parameters.Any(static p => p.RefKind is RefKind.Ref or RefKind.Out);

    private CatchSite? Read(IMethodSymbol method, int steps, CancellationToken cancellation)
    {
        if (method.DeclaringSyntaxReferences.Length != 1 || method.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is not MethodDeclarationSyntax declaration
            || _bodies.ModelOf(declaration.SyntaxTree) is not { } model || model.GetOperation(declaration, cancellation) is not IMethodBodyOperation body)
        {
            return null;
        }

        if (declaration.DescendantNodes().Any(static n => n is CatchClauseSyntax))
            return CatchSite.In(body, method, cancellation).FirstOrDefault(s => SymbolEqualityComparer.Default.Equals(s.Method, method) && IsAll(s));
        return steps > 1 && OnlyCall(body) is { } next && MayKeep(next) ? Read(next.OriginalDefinition, steps - 1, cancellation) : null;
    }

    // The failure is that of all the method does, and every way from the catch ends it as if it were done.
    private static bool IsAll(CatchSite site) =>
        DroppedItem.IsSwallowed(site, mayReturn: true) && !site.Path.Retries && !site.Path.Outcomes.IsEmpty && ItemLoop.Around(site.Clause) is null
        && !CatchBody.HasWorkOutside(site.Statement, site.Body.Syntax);

    // `Process(order) => ProcessCore(order, _options)`.
    private static IMethodSymbol? OnlyCall(IMethodBodyOperation body)
    {
        var calls = body.Descendants().OfType<IInvocationOperation>().Where(static c => c.TargetMethod.Name != "ConfigureAwait").Take(2).ToList();
        return calls.Count == 1 ? calls[0].TargetMethod : null;
    }
}
