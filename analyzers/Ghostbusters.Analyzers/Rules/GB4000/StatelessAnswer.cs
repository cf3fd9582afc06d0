using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>The answer of a body that looks only at whether something is there and of what type, never at what it holds.</summary>
/// <param name="Text">The last answer, as the code has it.</param>
/// <param name="Returns">Where the answers stand.</param>
internal sealed record StatelessAnswer(string Text, IReadOnlyList<IOperation> Returns)
{
    /// <summary>Reads the body; null where it looks at more, or never answers.</summary>
    public static StatelessAnswer? Of(ValueAnalysis values)
    {
        var returns = new List<IOperation>();
        var texts = new List<string>();
        foreach (var block in values.Graph.Blocks)
        {
            if (!values.IsReachable(block.Ordinal))
                continue;
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw)
                continue; // A refusal answers nothing.
            if (!values.Graph.OperationsOf(block.Ordinal).All(IsBlind))
                return null;
            if (block is not { ConditionKind: ControlFlowConditionKind.None, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return, BranchValue: { } returned })
                continue;
            returns.Add(returned);
            texts.Add(values.At(returned) is { Kind: FlowValueKind.Constant, Constant: { } constant } ? constant.ToString().ToLowerInvariant() : "the same for every one");
        }

        return returns.Count == 0 ? null : new StatelessAnswer(texts[texts.Count - 1], returns);
    }

    private static bool IsBlind(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object } } call => call.Arguments.Any(static a => IsNull(a.Value)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test => IsNull(test.LeftOperand) || IsNull(test.RightOperand),
        IConversionOperation conversion => conversion.OperatorMethod is null,
        IUnaryOperation unary => unary.OperatorMethod is null,
        ISimpleAssignmentOperation assignment => assignment.Target is ILocalReferenceOperation or IDiscardOperation,
        IRecursivePatternOperation pattern => pattern.PropertySubpatterns.IsEmpty && pattern.DeconstructionSubpatterns.IsEmpty,
        ILiteralOperation or IDefaultValueOperation or IParameterReferenceOperation or ILocalReferenceOperation or IInstanceReferenceOperation or IIsTypeOperation or IIsPatternOperation
            or IDeclarationPatternOperation or ITypePatternOperation or INegatedPatternOperation or IConstantPatternOperation or IDiscardPatternOperation or IIsNullOperation
            or IFlowCaptureOperation or IFlowCaptureReferenceOperation or IExpressionStatementOperation or IArgumentOperation or IDiscardOperation => true,
        { ConstantValue.HasValue: true } => true,
        _ => false,
    };

    private static bool IsNull(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation.ConstantValue is { HasValue: true, Value: null };
    }
}
