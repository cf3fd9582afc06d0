using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>What a nothing means where no failure came before it.</summary>
internal static class NormalAnswer
{
    // They give null for a text that says null, or for a path that has no such part: in practice never.
    private static readonly string[] SeldomNull = ["Deserialize", "Parse", "Read", "ToString", "GetDirectoryName", "GetFileName", "GetExtension", "GetPathRoot", "Create", "Invoke", "ToObject", "Convert", "Clone", "Build", "Load"];

    private static readonly string[] Lookups = ["OrDefault", "OrDefaultAsync", "OrNull", "OrNullAsync"];

    private static readonly string[] Texts = ["ReadAllText", "ReadToEnd", "ReadAsString", "GetString", "Trim", "Substring", "Replace", "Join", "ReadLine", "Concat"];

    /// <summary>When the method gives the same without a failure, for the message; null where it does not, or it is not known to.</summary>
    public static string? Of(CatchSite site, DefaultAnswer answer, CancellationToken cancellation)
    {
        var others = Others(site).ToList();
        if (others.Count == 0)
            return null;
        switch (answer.Kind)
        {
            case DefaultKind.Null:
                return others.Any(o => IsNull(o, site, cancellation)) || HonestAbsence.SaysNullIsNotFound(site.Method) ? "there is nothing to find" : null;
            case DefaultKind.Zero:
                return others.Any(o => MayBeZero(site.Values.At(o), o) && !NamesKey(o)) ? "there is nothing to count" : null;
            case DefaultKind.EmptyText:
                return others.Any(o => IsEmptyText(ReturnedValue.Written(o, site.Body))) ? "the text is empty" : null;
            case DefaultKind.PartialCollection:
                return Fills(site) && !CatchBody.HasWorkOutside(site.Statement, site.Body.Syntax) && !HasOtherTry(site) ? "there is no more" : null;
            default:
                return others.Any(o => !IsFilled(ReturnedValue.Of(o, site.Values.At(o), site.Body))) ? "there is nothing" : null;
        }
    }

    // What is returned on ways that this catch is not on, and what the try leaves for a return that both come to.
    private static IEnumerable<IOperation> Others(CatchSite site)
    {
        var (path, graph, values) = (site.Path, site.Graph, site.Values);
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            if (graph.Blocks[block].BranchValue is { } value && values.IsReachable(block) && graph.Successors(block).Any(static e => e.Semantics == ControlFlowBranchSemantics.Return)
                && (!path.Blocks.Contains(block) || graph.Predecessors(block).Any(e => !path.Blocks.Contains(e.From) && e.Kind != EdgeKind.Exception)))
            {
                yield return value;
            }
        }
    }

    private static bool IsNull(IOperation returned, CatchSite site, CancellationToken cancellation)
    {
        var written = ReturnedValue.Written(returned, site.Body);
        if (written.ConstantValue is { HasValue: true, Value: null } or { HasValue: false } && written is IDefaultValueOperation or ILiteralOperation { ConstantValue.Value: null })
            return !IsRefusal(written.Syntax, site) && !IsReported(written.Syntax);
        if (written is ILocalReferenceOperation local)
            return !site.Values.At(returned).IsNotNull && !IsTested(local, site) && Assigned(local.Local, site).Any(v => MayBeNull(v, cancellation, 0));
        return !site.Values.At(returned).IsNotNull && MayBeNull(written, cancellation, 0);
    }

    private static IEnumerable<IOperation> Assigned(ILocalSymbol local, CatchSite site) => site.Body.Descendants().Select(o => o switch
    {
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when SymbolEqualityComparer.Default.Equals(target.Local, local) => assignment.Value,
        IVariableDeclaratorOperation { Initializer: { } initializer } declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local)
            && initializer.Value.ConstantValue is not { HasValue: true } => initializer.Value,
        _ => null,
    }).OfType<IOperation>();

    // `if (order is null) throw …`: what is returned is there.
    private static bool IsTested(ILocalReferenceOperation local, CatchSite site) => site.Statement.Block.DescendantNodes().OfType<IfStatementSyntax>().Any(i =>
        i.Span.End <= local.Syntax.SpanStart && i.Condition.DescendantNodesAndSelf().Any(n => n is IdentifierNameSyntax name && name.Identifier.ValueText == local.Local.Name)
        && i.Statement.DescendantNodesAndSelf().Any(static n => n is ThrowStatementSyntax));

    private static bool MayBeNull(IOperation value, CancellationToken cancellation, int depth)
    {
        switch (value)
        {
            case IConversionOperation conversion:
                return MayBeNull(conversion.Operand, cancellation, depth);
            case IAwaitOperation await:
                return MayBeNull(await.Operation, cancellation, depth);
            case IConditionalAccessOperation:
                return true;
            case IConditionalOperation choice:
                return MayBeNull(choice.WhenTrue, cancellation, depth) || (choice.WhenFalse is { } otherwise && MayBeNull(otherwise, cancellation, depth));
            case ICoalesceOperation coalesce:
                return MayBeNull(coalesce.WhenNull, cancellation, depth);
            case ILiteralOperation or IDefaultValueOperation:
                return value.ConstantValue is { HasValue: true, Value: null } || value is IDefaultValueOperation { Type.IsReferenceType: true };
            case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } instance }:
                return MayBeNull(instance, cancellation, depth);
            case IInvocationOperation call:
                return CallMayGiveNull(call.TargetMethod, cancellation, depth);
            default:
                return false;
        }
    }

    private static bool CallMayGiveNull(IMethodSymbol method, CancellationToken cancellation, int depth)
    {
        if (Lookups.Any(l => method.Name.EndsWith(l, StringComparison.Ordinal)) || (method.Name is "Find" or "FindAsync" && method.Parameters.Length > 0))
            return true;
        if (method.DeclaringSyntaxReferences.Length > 0 && depth < 2 && BodyGivesNull(method, cancellation) is { } known)
            return known;
        if (SeldomNull.Any(s => method.Name.StartsWith(s, StringComparison.Ordinal)))
            return false;
        var result = method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } results } ? results[0] : method.ReturnType;
        return result is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
    }

    // Across methods: a body in source that returns null by itself. Null where there is no body to read.
    private static bool? BodyGivesNull(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.OriginalDefinition.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is not MethodDeclarationSyntax { } declaration || (declaration.Body is null && declaration.ExpressionBody is null))
            return null;
        SyntaxNode body = declaration.Body is { } block ? block : declaration.ExpressionBody!;
        var returned = declaration.ExpressionBody is { } arrow ? [arrow.Expression]
            : body.DescendantNodes(n => CatchBody.IsWithin(n, body)).OfType<ReturnStatementSyntax>().Select(static r => r.Expression).OfType<ExpressionSyntax>().ToList();
        return returned.Any(static e => SyntaxSaysNull(e)) ? true : null;
    }

    private static bool SyntaxSaysNull(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax await => SyntaxSaysNull(await.Expression),
        PostfixUnaryExpressionSyntax suppressed => SyntaxSaysNull(suppressed.Operand),
        LiteralExpressionSyntax literal => literal.Token.ValueText is "null",
        ConditionalExpressionSyntax choice => SyntaxSaysNull(choice.WhenTrue) || SyntaxSaysNull(choice.WhenFalse),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => Lookups.Any(l => access.Name.Identifier.ValueText.EndsWith(l, StringComparison.Ordinal)),
        _ => false,
    };

    // `if (key is null) return null;`: nothing was asked, and the caller knows.
    private static bool IsRefusal(SyntaxNode returned, CatchSite site)
    {
        var guard = returned.AncestorsAndSelf().OfType<IfStatementSyntax>().FirstOrDefault();
        if (guard is null)
            return false;
        var condition = site.Body.Descendants().FirstOrDefault(o => o.Syntax == guard.Condition);
        return condition is not null && condition.DescendantsAndSelf().All(static o => o switch
        {
            ILocalReferenceOperation or IFieldReferenceOperation => false,
            IInvocationOperation call => call.TargetMethod.Name.StartsWith("IsNullOr", StringComparison.Ordinal),
            IInstanceReferenceOperation or IAwaitOperation => false,
            _ => true,
        });
    }

    // `log.Error("no key"); return null;`: another failure.
    private static bool IsReported(SyntaxNode returned)
    {
        if (returned.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } statement)
            return false;
        var before = block.Statements.TakeWhile(s => s != statement).LastOrDefault();
        return before is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && call.Expression.ToString() is var called
            && new[] { "Error", "Warn", "Fatal", "Critical" }.Any(w => called.IndexOf(w, StringComparison.Ordinal) >= 0);
    }

    private static bool MayBeZero(FlowValue value, IOperation returned) =>
        value.Kind == FlowValueKind.Constant || returned.ConstantValue.HasValue ? Equals(value.Constant ?? returned.ConstantValue.Value, 0) : true;

    // `return order.Id;`, `reader.GetInt32(port)`: no real one is 0.
    private static bool NamesKey(IOperation returned) => returned.Syntax.ToString() is var text && (text.EndsWith("Id", StringComparison.Ordinal) || text.EndsWith("Port", StringComparison.Ordinal));

    private static bool IsEmptyText(IOperation written) => written.DescendantsAndSelf().Any(static o => o switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: "" } } => true,
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => true,
        IInvocationOperation call => Texts.Any(t => call.TargetMethod.Name.StartsWith(t, StringComparison.Ordinal)),
        _ => false,
    });

    private static bool IsFilled(IOperation written) => written switch
    {
        IArrayCreationOperation array => array.Initializer is { ElementValues.IsEmpty: false },
        IObjectCreationOperation creation => creation.Initializer is { Initializers.IsEmpty: false },
        ICollectionExpressionOperation list => list.Elements.Any(static e => e is not ISpreadOperation),
        _ => false,
    };

    // The try adds to what is returned.
    private static bool Fills(CatchSite site) => site.Path.Outcomes[0].Returned!.Syntax is var returned
        && returned.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault()?.Identifier.ValueText is { } name
        && site.Statement.Block.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(a => a.Expression is IdentifierNameSyntax owner && owner.Identifier.ValueText == name && a.Name.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal));

    private static bool HasOtherTry(CatchSite site) =>
        site.Body.Syntax.DescendantNodes().Any(n => n is TryStatementSyntax && n != site.Statement)
        || site.Statement.Ancestors().TakeWhile(a => a != site.Body.Syntax).Any(static a => a is ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
}
