using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Taint.Library;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>Evaluates the operations of one call's blocks in their order, each on the state that the one before left.</summary>
internal sealed partial class Evaluator
{
    private readonly Interpreter _interpreter;
    private readonly int _frame;
    private readonly FrameInfo _info;
    private State _state = State.Empty;

    public Evaluator(Interpreter interpreter, int frame, FrameInfo info)
    {
        (_interpreter, _frame, _info) = (interpreter, frame, info);
        IsIterator = IteratorFacts.IsIterator(info.Graph);
    }

    /// <summary>The run that this is a part of.</summary>
    public Interpreter Interpreter => _interpreter;

    /// <summary>What is known now.</summary>
    public State State
    {
        get => _state;
        set => _state = value;
    }

    /// <summary>Whether no path leads on from here.</summary>
    public bool IsDead { get; private set; }

    /// <summary>Whether the function gives its results one by one.</summary>
    public bool IsIterator { get; }

    /// <summary>What was known when the iterator gave something.</summary>
    public List<State> YieldedStates { get; } = [];

    /// <summary>The exceptions that may have left the block, and what was known then.</summary>
    public List<(Value Exception, State State)> Raised { get; } = [];

    /// <summary>The ways through the block.</summary>
    public Choices Choices { get; } = new();

    /// <summary>Starts a block.</summary>
    public void Begin(State state)
    {
        _state = state;
        IsDead = false;
        Raised.Clear();
        Choices.Rewind();
    }

    /// <summary>Notes an exception. Unknown ones of one block are joined.</summary>
    public void Raise(Value exception, State state)
    {
        var at = Raised.FindIndex(r => r.Exception.Equals(exception));
        if (at < 0)
            Raised.Add((exception, state));
        else
            Raised[at] = (exception, Raised[at].State.Join(state));
    }

    /// <summary>The types of an exception's objects; empty where it may be any.</summary>
    public List<ITypeSymbol> TypesOf(Value exception, State state) => exception.Open != Openness.Closed && exception.Type is null
        ? []
        : [.. exception.Objects.Select(id => state[id].Type).Append(exception.Type).OfType<ITypeSymbol>()];

    /// <summary>The value of an operation.</summary>
    public Value Evaluate(IOperation operation)
    {
        if (IsDead)
            return Value.Nothing;
        _interpreter.Budget.Spend();
        if (operation.ConstantValue is { HasValue: true } constant && operation is not (IAssignmentOperation or IIncrementOrDecrementOperation))
            return Value.Of(constant.Value);
        if (Throwing.MayThrow(operation) && operation is not IInvocationOperation && operation is not IObjectCreationOperation)
            Raise(Value.Something, _state);
        if (operation.Parent is null && _info.Function is { ReturnsByRef: true } or { ReturnsByRefReadonly: true } && operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation)
            return ReferenceTo(operation, operation);
        return operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation or IFieldReferenceOperation => ReadPlaces(operation),
            IPropertyReferenceOperation property => ReadProperty(property),
            IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IInlineArrayAccessOperation => ReadPlaces(operation),
            IInstanceReferenceOperation instance => ReadInstance(instance),
            IEventReferenceOperation => ReadPlaces(operation),
            IMethodReferenceOperation method => MethodDelegate(method),
            IExpressionStatementOperation statement => Evaluate(statement.Operation),
            IParenthesizedOperation inner => Evaluate(inner.Operand),
            ISimpleAssignmentOperation assignment => Assign(assignment),
            IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction),
            ICompoundAssignmentOperation compound => AssignCompound(compound),
            IIncrementOrDecrementOperation step => Step(step),
            IEventAssignmentOperation subscription => Subscribe(subscription),
            IFlowCaptureOperation capture => Capture(capture),
            IBinaryOperation binary => Binary(binary),
            ITupleBinaryOperation tuples => Answer(Evaluate(tuples.LeftOperand), Evaluate(tuples.RightOperand)),
            IUnaryOperation unary => Unary(unary),
            IConversionOperation conversion => Convert(conversion),
            IIsTypeOperation isType => IsType(isType),
            IIsPatternOperation pattern => IsPattern(pattern),
            IIsNullOperation isNull => IsNull(isNull),
            IInvocationOperation invocation => Invoke(invocation),
            IFunctionPointerInvocationOperation pointer => InvokePointer(pointer),
            IDynamicInvocationOperation dynamic => InvokeDynamic(dynamic),
            IDynamicMemberReferenceOperation dynamic => ReadDynamic(dynamic),
            IDynamicIndexerAccessOperation indexer => ReadElement(Evaluate(indexer.Operation), [.. indexer.Arguments.Select(Evaluate)]),
            IDynamicObjectCreationOperation creation => CreateDynamic(creation),
            IObjectCreationOperation creation => Create(creation),
            ITypeParameterObjectCreationOperation creation => CreateTypeParameter(creation),
            IAnonymousObjectCreationOperation anonymous => CreateAnonymous(anonymous),
            IArrayCreationOperation array => CreateArray(array),
            IArrayInitializerOperation elements => CreateSequence(elements, elements.Type, [.. elements.ElementValues.Select(Evaluate)]),
            ICollectionExpressionOperation collection => CreateCollection(collection),
            ISpreadOperation spread => Evaluate(spread.Operand),
            ITupleOperation tuple => CreateTuple(tuple),
            IWithOperation with => CopyWith(with),
            IDelegateCreationOperation creation => CreateDelegate(creation),
            IFlowAnonymousFunctionOperation lambda => LambdaDelegate(lambda),
            IInterpolatedStringOperation interpolated => Interpolate(interpolated),
            IInterpolationOperation interpolation => Evaluate(interpolation.Expression),
            IAwaitOperation await => Evaluate(await.Operation),
            IDefaultValueOperation @default => CreateDefault(@default),
            ITypeOfOperation typeOf => Value.Of(Bound(typeOf.TypeOperand)),
            IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
            ICaughtExceptionOperation => _state.Read(new Place(_frame, FrameSlots.Exception)),
            IReturnOperation { Kind: OperationKind.YieldReturn } yield => Yield(yield),
            IAddressOfOperation address => ReferenceTo(address.Reference, address),
            IDiscardOperation or ISizeOfOperation => Value.Something,
            IThrowOperation @throw => Throw(@throw),
            ITranslatedQueryOperation query => Evaluate(query.Operation),
            IObjectOrCollectionInitializerOperation or IMemberInitializerOperation => Value.Something,
            IUtf8StringOperation utf8 => Value.Of(utf8.Value),
            IRangeOperation range => CreateRange(range),
            IInterpolatedStringHandlerCreationOperation handler => Evaluate(handler.Content),
            IInterpolatedStringAdditionOperation addition => Combine(addition, [Evaluate(addition.Left), Evaluate(addition.Right)], addition.Type),
            IInvalidOperation invalid => Unbound(invalid),
            IArgumentOperation argument => Evaluate(argument.Value),
            _ => Other(operation),
        };
    }

    /// <summary>Ends this path: what comes next cannot run.</summary>
    public Value Die()
    {
        IsDead = true;
        return Value.Nothing;
    }

    // Operations that have no meaning of their own here: their operands run, and what they hold goes on.
    private Value Other(IOperation operation)
    {
        if (operation.Syntax.IsKind(SyntaxKind.PointerIndirectionExpression) || IsBehindArrow(operation) || (operation.Kind == OperationKind.None && operation.Syntax.IsKind(SyntaxKind.ElementAccessExpression)))
            return ReadPlaces(operation);
        if (operation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.StackAllocArrayCreationExpressionSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.ImplicitStackAllocArrayCreationExpressionSyntax)
            return CreateBlock(operation);
        if (operation is { Kind: OperationKind.None, Type.TypeKind: TypeKind.Pointer, ChildOperations.Count: 1 })
            return Evaluate(operation.ChildOperations.First());
        var values = operation.ChildOperations.Select(Evaluate).ToList();
        return values.Count == 0 ? Value.Anything : Combine(operation, values, operation.Type);
    }

    private Value Throw(IThrowOperation operation)
    {
        Raise(operation.Exception is { } exception ? Evaluate(exception) : _state.Read(new Place(_frame, FrameSlots.Exception)), _state);
        return Die();
    }

    private Value Yield(IReturnOperation yield)
    {
        var value = yield.ReturnedValue is { } returned ? Evaluate(returned) : Value.Something;
        var slot = new Place(_frame, FrameSlots.Yielded);
        if (!_state[_frame].Slots.TryGetValue(FrameSlots.Yielded, out var list) || list.Objects.Length != 1)
        {
            list = Value.ToObject(Allocate(yield.Syntax, new HeapObject(ObjectKind.Sequence, null, SlotMap.Empty, Count: 0)));
            _state = _state.Write(slot, list, isSure: true);
        }

        Sequences.Append(this, list, value);
        YieldedStates.Add(_state);
        if (YieldedStates.Count > 8)
        {
            var joined = YieldedStates.Aggregate(static (a, b) => a.Join(b));
            YieldedStates.Clear();
            YieldedStates.Add(joined);
        }

        return Value.Something;
    }

    /// <summary>A type with the type parameters of the functions and types around it replaced by what they stand for.</summary>
    public ITypeSymbol? Bound(ITypeSymbol? type)
    {
        if (type is not ITypeParameterSymbol parameter)
            return type;
        for (var frame = _frame; frame != 0 && _state.Heap.TryGetValue(frame, out var owner) && owner.Tag is FrameInfo info; frame = info.Around)
        {
            if (parameter.TypeParameterKind == TypeParameterKind.Method
                && SymbolEqualityComparer.Default.Equals(info.Function.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition)
                && !SymbolEqualityComparer.Default.Equals(info.Function, info.Function.OriginalDefinition))
            {
                return info.Function.TypeArguments[parameter.Ordinal];
            }

            if (parameter.TypeParameterKind == TypeParameterKind.Type && BoundByType(info, parameter) is { } bound)
                return bound;
        }

        return type;
    }

    private ITypeSymbol? BoundByType(FrameInfo info, ITypeParameterSymbol parameter)
    {
        IEnumerable<ITypeSymbol?> candidates = [info.Function.ContainingType];
        if (_state.Heap.TryGetValue(_frame, out var frame) && frame.Slots.TryGetValue(FrameSlots.This, out var self))
            candidates = candidates.Concat(self.Objects.Select(id => _state[id].Type));
        foreach (var candidate in candidates)
        {
            for (var t = candidate as INamedTypeSymbol; t is not null; t = t.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, parameter.ContainingSymbol) && parameter.Ordinal < t.TypeArguments.Length
                    && t.TypeArguments[parameter.Ordinal] is not ITypeParameterSymbol)
                {
                    return t.TypeArguments[parameter.Ordinal];
                }
            }
        }

        return null;
    }

    /// <summary>Makes an object at a place in the code.</summary>
    public int Allocate(object site, HeapObject made)
    {
        const int mostCopies = 6;
        for (var copy = 0; copy < mostCopies; copy++)
        {
            var id = _interpreter.IdOf(site, _info.Context, copy);
            if (!_state.Heap.ContainsKey(id))
            {
                _state = _state.With(id, made);
                return id;
            }
        }

        // A loop has made many of them: the last number stands for all further ones.
        var last = _interpreter.IdOf(site, _info.Context, mostCopies);
        _state = _state.With(last, _state.Heap.TryGetValue(last, out var before) ? before.Join(made) with { IsUnique = false } : made with { IsUnique = false });
        return last;
    }

    /// <summary>An unknown object of a type, which remembers what is put into it.</summary>
    public Value Foreign(object site, ITypeSymbol? type, LabelSet labels)
    {
        if (type is null || !TypeKinds.HasIdentity(type))
            return Typed(Value.Tainted(labels, type), type);
        var kind = TypeKinds.ObjectKindOf(type) is ObjectKind.Sequence or ObjectKind.Map ? TypeKinds.ObjectKindOf(type) : ObjectKind.Foreign;
        return Value.ToObject(Allocate(site, new HeapObject(kind, type, SlotMap.Empty, Value.Tainted(labels)))).Plus(labels);
    }

    /// <summary>Labels of what an operation makes out of these values: a new text, and a new station on its way.</summary>
    public LabelSet Derive(IOperation site, LabelSet labels)
    {
        if (labels.IsEmpty)
            return labels;
        var number = _interpreter.NumberOf((site.Syntax, _info.Context));
        var derived = _state.Effective(labels).Select(l => l.Derived(number, Station(l.Path, site.Syntax)));
        foreach (var label in derived.All)
        {
            if (_state.Checked.ContainsKey(label.Key))
                _state = _state with { Checked = _state.Checked.Remove(label.Key) };
        }

        return derived;
    }

    private static TaintStep Station(TaintStep path, SyntaxNode place)
    {
        const int longest = 30;
        if (path.Length >= longest || path.Place == place)
            return path;
        return new TaintStep(place, path);
    }

    internal static string Short(SyntaxNode node)
    {
        var text = string.Join(" ", node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > 60 ? text.Substring(0, 57) + "..." : text;
    }

    /// <summary>An unknown value that is made of others: it holds what they hold.</summary>
    public Value Combine(IOperation site, IReadOnlyList<Value> values, ITypeSymbol? type) =>
        Typed(Value.Tainted(Derive(site, values.Aggregate(LabelSet.None, (all, v) => all.Union(_state.LabelsWithin(v)))), type), type);

    /// <summary>The same value as one of a type: a number, a date or an answer carries no text into a sink.</summary>
    public static Value Typed(Value value, ITypeSymbol? type)
    {
        if (type is null || value.Labels.IsEmpty)
            return value;
        if (type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Void)
            return value.With(labels: LabelSet.None);
        return TypeKinds.IsTextFree(type)
            ? value.With(labels: value.Labels.Select(l => l with { Safe = l.Safe | TypeKinds.SafeFor(type) }))
            : value;
    }
}
