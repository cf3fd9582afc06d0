using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>What happens too early where a task is returned, not awaited, out of a try or using.</summary>
/// <param name="Reality">For the message: <c>the catch on line 12 cannot see its failure</c>.</param>
/// <param name="Place">The catch, the resource or the finally.</param>
internal sealed record EarlyReturn(string Reality, Location Place)
{
    // What a method throws of its caller's mistakes, mostly before its first await.
    private static readonly HashSet<string> ThrownByTheCall =
    [
        "ArgumentException", "ArgumentNullException", "ArgumentOutOfRangeException", "ObjectDisposedException",
        "InvalidOperationException", "NotSupportedException", "NotImplementedException", "InvalidCastException", "NullReferenceException",
    ];

    private static readonly HashSet<string> Endings = ["Dispose", "DisposeAsync", "Close", "Return", "Release", "Stop"];

    /// <summary>What ends too early around this return; null where nothing does.</summary>
    public static EarlyReturn? Of(IReturnOperation returned, IInvocationOperation call)
    {
        var used = Used(call).ToList();
        for (IOperation child = returned; child.Parent is { } parent and not IAnonymousFunctionOperation and not ILocalFunctionOperation; child = parent)
        {
            var early = parent switch
            {
                ITryOperation statement when ReferenceEquals(child, statement.Body) => FromCatch(statement) ?? FromFinally(statement, used),
                IUsingOperation statement when ReferenceEquals(child, statement.Body) => FromLocals(statement.Locals, used),
                IBlockOperation block => FromLocals(Declared(block, child), used),
                _ => null,
            };
            if (early is not null)
                return early;
        }

        return null;
    }

    private static EarlyReturn? FromCatch(ITryOperation statement)
    {
        var clause = statement.Catches.FirstOrDefault(static c => !ThrownByTheCall.Contains(c.ExceptionType.Name) && !MakesFaultedTask(c));
        if (clause?.Syntax is not CatchClauseSyntax syntax || statement.Catches.Any(MakesFaultedTask) || ChoosesByCompletion(statement))
            return null;
        var line = syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        return new EarlyReturn($"the try is left before it ends, so that the catch on line {line} cannot see its failure", syntax.CatchKeyword.GetLocation());
    }

    // `catch (Exception e) { return Task.FromException(e); }` is there for what the call itself throws.
    private static bool MakesFaultedTask(ICatchClauseOperation clause) => clause.Handler.DescendantsAndSelf().Any(static o =>
        o is IInvocationOperation { TargetMethod.Name: "FromException" or "FromCanceled" or "SetException" or "TrySetException" });

    // The fast path of hand-tuned code: what has not completed goes to an async twin with a try of its own.
    private static bool ChoosesByCompletion(ITryOperation statement) =>
        statement.Body.DescendantsAndSelf().Any(static o => o is IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" });

    private static EarlyReturn? FromFinally(ITryOperation statement, List<ISymbol> used)
    {
        var ending = statement.Finally?.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(call =>
            Endings.Contains(call.TargetMethod.Name) && !IsSwitchedOff(call, statement) && (IsOfWaiting(call.TargetMethod) || Used(call).Any(s => used.Contains(s, SymbolEqualityComparer.Default))));
        return ending is null ? null
            : new EarlyReturn($"'{ending.TargetMethod.Name}' in the finally runs before it ends", ending.Syntax.GetLocation());
    }

    // `mine = false; return RestAsync(reader);` with `if (mine) reader.Dispose();`: whoever goes on with it also ends it.
    private static bool IsSwitchedOff(IInvocationOperation ending, ITryOperation statement)
    {
        for (IOperation? o = ending.Parent; o is not null && !ReferenceEquals(o, statement); o = o.Parent)
        {
            if (o is IConditionalOperation { Condition: ILocalReferenceOperation { Local: var flag } }
                && statement.Body.Descendants().OfType<ISimpleAssignmentOperation>().Any(a => a.Target is ILocalReferenceOperation target
                    && SymbolEqualityComparer.Default.Equals(target.Local, flag) && a.Value.ConstantValue is { HasValue: true, Value: false }))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfWaiting(IMethodSymbol method) => method.ContainingType?.Name is "SemaphoreSlim" or "Stopwatch" && method.Name is "Release" or "Stop";

    private static EarlyReturn? FromLocals(IEnumerable<ILocalSymbol> resources, List<ISymbol> used)
    {
        var resource = resources.FirstOrDefault(r => used.Contains(r, SymbolEqualityComparer.Default));
        return resource is null ? null
            : new EarlyReturn($"'{resource.Name}' is disposed before it ends", resource.Locations[0]);
    }

    private static IEnumerable<ILocalSymbol> Declared(IBlockOperation block, IOperation before) =>
        block.Operations.TakeWhile(o => !ReferenceEquals(o, before)).OfType<IUsingDeclarationOperation>()
            .SelectMany(static u => u.DeclarationGroup.Declarations).SelectMany(static d => d.Declarators).Select(static d => d.Symbol);

    // The variables that the call itself goes on to use; what only helped to compute an argument is done with.
    private static IEnumerable<ISymbol> Used(IInvocationOperation call) =>
        call.Arguments.Select(static a => a.Value).Append(call.Instance).Select(Root).OfType<ISymbol>();

    private static ISymbol? Root(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => Root(conversion.Operand),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IPropertyReferenceOperation { Type.Name: "CancellationToken" } token => Root(token.Instance),
        _ => null,
    };
}
