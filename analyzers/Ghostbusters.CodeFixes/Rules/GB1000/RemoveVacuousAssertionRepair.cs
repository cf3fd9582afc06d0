using System.Collections.Immutable;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB1000;

/// <summary>
/// GB1001: removes the assertion. Offered only where its operands have no effect, where no variable loses its only use, and
/// where another assertion stays: a test without any would be the next finding.
/// </summary>
public sealed class RemoveVacuousAssertionRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB1001";

    /// <inheritdoc/>
    public string Title => "Remove the assertion that cannot fail";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context)
    {
        var node = context.Root.FindNode(context.Finding.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax block } statement
            || context.Model.GetOperation(node, context.Cancellation) is not IInvocationOperation call
            || statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not BaseMethodDeclarationSyntax { Body: { } body }
            || context.Model.GetOperation(body, context.Cancellation) is not IBlockOperation method)
        {
            return [];
        }

        if (!HasNoEffect(call) || LosesAnOnlyUse(call, method) || !AnotherAsserts(call, method))
            return [];
        return [new TextChange(LineSpan(statement, block, context.Root.SyntaxTree.GetText(context.Cancellation)), "")];
    }

    private static bool HasNoEffect(IInvocationOperation assertion) => assertion.Descendants().All(static o => o switch
    {
        IArgumentOperation or ILiteralOperation or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation
            or IFieldReferenceOperation or ITypeOfOperation or INameOfOperation or IDefaultValueOperation or IParenthesizedOperation => true,
        IConversionOperation conversion => conversion.OperatorMethod is null && conversion.IsImplicit,
        IBinaryOperation binary => binary.OperatorMethod is null || binary.OperatorMethod.ContainingType.SpecialType == SpecialType.System_String,
        IUnaryOperation unary => unary.OperatorMethod is null,
        IPropertyReferenceOperation { Property: { Name: var name, ContainingType.Name: var type } } => name is "Count" or "Length" || type is "Is" or "ConstraintExpression",
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: var type } } => name == "Should" || type is "Is" or "ConstraintExpression",
        IArrayCreationOperation or IArrayInitializerOperation => o.IsImplicit,
        _ => false,
    });

    private static bool LosesAnOnlyUse(IInvocationOperation assertion, IBlockOperation method)
    {
        var span = assertion.Syntax.Span;
        return assertion.Descendants().OfType<ILocalReferenceOperation>().Any(mine => !method.Descendants().OfType<ILocalReferenceOperation>().Any(other =>
            SymbolEqualityComparer.Default.Equals(other.Local, mine.Local) && !span.Contains(other.Syntax.Span) && other.Parent is not ISimpleAssignmentOperation));
    }

    private static bool AnotherAsserts(IInvocationOperation assertion, IBlockOperation method) =>
        method.Descendants().OfType<IInvocationOperation>().Any(other =>
            !assertion.Syntax.Span.Contains(other.Syntax.Span) && !other.Syntax.Span.Contains(assertion.Syntax.Span) && OracleNames.MayCheck(other.TargetMethod));

    // The whole line, where nothing else stands on it; comments on the lines above stay.
    private static TextSpan LineSpan(StatementSyntax statement, BlockSyntax block, SourceText text)
    {
        var (start, end) = (statement.Span.Start, statement.Span.End);
        var first = text.Lines.GetLineFromPosition(start);
        var last = text.Lines.GetLineFromPosition(end);
        var isAlone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, start))) && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(end, last.End)));
        if (isAlone)
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);

        // With the space that parted it from what stood before.
        while (start > block.OpenBraceToken.Span.End && text[start - 1] == ' ')
            start--;
        return TextSpan.FromBounds(start, end);
    }
}
