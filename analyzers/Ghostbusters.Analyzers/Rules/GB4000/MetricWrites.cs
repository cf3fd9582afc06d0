using System.Collections.Concurrent;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>One write of a measurement into a result.</summary>
/// <param name="Name">The member.</param>
/// <param name="Noun">What it measures.</param>
/// <param name="Value">The constant.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record MetricWrite(string Name, string Noun, FixedValue Value, SyntaxNode Place);

/// <summary>
/// What a compilation writes into the members that name a measurement. Only where all of it is one and the same constant,
/// and no condition decides whether it is written, has no input a say in it.
/// </summary>
internal sealed class MetricWrites(SourceBodies bodies)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _varying = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ConcurrentBag<(MetricWrite Write, bool IsReported)>> _writes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentBag<MetricWrite> _anonymous = [];

    /// <summary>Takes in one operation of a body.</summary>
    public void Read(MemberOperation context)
    {
        switch (context.Operation)
        {
            case ISimpleAssignmentOperation assignment when MemberOf(assignment.Target) is { } member:
                Add(context, member, assignment.Value, assignment.Syntax);
                break;
            case ICompoundAssignmentOperation compound when MemberOf(compound.Target) is { } member:
                _varying[member] = true;
                break;
            case IIncrementOrDecrementOperation step when MemberOf(step.Target) is { } member:
                _varying[member] = true;
                break;
            case IObjectCreationOperation { Type: INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } type } creation:
                ReadArguments(context, type, creation);
                break;
        }
    }

    /// <summary>The writes that nothing decides, once all bodies were read.</summary>
    public IEnumerable<MetricWrite> Invented() =>
        _writes.Where(pair => !_varying.ContainsKey(pair.Key) && pair.Value.Select(static w => w.Write.Value.Text).Distinct().Count() == 1)
            .SelectMany(static pair => pair.Value).Where(static w => w.IsReported).Select(static w => w.Write).Concat(_anonymous);

    // `new Prediction(label, 0.95)`: a parameter that has the name of a member becomes that member.
    private void ReadArguments(MemberOperation context, INamedTypeSymbol type, IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && MetricName.Of(parameter.Name) is not null
                && type.GetMembers().FirstOrDefault(m => m is IPropertySymbol && m.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)) is { } member)
            {
                Add(context, member, argument.Value, argument.Syntax);
            }
        }
    }

    private static ISymbol? MemberOf(IOperation target) => target is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol { IsStatic: false } } reference
        && MetricName.Of(reference.Member.Name) is not null ? reference.Member.OriginalDefinition : null;

    private void Add(MemberOperation context, ISymbol member, IOperation value, SyntaxNode place)
    {
        if (IsHandedOn(value, member))
            return;
        var type = member.ContainingType;
        var (known, values) = ValueOf(context, value, bodies);
        if (known is null)
        {
            _varying[member] = true;
            return;
        }

        if (known.IsPlain)
            return; // None, all, or not known yet: what a failure or an early return writes.
        var isReported = MetricPlace.IsReport(type) && IsInBody(context, place) && !MetricPlace.IsSetting(place) && !ShippedCode.LiesBeside(place.SyntaxTree.FilePath)
            && !IsOwnState(member, context, value) && !HonestStub.OwnsUp(place) && (values ?? FunctionGraph.Around(context)) is { } around && MetricPaths.IsUnconditional(place, known, around);
        var write = new MetricWrite(member.Name, MetricName.Of(member.Name)!, known, place);
        if (!type.IsAnonymousType)
            _writes.GetOrAdd(member, static _ => []).Add((write, isReported));
        else if (isReported)
            _anonymous.Add(write);
    }

    // `Score = source.Score`: the number was made elsewhere.
    private static bool IsHandedOn(IOperation value, ISymbol member)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return (value is IMemberReferenceOperation reference && reference.Member.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase) && !reference.Member.ContainingType.IsAnonymousType)
            || (value is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingType, member.ContainingType)
                && parameter.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The value of an operation of the body that is analysed; null where an input may have a say in it.</summary>
    public static FixedValue? ValueAt(MemberOperation context, IOperation value, SourceBodies bodies) => ValueOf(context, value, bodies).Value;

    private static (FixedValue? Value, ValueAnalysis? Values) ValueOf(MemberOperation context, IOperation value, SourceBodies bodies)
    {
        if (FixedValue.Of(value, null, bodies, context.CancellationToken) is { } direct)
            return (direct, null);
        if (!value.DescendantsAndSelf().All(static o => o is ILocalReferenceOperation or IBinaryOperation or IConversionOperation or IUnaryOperation or ILiteralOperation
            or IInvocationOperation or IArgumentOperation or IAwaitOperation or IInstanceReferenceOperation or IFieldReferenceOperation))
        {
            return (null, null);
        }

        if (FunctionGraph.Around(context) is not { } values)
            return (null, null);
        var inGraph = values.Graph.Operations().FirstOrDefault(o => o.Syntax == value.Syntax && o.Kind == value.Kind);
        return (inGraph is null ? null : FixedValue.Of(inGraph, values, bodies, context.CancellationToken), values);
    }

    private static bool IsInBody(MemberOperation context, SyntaxNode place) =>
        context.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.StaticConstructor } && !place.Ancestors().TakeWhile(static a => a is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax))
            .Any(static a => a is InitializerExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.CollectionInitializerExpression or (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ArrayInitializerExpression }
                or CollectionElementSyntax or ParameterSyntax);

    // A type that sets its own member in its constructor gives it its first value.
    private static bool IsOwnState(ISymbol member, MemberOperation context, IOperation value) =>
        context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && SymbolEqualityComparer.Default.Equals(member.ContainingType, context.ContainingSymbol.ContainingType)
        && value.Parent is IAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } };
}
