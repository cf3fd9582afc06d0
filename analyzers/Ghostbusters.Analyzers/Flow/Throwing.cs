using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>What may throw, and what a handler catches.</summary>
internal static class Throwing
{
    /// <summary>Whether an operation in the block may throw; moving values between locals cannot.</summary>
    public static bool MayThrow(BasicBlock block) =>
        block.Operations.Any(static o => o.DescendantsAndSelf().Any(MayThrow))
        || (block.BranchValue?.DescendantsAndSelf().Any(MayThrow) ?? false);

    /// <summary>Whether this operation by itself may throw.</summary>
    public static bool MayThrow(IOperation operation) => operation switch
    {
        IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation or IAwaitOperation
            or IArrayElementReferenceOperation or IArrayCreationOperation or IDynamicInvocationOperation
            or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation
            or IEventAssignmentOperation or IInterpolatedStringOperation or IFunctionPointerInvocationOperation
            or IImplicitIndexerReferenceOperation or IInlineArrayAccessOperation or ITypeParameterObjectCreationOperation
            or IDeconstructionAssignmentOperation or IRecursivePatternOperation or IListPatternOperation or ICollectionExpressionOperation
            or IWithOperation => true,

        // The consumer may leave here for good: the finally blocks around it run, and nothing after.
        IReturnOperation { Kind: OperationKind.YieldReturn } => true,
        IFieldReferenceOperation { Instance: not null and not IInstanceReferenceOperation } => true,
        IConversionOperation conversion => conversion.OperatorMethod is not null || conversion.IsChecked
            || (!conversion.IsTryCast && conversion.GetConversionOrNull() is { IsExplicit: true } explicitly
                && (explicitly.IsReference || explicitly.IsUnboxing || explicitly.IsNullable || IsDecimal(conversion.Operand.Type))),
        IBinaryOperation binary => MayThrow(binary.OperatorKind, binary.OperatorMethod, binary.IsChecked, binary.Type)
            || IsConcatenation(binary.OperatorKind, binary.Type, binary.LeftOperand, binary.RightOperand),
        ICompoundAssignmentOperation compound => MayThrow(compound.OperatorKind, compound.OperatorMethod, compound.IsChecked, compound.Type)
            || IsConcatenation(compound.OperatorKind, compound.Type, compound.Target, compound.Value),
        IIncrementOrDecrementOperation step => step.OperatorMethod is not null || step.IsChecked || IsDecimal(step.Type),
        IUnaryOperation unary => unary.OperatorMethod is not null || unary.IsChecked,
        _ => false,
    };

    private static bool MayThrow(BinaryOperatorKind kind, IMethodSymbol? method, bool isChecked, ITypeSymbol? type) =>
        method is { MethodKind: MethodKind.UserDefinedOperator } || isChecked || IsDecimal(type) || type?.TypeKind == TypeKind.Dynamic
        || kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder;

    // It calls ToString on what is not a string.
    private static bool IsConcatenation(BinaryOperatorKind kind, ITypeSymbol? type, IOperation left, IOperation right) =>
        kind == BinaryOperatorKind.Add && type?.SpecialType == SpecialType.System_String
        && !(left.Type?.SpecialType == SpecialType.System_String && right.Type?.SpecialType == SpecialType.System_String);

    // Overflow is always checked there.
    private static bool IsDecimal(ITypeSymbol? type) => TypeFacts.WithoutNullable(type)?.SpecialType == SpecialType.System_Decimal;

    /// <summary>The static type of a thrown operand, under implicit conversions to Exception.</summary>
    public static ITypeSymbol? StaticType(IOperation? thrown)
    {
        while (thrown is IConversionOperation { IsImplicit: true } conversion)
            thrown = conversion.Operand;
        return thrown?.Type;
    }

    /// <summary>Whether an exception of this static type, or of any type where it is null, can reach the handler.</summary>
    public static bool MayCatch(ControlFlowRegion handler, ITypeSymbol? thrown) =>
        thrown is null || TypeOf(handler) is not { } caught || CatchesAll(caught) || IsOpen(caught) || IsOpen(thrown) || Inherits(thrown, caught) || Inherits(caught, thrown);

    // A type parameter stands for any exception, and so does a type that could not be resolved.
    private static bool IsOpen(ITypeSymbol type) => type.TypeKind is TypeKind.TypeParameter or TypeKind.Error;

    /// <summary>Whether the handler surely catches such an exception: it has no filter and its type covers the thrown one.</summary>
    public static bool Catches(ControlFlowRegion handler, ITypeSymbol? thrown) =>
        handler.Kind == ControlFlowRegionKind.Catch && TypeOf(handler) is { } caught
        && (CatchesAll(caught) || (thrown is not null && Inherits(thrown, caught)));

    /// <summary>Whether a catch of this type takes every exception.</summary>
    public static bool CatchesAll(ITypeSymbol caught) =>
        caught.SpecialType == SpecialType.System_Object || caught is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static ITypeSymbol? TypeOf(ControlFlowRegion handler) => handler.Kind == ControlFlowRegionKind.FilterAndHandler
        ? handler.NestedRegions.FirstOrDefault(static r => r.Kind == ControlFlowRegionKind.Catch)?.ExceptionType
        : handler.ExceptionType;

    private static bool Inherits(ITypeSymbol type, ITypeSymbol ancestor)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t, ancestor))
                return true;
        }

        return false;
    }

    private static Microsoft.CodeAnalysis.CSharp.Conversion? GetConversionOrNull(this IConversionOperation conversion) =>
        conversion.Language == LanguageNames.CSharp ? Microsoft.CodeAnalysis.CSharp.CSharpExtensions.GetConversion(conversion) : null;
}
