using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>What a check is there for, and that every way to the check has already done.</summary>
internal static class EarlyUse
{
    private static readonly HashSet<string> Changes = new(StringComparer.Ordinal)
        { "Delete", "Remove", "Update", "Save", "Insert", "Transfer", "Withdraw", "Pay", "Refund", "Execute", "Drop", "Erase", "Purge", "Publish", "Approve", "Grant", "Revoke", "Rename", "Move", "Archive", "Cancel", "Ban", "Promote" };

    // What is kept of every attempt, whoever made it.
    private static readonly string[] Records = ["Log", "Audit", "Attempt", "Cache", "Metric", "Throttle", "Limit", "Session", "Header", "Cookie", "Counter", "Trace", "Telemetry", "Timer", "Visit", "History", "Token", "Temp", "ViewData", "ModelState", "Builder", "Dictionary", "List", "HashSet"];

    private static readonly HashSet<string> Files = new(StringComparer.Ordinal) { "File", "FileStream", "Directory", "StreamReader", "StreamWriter", "FileInfo", "DirectoryInfo", "Process", "Assembly", "ZipFile" };

    /// <summary>The operation; null where a way comes to the check without it, or another check stands before it.</summary>
    public static IOperation? Of(LateGuard guard, FlowGraph graph, DominatorTree dominators)
    {
        if (guard.Subject is { } subject && IsRewritten(graph, subject))
            return null;
        for (var block = 0; block <= guard.Block; block++)
        {
            if (!dominators.Dominates(block, guard.Block))
                continue;
            foreach (var root in graph.Roots(block))
            {
                // The rest of the block comes after; what stands in the check itself is part of it.
                if (block == guard.Block && root == guard.Root)
                    break;
                if (root.DescendantsAndSelf().FirstOrDefault(o => IsUse(guard, o)) is { } use)
                    return IsGuardedBefore(guard, graph, dominators, block, root) ? null : use;
            }
        }

        return null;
    }

    private static bool IsUse(LateGuard guard, IOperation operation) => guard.Kind switch
    {
        GuardKind.Presence => Instance(operation) is { } instance && Is(LateGuard.Variable(instance), guard.Subject) && instance.Type is { IsReferenceType: true },
        GuardKind.Right => operation is IInvocationOperation call && IsChange(call),
        _ => operation switch
        {
            IInvocationOperation { TargetMethod: { IsStatic: true, Name: not ("Exists" or "GetCreationTime" or "GetAttributes"), ContainingType.Name: var type } } file => Files.Contains(type) && Mentions(file.Arguments, guard.Subject),
            IInvocationOperation { TargetMethod: { Name: "Redirect" or "GetStringAsync" or "GetAsync" or "GetStreamAsync" or "GetByteArrayAsync" } } web => Mentions(web.Arguments, guard.Subject),
            IObjectCreationOperation { Type.Name: "FileStream" or "StreamReader" or "StreamWriter" } creation => Mentions(creation.Arguments, guard.Subject),
            _ => false,
        },
    };

    // A dereference: `order.Lines`, `order.Total()`, `lines[0]`. Extension methods take null.
    private static IOperation? Instance(IOperation operation) => operation switch
    {
        IMemberReferenceOperation { Instance: { } instance } and not IMethodReferenceOperation => instance,
        IInvocationOperation { Instance: { } instance } => instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        _ => null,
    };

    private static bool IsChange(IInvocationOperation call)
    {
        var words = PascalWords.Of(call.TargetMethod.Name);
        if (words.IsEmpty || !Changes.Contains(words[0]) || call.TargetMethod.IsStatic && !call.TargetMethod.IsExtensionMethod)
            return false;
        var names = new[] { call.Instance?.Type?.Name, call.Instance?.Syntax.ToString(), call.TargetMethod.ContainingType.Name, call.TargetMethod.Name };
        if (names.Any(static n => n is not null && Records.Any(r => n.IndexOf(r, StringComparison.OrdinalIgnoreCase) >= 0)) || call.Instance?.Type?.SpecialType == SpecialType.System_String)
            return false;
        IOperation value = call;
        while (value.Parent is IAwaitOperation or IConversionOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            value = value.Parent;
        return value.Parent is IExpressionStatementOperation;
    }

    private static bool Mentions(IEnumerable<IArgumentOperation> arguments, ISymbol? subject) => arguments.Any(a => Is(LateGuard.Variable(a.Value), subject));

    // A check of the same kind on the way to the use: this one is the second.
    private static bool IsGuardedBefore(LateGuard guard, FlowGraph graph, DominatorTree dominators, int useBlock, IOperation useRoot)
    {
        foreach (var other in LateGuard.In(graph))
        {
            if (other.Kind == guard.Kind && (guard.Subject is null || Is(other.Subject, guard.Subject)) && other.Root != guard.Root
                && (other.Block == useBlock ? graph.Roots(useBlock).TakeWhile(r => r != useRoot).Contains(other.Root) : dominators.Dominates(other.Block, useBlock)))
            {
                return true;
            }
        }

        return guard.Kind == GuardKind.Presence && Enumerable.Range(0, graph.Blocks.Length).Any(b => b != useBlock && dominators.Dominates(b, useBlock) && graph.Blocks[b] is { ConditionKind: not ControlFlowConditionKind.None, BranchValue: { } asked }
            && asked.DescendantsAndSelf().Any(o => Is(LateGuard.Variable(o), guard.Subject)));
    }

    private static bool IsRewritten(FlowGraph graph, ISymbol subject)
    {
        var targets = CaptureTargets.Of(graph);
        var writes = graph.Operations().Count(o => o is IAssignmentOperation assignment && targets.Variables(assignment.Target).Any(v => Is(v as ISymbol, subject))
            || o is IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument && Is(LateGuard.Variable(argument.Value), subject));
        return writes > (subject is IParameterSymbol ? 0 : 1);
    }

    private static bool Is(ISymbol? symbol, ISymbol? other) => symbol is not null && SymbolEqualityComparer.Default.Equals(symbol, other);
}
