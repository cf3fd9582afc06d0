using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>What a mock answered to the test itself.</summary>
/// <param name="Mock">The local that holds the mock.</param>
/// <param name="Member">The member that was asked.</param>
internal sealed record MockAnswer(ILocalSymbol Mock, ISymbol Member);

/// <summary>
/// The mocks (Moq, NSubstitute) that a test makes and keeps to itself: nothing but the test asks them, so no real code stands
/// between what it sets up and what it gets back.
/// </summary>
internal sealed class TestMocks
{
    private const int MostSteps = 8;

    private readonly Dictionary<ILocalSymbol, IOperation> _locals = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _mocks = new(SymbolEqualityComparer.Default);
    private readonly List<(ILocalSymbol Mock, ISymbol Member, IOperation Call)> _setups = [];

    private TestMocks()
    {
    }

    /// <summary>Whether there is no mock that stays in the test, or nothing is set up.</summary>
    public bool IsEmpty => _setups.Count == 0;

    /// <summary>Reads the body of a test.</summary>
    public static TestMocks In(IOperation body)
    {
        var mocks = new TestMocks();
        var all = body.Descendants().ToList();

        // Calls of a mock are checked: then that they come is the point. CallBase runs the real code.
        if (all.Any(static o => o is IInvalidOperation or IPropertyReferenceOperation { Property.Name: "CallBase" }
            || (o is IInvocationOperation { TargetMethod: { Name: var name } called } && IsOfMocks(called) && (name.StartsWith("Verify", StringComparison.Ordinal)
                || name is "CallBase" or "ForPartsOf" or "SetupSequence" or "Raise" or "AndDoes" or "Configure" || name.StartsWith("Received", StringComparison.Ordinal) || name.StartsWith("DidNotReceive", StringComparison.Ordinal)))))
        {
            return mocks;
        }

        foreach (var declarator in all.OfType<IVariableDeclaratorOperation>())
        {
            if (declarator.Initializer?.Value is { } value)
                mocks._locals[declarator.Symbol] = value;
        }

        foreach (var written in all.OfType<IAssignmentOperation>().Select(static a => a.Target).OfType<ILocalReferenceOperation>())
            mocks._locals.Remove(written.Local);
        foreach (var local in mocks._locals.Where(static l => IsMaking(Strip(l.Value))).Select(static l => l.Key).ToList())
            mocks._mocks.Add(local);
        foreach (var use in all.OfType<ILocalReferenceOperation>().Where(static u => !IsAsked(u)).ToList())
        {
            // `var rates = mock.Object;` hands the mock over under another name.
            if (mocks.MockOf(use) is { } given)
                mocks._mocks.Remove(given);
        }

        mocks._setups.AddRange(all.OfType<IInvocationOperation>().SelectMany(mocks.SetupsIn));
        mocks._setups.AddRange(mocks._mocks.Where(m => Strip(mocks._locals[m]) is IInvocationOperation { TargetMethod.Name: "Of" }).SelectMany(mocks.SetupsOf));
        return mocks;
    }

    /// <summary>The member of a mock that a value comes from, through locals, awaits and kept data; null where it comes from elsewhere.</summary>
    public MockAnswer? AnswerOf(IOperation value) => AnswerOf(value, 0);

    /// <summary>Where the member is set up, and what it is told to answer is plain data; null where it is not so.</summary>
    public IOperation? SetupOf(MockAnswer answer)
    {
        var found = _setups.Where(s => Same(s.Mock, answer.Mock) && Same(s.Member, answer.Member)).ToList();
        return found.Count > 0 && found.All(s => s.Call is not IInvocationOperation call || call.TargetMethod.Name == "Of" || call.Arguments.All(a => IsQuery(a.Value) || a.Value == call.Arguments[0].Value && IsReceiver(call) || IsPlain(a.Value)))
            ? found[0].Call : null;
    }

    /// <summary>Whether no code of the source makes the value: literals, parameters, records and what the framework does with them.</summary>
    public bool IsPlain(IOperation value) => IsPlain(value, 0);

    private bool IsPlain(IOperation value, int step) => value.DescendantsAndSelf().All(o => o switch
    {
        IInvocationOperation call => IsOfSystem(call.TargetMethod.ContainingType) || (AnswerOf(call, step) is not null && step < MostSteps) || IsArgumentMatcher(call),
        IObjectCreationOperation creation => IsOfSystem(creation.Type) || creation.Constructor?.DeclaringSyntaxReferences.All(static r => r.GetSyntax() is TypeDeclarationSyntax) == true && creation.Type?.DeclaringSyntaxReferences.IsEmpty == false,
        IPropertyReferenceOperation property => IsOfSystem(property.Property.ContainingType) || IsKept(property.Property) || IsMockObject(property) || AnswerOf(property, step) is not null,
        IFieldReferenceOperation field => field.Field.IsConst || IsOfSystem(field.Field.ContainingType),
        ILocalReferenceOperation local => _mocks.Contains(local.Local) || (step < MostSteps && _locals.TryGetValue(local.Local, out var from) && IsPlain(from, step + 1)),
        IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation => false,
        IConversionOperation { OperatorMethod: { } conversion } => IsOfSystem(conversion.ContainingType),
        IBinaryOperation { OperatorMethod: { } made } => IsOfSystem(made.ContainingType),
        _ => true,
    });

    private MockAnswer? AnswerOf(IOperation value, int step)
    {
        value = Strip(value);
        if (step > MostSteps)
            return null;
        switch (value)
        {
            case ILocalReferenceOperation local:
                return _locals.TryGetValue(local.Local, out var from) ? AnswerOf(from, step + 1) : null;
            case IInvocationOperation { Instance: { } instance } call:
                if (MockOf(instance) is { } asked)
                    return call.Arguments.All(a => IsPlain(a.Value, step + 1)) ? new MockAnswer(asked, call.TargetMethod.OriginalDefinition) : null;
                return call.TargetMethod.Name is "ConfigureAwait" or "GetAwaiter" or "GetResult" ? AnswerOf(instance, step + 1) : null;
            case IPropertyReferenceOperation { Instance: { } instance } property:
                if (MockOf(instance) is { } holder)
                    return IsMockObject(property) ? null : new MockAnswer(holder, property.Property.OriginalDefinition);
                return IsKept(property.Property) || (IsOfSystem(property.Property.ContainingType) && property.Arguments.All(a => IsPlain(a.Value, step + 1))) ? AnswerOf(instance, step + 1) : null;
            default:
                return null;
        }
    }

    // `mock.Setup(m => m.Get(1)).Returns(2)`, `substitute.Get(1).Returns(2)`.
    private IEnumerable<(ILocalSymbol, ISymbol, IOperation)> SetupsIn(IInvocationOperation call)
    {
        if (!IsOfMocks(call.TargetMethod) || call.TargetMethod.Name is not ("Returns" or "ReturnsAsync" or "ReturnsForAnyArgs"))
            yield break;
        var target = Strip(call.Instance ?? call.Arguments.FirstOrDefault()?.Value ?? call);
        if (target is IInvocationOperation { TargetMethod.Name: "Setup" or "SetupGet" } setup && setup.Instance is ILocalReferenceOperation { Local: var mock } && _mocks.Contains(mock))
        {
            if (setup.Descendants().OfType<IAnonymousFunctionOperation>().FirstOrDefault() is { } query && Asked(query) is { } member)
                yield return (mock, member, call);
        }
        else if (AnswerOf(target, 0) is { } answer && target is IInvocationOperation or IPropertyReferenceOperation)
        {
            yield return (answer.Mock, answer.Member, call);
        }
    }

    // `Mock.Of<IClock>(c => c.Year == 2024)`.
    private IEnumerable<(ILocalSymbol, ISymbol, IOperation)> SetupsOf(ILocalSymbol mock)
    {
        var made = (IInvocationOperation)Strip(_locals[mock]);
        return made.Descendants().OfType<IBinaryOperation>().Where(b => b.OperatorKind == BinaryOperatorKind.Equals && IsPlain(b.RightOperand, 0))
            .Select(static b => Strip(b.LeftOperand)).Select(static o => o switch
            {
                IPropertyReferenceOperation { Instance: IParameterReferenceOperation, Property: var property } => property.OriginalDefinition,
                IInvocationOperation { Instance: IParameterReferenceOperation, TargetMethod: var method } => (ISymbol)method.OriginalDefinition,
                _ => null,
            }).OfType<ISymbol>().Select(member => (mock, member, (IOperation)made));
    }

    private static ISymbol? Asked(IAnonymousFunctionOperation query) =>
        query.Body.Descendants().FirstOrDefault(static o => o is IInvocationOperation { Instance: IParameterReferenceOperation } or IPropertyReferenceOperation { Instance: IParameterReferenceOperation }) switch
        {
            IInvocationOperation call => call.TargetMethod.OriginalDefinition,
            IPropertyReferenceOperation property => property.Property.OriginalDefinition,
            _ => null,
        };

    // `mock.Object.…`, `substitute.…`: the object, or the mock that it is taken from.
    private ILocalSymbol? MockOf(IOperation instance)
    {
        instance = Strip(instance);
        if (instance is IPropertyReferenceOperation { Instance: { } inner } property && IsMockObject(property))
            instance = Strip(inner);
        if (instance is not ILocalReferenceOperation { Local: var local })
            return null;
        if (_mocks.Contains(local))
            return local;
        return _locals.TryGetValue(local, out var from) && Strip(from) is IPropertyReferenceOperation taken && IsMockObject(taken) ? MockOf(taken) : null;
    }

    // Only members of the mock are asked: handed to anybody, real code may stand in between.
    private static bool IsAsked(ILocalReferenceOperation use)
    {
        IOperation at = use;
        if (at.Parent is IPropertyReferenceOperation taken && IsMockObject(taken))
            at = taken;
        return at.Parent switch
        {
            IInvocationOperation call => call.Instance == at,
            IPropertyReferenceOperation property => property.Instance == at && !(property.Parent is IAssignmentOperation assignment && assignment.Target == property),
            IVariableInitializerOperation => at != use, // `var gateway = mock.Object;`
            _ => false,
        };
    }

    private static bool IsMaking(IOperation value) => value switch
    {
        IObjectCreationOperation { Type: { Name: "Mock", ContainingNamespace.Name: "Moq" } } => true,
        IInvocationOperation { TargetMethod: { Name: "For", ContainingType.Name: "Substitute" } } => true,
        IInvocationOperation { TargetMethod: { Name: "Of", ContainingType: { Name: "Mock", ContainingNamespace.Name: "Moq" } } } => true,
        _ => false,
    };

    private static bool IsMockObject(IPropertyReferenceOperation property) => property.Property is { Name: "Object", ContainingType: { Name: "Mock", ContainingNamespace.Name: "Moq" } };

    private static bool IsOfMocks(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString() is { } space && (space.StartsWith("Moq", StringComparison.Ordinal) || space.StartsWith("NSubstitute", StringComparison.Ordinal));

    private static bool IsArgumentMatcher(IInvocationOperation call) => IsOfMocks(call.TargetMethod) && call.TargetMethod.ContainingType.Name is "It" or "Arg";

    private static bool IsQuery(IOperation value) => Strip(value) is IAnonymousFunctionOperation && value.Type?.Name == "Expression";

    private static bool IsReceiver(IInvocationOperation call) => call.Instance is null && call.TargetMethod.IsExtensionMethod;

    // A property without code: it gives what it was made with.
    private static bool IsKept(IPropertySymbol property) =>
        !property.DeclaringSyntaxReferences.IsEmpty && property.DeclaringSyntaxReferences.All(static r => r.GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } => accessors.All(static a => a.Body is null && a.ExpressionBody is null),
            _ => false,
        });

    private static bool IsOfSystem(ITypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name == "System" || type is IArrayTypeSymbol;
    }

    private static IOperation Strip(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    value = conversion.Operand;
                    break;
                case IAwaitOperation awaited:
                    value = awaited.Operation;
                    break;
                case IParenthesizedOperation inner:
                    value = inner.Operand;
                    break;
                default:
                    return value;
            }
        }
    }

    private static bool Same(ISymbol a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
