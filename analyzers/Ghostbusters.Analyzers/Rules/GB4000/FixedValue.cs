using System.Globalization;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>A value that no input has a say in: a constant, or what is worked out of constants only.</summary>
/// <param name="Text">The value as the code has it; two of the same text are the same.</param>
/// <param name="Origin">Where the constant stands.</param>
internal sealed record FixedValue(string Text, SyntaxNode Origin)
{
    private const int MostCalls = 4;

    // What says "none", "all", "one" or "not known" is an answer, not an invention.
    private static readonly HashSet<string> Plain = ["0", "1", "-1", "100", "NaN", "null", "∞", "-∞"];

    /// <summary>Whether the value also says "none", "all", "one" or "not known".</summary>
    public bool IsPlain => Plain.Contains(Text) || Text.Contains("Zero") || Text.Contains("MaxValue") || Text.Contains("MinValue") || Text.Contains("Empty");

    /// <summary>Reads an expression of a graph; null where an input may have a say in it, or where that is not known.</summary>
    public static FixedValue? Of(IOperation operation, ValueAnalysis? values, SourceBodies bodies, CancellationToken cancellation, int depth = 0)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return OfConstant(constant, operation.Syntax);
        var known = values?.At(operation) ?? FlowValue.Unknown;
        if (known.Kind == FlowValueKind.Constant)
            return OfConstant(known.Constant, operation.Syntax);
        if (known.OriginOperation is { } origin && origin != operation)
            return Of(origin, values, bodies, cancellation, depth);
        return operation switch
        {
            IConversionOperation conversion when conversion.OperatorMethod is null || ConstantResult.IsOfSystem(conversion.OperatorMethod.ContainingType) => Read(conversion.Operand),
            IParenthesizedOperation inner => Read(inner.Operand),
            IAwaitOperation awaited => Read(awaited.Operation),
            IUnaryOperation { OperatorMethod: null } unary => Composed(unary.Syntax, unary.Operand),
            IBinaryOperation binary => Composed(binary.Syntax, binary.LeftOperand, binary.RightOperand),
            IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } } call => Read(call.Arguments[0].Value),
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => Read(task),
            IInvocationOperation call when IsPureOfSystem(call.TargetMethod) => Composed(call.Syntax, [.. call.Arguments.Select(static a => a.Value)]),
            IObjectCreationOperation { Type.Name: "TimeSpan", Initializer: null, Arguments.Length: > 0 } span => Composed(span.Syntax, [.. span.Arguments.Select(static a => a.Value)]),
            IObjectCreationOperation { Type: INamedTypeSymbol { Name: "ValueTask", TypeArguments.Length: 1 }, Arguments.Length: 1 } task => Read(task.Arguments[0].Value),
            IInvocationOperation call when depth < MostCalls && IsOwn(call) => bodies.Of(call.TargetMethod, cancellation) is { } body ? OfReturns(body, bodies, cancellation, depth + 1) : null,
            IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private } field } => OfField(field, bodies, cancellation),
            _ => null,
        };

        FixedValue? Read(IOperation inner) => Of(inner, values, bodies, cancellation, depth);

        FixedValue? Composed(SyntaxNode syntax, params IOperation[] parts) =>
            parts.Length > 0 && parts.All(p => Read(p) is not null) ? new FixedValue(syntax.ToString(), syntax) : null;
    }

    /// <summary>What every feasible return of a body gives; null where they differ, where one varies, or where there is none.</summary>
    public static FixedValue? OfReturns(ValueAnalysis values, SourceBodies bodies, CancellationToken cancellation, int depth = 0)
    {
        FixedValue? common = null;
        foreach (var block in values.Graph.Blocks)
        {
            if (!values.IsReachable(block.Ordinal))
                continue;
            if (block.Operations.Any(static o => o is IReturnOperation { Kind: OperationKind.YieldReturn }))
                return null;
            if (block is not { ConditionKind: ControlFlowConditionKind.None, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return, BranchValue: { } returned })
                continue;
            if (Of(returned, values, bodies, cancellation, depth) is not { } value || (common is not null && common.Text != value.Text))
                return null;
            common = value;
        }

        return common;
    }

    private static FixedValue? OfConstant(object? constant, SyntaxNode origin) => constant switch
    {
        null => new FixedValue("null", origin),
        string text => IsMeasure(text) ? new FixedValue($"\"{text}\"", origin) : null,
        bool or char => null,
        IFormattable number => new FixedValue(number.ToString(null, CultureInfo.InvariantCulture), origin),
        _ => null,
    };

    // "97.5%", "120 ms".
    private static bool IsMeasure(string text) =>
        text.Length is > 1 and < 16 && char.IsDigit(text[0]) && text.Trim().TrimEnd('%', 'm', 's', ' ') is { Length: > 0 } number
        && number.All(static c => char.IsDigit(c) || c == '.') && number.Length < text.Length;

    private static bool IsPureOfSystem(IMethodSymbol method) =>
        method.IsStatic && method.ContainingType is { Name: "Math" or "MathF" or "TimeSpan" or "Convert" } type && ConstantResult.IsOfSystem(type);

    // The target is the body that runs: no override, no interface between.
    private static bool IsOwn(IInvocationOperation call) =>
        !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && call.TargetMethod.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct && !call.IsVirtual;

    // A private field that is given one constant where it is declared, and nothing anywhere else.
    private static FixedValue? OfField(IFieldSymbol field, SourceBodies bodies, CancellationToken cancellation)
    {
        if (field.DeclaringSyntaxReferences.Length != 1 || field.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } initial }
            || field.IsStatic || MetricName.Of(field.Name.TrimStart('_')) is null)
        {
            return null;
        }

        var isWritten = field.ContainingType.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).SelectMany(static t => t.DescendantNodes())
            .OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == field.Name && IsWritten(n));
        return isWritten || bodies.ModelOf(initial.SyntaxTree)?.GetConstantValue(initial, cancellation) is not { HasValue: true, Value: var constant } ? null : OfConstant(constant, initial);
    }

    private static bool IsWritten(IdentifierNameSyntax name)
    {
        SyntaxNode place = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return place.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == place,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or TupleExpressionSyntax => true,
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or ArgumentSyntax { Parent: TupleExpressionSyntax } or RefExpressionSyntax => true,
            _ => false,
        };
    }
}
