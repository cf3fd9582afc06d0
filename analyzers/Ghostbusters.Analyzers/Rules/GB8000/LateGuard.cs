using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>A check that leaves the method where it fails.</summary>
/// <param name="Kind">What it keeps out.</param>
/// <param name="Subject">The variable that it is about; null where it is about who calls.</param>
/// <param name="Block">Where it stands.</param>
/// <param name="Root">The outermost operation that asks.</param>
/// <param name="Place">For the report.</param>
internal sealed record LateGuard(GuardKind Kind, ISymbol? Subject, int Block, IOperation Root, SyntaxNode Place)
{
    private const int MostSteps = 4;

    private static readonly HashSet<string> Refusals = new(StringComparer.Ordinal) { "Forbid", "Unauthorized", "Challenge", "Forbidden", "AccessDenied" };

    private static readonly string[] PathChecks = ["IsSafePath", "IsValidPath", "IsPathSafe", "IsPathValid", "IsPathAllowed", "IsAllowedPath", "IsUnder", "IsInside", "IsWithin", "IsSubPath", "IsSafeFileName", "IsValidFileName", "IsLocalUrl", "IsSafeUrl", "IsAllowedUrl", "IsUrlAllowed", "IsWellFormedUriString"];

    /// <summary>The checks of a graph, in the order of its blocks.</summary>
    public static IEnumerable<LateGuard> In(FlowGraph graph)
    {
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            foreach (var root in graph.Blocks[block].Operations)
            {
                if (root is IExpressionStatementOperation { Operation: IInvocationOperation call } && Helper(call) is { } subject)
                    yield return new LateGuard(GuardKind.Presence, subject, block, root, call.Syntax);
            }

            if (graph.Blocks[block] is { ConditionKind: not ControlFlowConditionKind.None, BranchValue: { } condition } && Condition(graph, block, condition) is { } guard)
                yield return guard;
        }
    }

    // `ArgumentNullException.ThrowIfNull(order)`.
    private static ISymbol? Helper(IInvocationOperation call) =>
        call.TargetMethod is { IsStatic: true, ReturnsVoid: true, Name: "ThrowIfNull" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace", ContainingType.Name: "ArgumentNullException" or "ArgumentException" } && call.Arguments.Length > 0
            ? Variable(call.Arguments[0].Value) : null;

    private static LateGuard? Condition(FlowGraph graph, int block, IOperation condition)
    {
        foreach (var edge in graph.Successors(block).Where(static e => e.Kind is EdgeKind.WhenTrue or EdgeKind.WhenFalse))
        {
            if (End(graph, edge.To) is not { } end)
                continue;
            if (NullTested(condition) is IParameterSymbol missing && end.Thrown?.StartsWith("Argument", StringComparison.Ordinal) == true && SaysMissing(condition, edge.Kind == EdgeKind.WhenTrue))
                return new LateGuard(GuardKind.Presence, missing, block, condition, condition.Syntax);
            if (end.Refuses && AsksForRight(condition))
                return new LateGuard(GuardKind.Right, null, block, condition, condition.Syntax);
            if ((end.Thrown is not null || end.IsReturn) && PathTested(condition) is { } path)
                return new LateGuard(GuardKind.Path, path, block, condition, condition.Syntax);
        }

        return null;
    }

    // Whether the side that leaves is the one on which the variable is null.
    private static bool SaysMissing(IOperation condition, bool whenTrue) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => SaysMissing(not.Operand, !whenTrue),
        IParenthesizedOperation inner => SaysMissing(inner.Operand, whenTrue),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } => !whenTrue,
        IIsPatternOperation { Pattern: INegatedPatternOperation } => !whenTrue,
        _ => whenTrue,
    };

    private static ISymbol? NullTested(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => NullTested(not.Operand),
        IParenthesizedOperation inner => NullTested(inner.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when IsNull(comparison.RightOperand) => Variable(comparison.LeftOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when IsNull(comparison.LeftOperand) => Variable(comparison.RightOperand),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: { } constant } } pattern when IsNull(constant) => Variable(pattern.Value),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: { } constant } } } pattern when IsNull(constant) => Variable(pattern.Value),
        IIsNullOperation test => Variable(test.Operand),
        IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String }, Arguments: { Length: 1 } arguments } => Variable(arguments[0].Value),
        _ => null,
    };

    private static bool AsksForRight(IOperation condition) => condition.DescendantsAndSelf().Any(static o => o switch
    {
        IInvocationOperation { TargetMethod: { } method } => method.Name is "IsInRole" or "HasClaim" or "AuthorizeAsync" || (VerificationClaim.Of(method.Name) is { IsStrict: true } && PascalWords.Of(method.Name)[0] is "Is" or "Has" or "Can" or "Check" or "Authorize"),
        IPropertyReferenceOperation { Property.Name: "IsAuthenticated" or "IsAdmin" or "IsAuthorized" } => true,
        _ => false,
    });

    // `path.StartsWith(root)`, `path.Contains("..")`, `IsSafePath(path)`.
    private static ISymbol? PathTested(IOperation condition)
    {
        foreach (var call in condition.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            if (call.TargetMethod is { Name: "StartsWith" or "Contains" or "IndexOf", ContainingType.SpecialType: SpecialType.System_String } method && call.Instance is { } text
                && (method.Name == "StartsWith" || call.Arguments.Any(static a => a.Value.ConstantValue is { HasValue: true, Value: ".." or "../" or "..\\" })))
            {
                return Variable(text);
            }

            if (PathChecks.Any(c => call.TargetMethod.Name.StartsWith(c, StringComparison.Ordinal)) && call.Arguments.Length > 0)
                return call.Arguments.Select(static a => Variable(a.Value)).FirstOrDefault(static v => v is not null);
        }

        return null;
    }

    /// <summary>The local or parameter that a value is; null where it is none.</summary>
    public static ISymbol? Variable(IOperation value) => value switch
    {
        IConversionOperation conversion => Variable(conversion.Operand),
        IParenthesizedOperation inner => Variable(inner.Operand),
        IParameterReferenceOperation parameter => parameter.Parameter,
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };

    private static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };

    // How a side ends, where it ends at once.
    private static (string? Thrown, bool IsReturn, bool Refuses)? End(FlowGraph graph, int block)
    {
        for (var step = 0; step < MostSteps && block < graph.Blocks.Length; step++)
        {
            var current = graph.Blocks[block];
            if (current.ConditionKind != ControlFlowConditionKind.None || current.Kind == BasicBlockKind.Exit)
                return current.Kind == BasicBlockKind.Exit ? (null, true, false) : null;
            switch (current.FallThroughSuccessor?.Semantics)
            {
                case ControlFlowBranchSemantics.Throw:
                    var thrown = Throwing.StaticType(current.BranchValue)?.Name ?? "Exception";
                    return (thrown, false, thrown.StartsWith("Unauthorized", StringComparison.Ordinal) || thrown.StartsWith("Security", StringComparison.Ordinal) || thrown.StartsWith("Forbid", StringComparison.Ordinal) || thrown.StartsWith("AccessDenied", StringComparison.Ordinal));
                case ControlFlowBranchSemantics.Return:
                    return (null, true, current.BranchValue is { } value && IsRefusal(value));
            }

            var next = graph.Successors(block).Where(static e => e.Kind != EdgeKind.Exception).ToList();
            if (next.Count != 1)
                return null;
            block = next[0].To;
        }

        return null;
    }

    private static bool IsRefusal(IOperation value) => value.DescendantsAndSelf().Any(static o => o switch
    {
        IInvocationOperation { TargetMethod: { } method } call => Refusals.Contains(method.Name) || (method.Name == "StatusCode" && call.Arguments.Any(static a => a.Value.ConstantValue is { HasValue: true, Value: 401 or 403 })),
        IObjectCreationOperation { Type.Name: "ForbidResult" or "UnauthorizedResult" or "ChallengeResult" } => true,
        _ => false,
    });
}

/// <summary>What a check keeps out.</summary>
internal enum GuardKind
{
    /// <summary>An argument that is missing.</summary>
    Presence,

    /// <summary>Somebody who may not.</summary>
    Right,

    /// <summary>A path or address that leads elsewhere.</summary>
    Path,
}
