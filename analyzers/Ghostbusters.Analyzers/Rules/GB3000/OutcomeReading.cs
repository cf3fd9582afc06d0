using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>What becomes of an outcome after the call: which part of it is read, on any way.</summary>
internal static class OutcomeReading
{
    private static readonly string[] Optionals = ["GetValueOrDefault", "Groups[", "Match", "?.", "??", "OrDefault"];

    /// <summary>How the failure is dropped, in words, and where; null where it is read, or that cannot be told.</summary>
    public static (string Reality, SyntaxNode Place)? Drop(DroppedValue value, OutcomeContract contract, CancellationToken cancellation) => contract.Kind switch
    {
        OutcomeKind.Out => OfOut(value, cancellation),
        OutcomeKind.Buffer when !BufferIsUsed(value.Call) => null,
        _ when value.Local is null => ("nothing reads that", value.Call.Syntax),
        _ => OfLocal(value, value.Local, contract, cancellation),
    };

    private static (string, SyntaxNode)? OfOut(DroppedValue value, CancellationToken cancellation)
    {
        if (OutcomeContract.OutLocal(value.Call) is not { } local || ReadsAfter(value.Call, local, cancellation) is not { Count: > 0 } reads || reads.Any(IsTested) || IsNone(local, value.Call, reads))
            return null;
        // The callee's null is passed on as such, or the compiler warns of it.
        if (local.Type.IsReferenceType && !reads.Any(IsDereferenced))
            return null;
        return ($"'{local.Name}' is used on line {Line(reads[0])} whether it succeeded or not", reads[0]);
    }

    // An input that need not be there, or that a pattern has matched; and a 0 that stands for none. A default that the code
    // had set before, and that the failed call overwrites, is no such thing.
    private static bool IsNone(ILocalSymbol local, IInvocationOperation call, IReadOnlyList<SyntaxNode> reads)
    {
        if (call.Arguments.FirstOrDefault()?.Value.Syntax.ToString() is { } input && Optionals.Any(o => input.IndexOf(o, StringComparison.Ordinal) >= 0))
            return true;
        // A switch that is not there is off, and a Guid that is none is empty.
        if (local.Type.SpecialType == SpecialType.System_Boolean || (local.Type is { Name: "Guid", ContainingNamespace.Name: "System" } && reads.All(static r => r.Parent is ArgumentSyntax)))
            return true;
        // From one enum to its twin, by name.
        if (local.Type.TypeKind == TypeKind.Enum && call.Arguments.FirstOrDefault()?.Value is IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: { } source } && IsEnum(source))
            return true;
        var declared = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax;
        if (declared?.Initializer?.Value is LiteralExpressionSyntax { Token.Value: not null and not 0 and not false })
            return false;
        return local.Type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_UInt64 && !call.TargetMethod.Name.StartsWith("TryFrom", StringComparison.Ordinal)
            && !reads.Any(static r => r.Parent is BinaryExpressionSyntax or AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.SimpleAssignmentExpression });
    }

    private static bool IsEnum(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } arguments } && arguments[0].TypeKind == TypeKind.Enum;

    private static bool IsDereferenced(SyntaxNode read) => read.Parent switch
    {
        MemberAccessExpressionSyntax member => member.Expression == read,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } => true, // The code itself says that it is never null.
        _ => false,
    };

    private static (string, SyntaxNode)? OfLocal(DroppedValue value, ILocalSymbol local, OutcomeContract contract, CancellationToken cancellation)
    {
        if (DeliberateDiscard.IsName(local.Name) || ReadsAfter(value.Call, local, cancellation) is not { } reads)
            return null;
        if (reads.Count == 0)
            return ($"nothing reads '{local.Name}', which holds it", value.Call.Syntax);
        if (contract.Kind is not (OutcomeKind.Result or OutcomeKind.Response))
            return null;
        var payloads = new List<SyntaxNode>();
        foreach (var read in reads)
        {
            if (MemberOf(read) is not { } member || OutcomeContract.IsFlag(member.Identifier.ValueText))
                return null; // Handed on, or asked.
            if (contract.Kind == OutcomeKind.Response ? member.Identifier.ValueText == "Content" && !IsHeader(member) : IsPlain(member, value.Type) && !IsTested(member.Parent!))
                payloads.Add(read);
            else if (member.Identifier.ValueText is not "Dispose" and not "Headers")
                return null;
        }

        return payloads.Count == 0 || (contract.Kind == OutcomeKind.Response && BodyVerdict.IsReadAfter(value.Call, local)) ? null : ($"'{local.Name}' is used on line {Line(payloads[0])} without asking", payloads[0]);
    }

    private static IReadOnlyList<SyntaxNode>? ReadsAfter(IOperation call, ILocalSymbol local, CancellationToken cancellation) =>
        FunctionGraph.Around(call, cancellation) is { } graph ? LocalUses.After(graph, call, local) : null;

    // `n == 0`, `n > 0`, `x is null`, `x ?? y`, `x?.Y`, `switch (n)`: the value itself is asked.
    private static bool IsTested(SyntaxNode read)
    {
        var node = read;
        while (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" or "Value" or "HasValue" })
            node = node.Parent;
        return node.Parent switch
        {
            BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.LessThanExpression
                or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.CoalesceExpression or SyntaxKind.IsExpression or SyntaxKind.AsExpression,
            IsPatternExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or ConditionalAccessExpressionSyntax or IfStatementSyntax or WhileStatementSyntax or PrefixUnaryExpressionSyntax => true,
            ConditionalExpressionSyntax conditional => conditional.Condition == node,
            AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => Tests(call),
            _ => false,
        };
    }

    // `string.IsNullOrEmpty(x)`, `Math.Max(1, n)`, `Guard.NotNull(x)`.
    private static bool Tests(InvocationExpressionSyntax call)
    {
        var text = call.Expression.ToString();
        return text.IndexOf("Is", StringComparison.Ordinal) >= 0 || text.Contains("Throw") || text.Contains("Max") || text.Contains("Min") || text.Contains("Clamp") || text.Contains("Assert")
            || text.Contains("Valid") || text.Contains("Guard") || text.Contains("Equals") || text.Contains("Compare") || text.Contains("Requires") || text.Contains("Check") || text.Contains("Try");
    }

    private static SimpleNameSyntax? MemberOf(SyntaxNode read) => read.Parent switch
    {
        MemberAccessExpressionSyntax member when member.Expression == read => member.Name,
        ConditionalAccessExpressionSyntax access when access.Expression == read => access.WhenNotNull.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().FirstOrDefault()?.Name,
        _ => null,
    };

    private static bool IsHeader(SyntaxNode content) => content.Parent?.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Headers" };

    // A property without a getter of its own cannot throw where there is no value.
    private static bool IsPlain(SimpleNameSyntax member, ITypeSymbol? type) => type is not null && type.GetMembers(member.Identifier.ValueText).OfType<IPropertySymbol>()
        .Any(static p => p.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } => accessors.All(static a => a.Body is null && a.ExpressionBody is null),
            _ => false,
        });

    // Bytes that are skipped or drained are read by nobody.
    private static bool BufferIsUsed(IInvocationOperation call)
    {
        var buffer = call.Arguments.FirstOrDefault(static a => a.Parameter?.Ordinal == 0)?.Value.Syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault()?.Identifier.ValueText;
        return buffer is not null && call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && member.DescendantNodes().Any(n => n is IdentifierNameSyntax name && name.Identifier.ValueText == buffer && name.SpanStart > call.Syntax.Span.End
                && name.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } && !IsReused(name));
    }

    // Given back to its pool, or filled anew and sent: `pool.Return(buffer)`, `WriteMessage(buffer, …)`.
    private static bool IsReused(SyntaxNode buffer) => buffer.Ancestors().TakeWhile(static a => a is not StatementSyntax).OfType<InvocationExpressionSyntax>().Any(static c =>
        (c.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText is var name && (name ?? c.Expression.ToString()) is var called
        && (called is "Return" or "Clear" or "Fill" || called.StartsWith("Write", StringComparison.Ordinal)));

    private static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
