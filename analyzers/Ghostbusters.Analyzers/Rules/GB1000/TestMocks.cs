using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>What a mock answered to the test itself.</summary>
/// <param name="Mock">The local, field or property that holds the mock.</param>
/// <param name="Member">The member that was asked.</param>
internal sealed record MockAnswer(ISymbol Mock, ISymbol Member);

/// <summary>
/// The mocks (Moq, NSubstitute) that a test and its class make and keep to themselves: nothing but the test and its helpers ask them,
/// so no real code stands between what is set up and what the test gets back.
/// </summary>
internal sealed class TestMocks
{
    private const int MostSteps = 8;

    private readonly MockScope _scope;
    private readonly HashSet<ISymbol> _mocks = new(SymbolEqualityComparer.Default);
    private readonly List<(ISymbol Mock, ISymbol Member, IOperation Call)> _setups = [];

    private TestMocks(MockScope scope) => _scope = scope;

    /// <summary>Whether there is no mock that stays in the test, or nothing is set up.</summary>
    public bool IsEmpty => _setups.Count == 0;

    /// <summary>Reads the code of a test.</summary>
    public static TestMocks In(MockScope scope)
    {
        var mocks = new TestMocks(scope);
        if (scope.All.Exists(IsBeyond))
            return mocks;
        mocks._mocks.UnionWith(scope.Names.Where(name => IsMaking(MockScope.Strip(scope.ValueOf(name)!)) && name is not IMethodSymbol));
        foreach (var use in scope.All.Where(o => scope.NameOf(o) is not null && !mocks.IsAsked(o)).ToList())
        {
            // `var rates = mock.Object;` hands the mock over under another name.
            if (mocks.MockOf(use) is { } given)
                mocks._mocks.Remove(given);
        }

        mocks._setups.AddRange(scope.All.OfType<IInvocationOperation>().SelectMany(mocks.SetupsIn));
        mocks._setups.AddRange(mocks._mocks.Where(m => MockScope.Strip(scope.ValueOf(m)!) is IInvocationOperation { TargetMethod.Name: "Of" }).SelectMany(mocks.SetupsOf));
        return mocks;
    }

    /// <summary>Whether the operation lets real code run, or makes calls of a mock the point: then that they come is what is tested.</summary>
    public static bool IsBeyond(IOperation operation) => operation is IInvalidOperation or IPropertyReferenceOperation { Property.Name: "CallBase" }
        || (operation is IInvocationOperation { TargetMethod: { Name: var name } called } && IsOfMocks(called)
            && (name is "CallBase" or "ForPartsOf" or "SetupSequence" or "Raise" or "AndDoes" or "Configure"
                || name.StartsWith("Verify", StringComparison.Ordinal) || name.StartsWith("Received", StringComparison.Ordinal) || name.StartsWith("DidNotReceive", StringComparison.Ordinal)));

    /// <summary>The member of a mock that a value comes from, through locals, awaits and kept data; null where it comes from elsewhere.</summary>
    public MockAnswer? AnswerOf(IOperation value) => AnswerOf(value, 0);

    /// <summary>Where the member is set up, and what it is told to answer is plain data; nothing where it is not so.</summary>
    public IEnumerable<IOperation> SetupsOf(MockAnswer answer)
    {
        var found = _setups.Where(s => Same(s.Mock, answer.Mock) && Same(s.Member, answer.Member)).ToList();
        return found.All(s => s.Call is not IInvocationOperation call || call.TargetMethod.Name == "Of" || call.Arguments.All(a => IsQuery(a.Value) || a.Value == call.Arguments[0].Value && IsReceiver(call) || IsPlain(a.Value)))
            ? found.Select(static s => s.Call) : [];
    }

    /// <summary>Whether no code of the source makes the value: literals, parameters, records and what the framework does with them.</summary>
    public bool IsPlain(IOperation value) => IsPlain(value, 0);

    private bool IsPlain(IOperation value, int step) => value.DescendantsAndSelf().All(o => o switch
    {
        IInvocationOperation call when _scope.NameOf(call) is { } helper && IsPlainName(helper, step) => true,
        IInvocationOperation call => IsOfSystem(call.TargetMethod.ContainingType) || (AnswerOf(call, step) is not null && step < MostSteps) || IsArgumentMatcher(call),
        IObjectCreationOperation creation => IsOfSystem(creation.Type) || creation.Constructor?.DeclaringSyntaxReferences.All(static r => r.GetSyntax() is TypeDeclarationSyntax) == true && creation.Type?.DeclaringSyntaxReferences.IsEmpty == false,
        IParameterReferenceOperation parameter => _scope.ValuesOf(parameter.Parameter) is null || IsPlainName(parameter.Parameter, step),
        ILocalReferenceOperation local => IsPlainName(local.Local, step),
        IFieldReferenceOperation or IPropertyReferenceOperation when _scope.NameOf(o) is { } name && IsPlainName(name, step) => true,
        IPropertyReferenceOperation property => IsOfSystem(property.Property.ContainingType) || IsKept(property.Property) || IsMockObject(property) || AnswerOf(property, step) is not null,
        IFieldReferenceOperation field => field.Field.IsConst || IsOfSystem(field.Field.ContainingType),
        IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation => false,
        IConversionOperation { OperatorMethod: { } conversion } => IsOfSystem(conversion.ContainingType),
        IBinaryOperation { OperatorMethod: { } made } => IsOfSystem(made.ContainingType),
        _ => true,
    });

    private bool IsPlainName(ISymbol name, int step) =>
        _mocks.Contains(name) || (step < MostSteps && _scope.ValuesOf(name) is { } values && values.All(v => IsPlain(v, step + 1)));

    private MockAnswer? AnswerOf(IOperation value, int step)
    {
        value = MockScope.Strip(value);
        if (step > MostSteps)
            return null;
        if (_scope.NameOf(value) is { } name && _scope.ValueOf(name) is { } from)
            return AnswerOf(from, step + 1);
        switch (value)
        {
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
    private IEnumerable<(ISymbol, ISymbol, IOperation)> SetupsIn(IInvocationOperation call)
    {
        if (!IsOfMocks(call.TargetMethod) || call.TargetMethod.Name is not ("Returns" or "ReturnsAsync" or "ReturnsForAnyArgs"))
            yield break;
        var target = MockScope.Strip(call.Instance ?? call.Arguments.FirstOrDefault()?.Value ?? call);
        if (target is IInvocationOperation { TargetMethod.Name: "Setup" or "SetupGet" } setup && setup.Instance is { } holder && MockOf(holder) is { } mock)
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
    private IEnumerable<(ISymbol, ISymbol, IOperation)> SetupsOf(ISymbol mock)
    {
        var made = (IInvocationOperation)MockScope.Strip(_scope.ValueOf(mock)!);
        return made.Descendants().OfType<IBinaryOperation>().Where(b => b.OperatorKind == BinaryOperatorKind.Equals && IsPlain(b.RightOperand, 0))
            .Select(static b => MockScope.Strip(b.LeftOperand)).Select(static o => o switch
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

    // `mock.Object.…`, `substitute.…`: the object, or the mock that it is taken from, by whatever name it has here.
    private ISymbol? MockOf(IOperation instance, int step = 0)
    {
        instance = MockScope.Strip(instance);
        if (instance is IPropertyReferenceOperation { Instance: { } inner } property && IsMockObject(property))
            instance = MockScope.Strip(inner);
        if (step > MostSteps || _scope.NameOf(instance) is not { } name)
            return null;
        if (_mocks.Contains(name))
            return name;
        return _scope.ValueOf(name) is { } from ? MockOf(from, step + 1) : null;
    }

    // Only members of the mock are asked, or it gets another name of the scope, whose uses are looked at as well. Handed to
    // anybody else, real code may stand in between.
    private bool IsAsked(IOperation use)
    {
        var at = use;
        if (at.Parent is IPropertyReferenceOperation taken && IsMockObject(taken))
            at = taken;
        while (at.Parent is IConversionOperation { IsImplicit: true, OperatorMethod: null })
            at = at.Parent;
        return at.Parent switch
        {
            IInvocationOperation call => call.Instance == at,
            IPropertyReferenceOperation property => property.Instance == at && !(property.Parent is IAssignmentOperation assignment && assignment.Target == property),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => IsName(declarator.Symbol),
            IFieldInitializerOperation { InitializedFields.Length: 1 } initializer => IsName(initializer.InitializedFields[0]),
            IPropertyInitializerOperation { InitializedProperties.Length: 1 } initializer => IsName(initializer.InitializedProperties[0]),
            IAssignmentOperation assigned => assigned.Target == at || (_scope.NameOf(assigned.Target) is { } target && IsName(target)),
            IArgumentOperation { Parameter: { RefKind: RefKind.None } parameter, Parent: IInvocationOperation call } => _scope.NameOf(call) is not null && IsName(parameter.OriginalDefinition),
            IReturnOperation returned => IsReturnOfName(returned),
            IExpressionStatementOperation => true,
            _ => false,
        };
    }

    private bool IsName(ISymbol name) => _scope.ValueOf(name) is not null;

    private bool IsReturnOfName(IReturnOperation returned) => _scope.Names.Any(n => n is IMethodSymbol or IPropertySymbol && _scope.ValueOf(n) == returned.ReturnedValue);

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

    private static bool IsQuery(IOperation value) => MockScope.Strip(value) is IAnonymousFunctionOperation && value.Type?.Name == "Expression";

    private static bool IsReceiver(IInvocationOperation call) => call.Instance is null && call.TargetMethod.IsExtensionMethod;

    // A property without code: it gives what it was made with.
    private static bool IsKept(IPropertySymbol property) =>
        !property.DeclaringSyntaxReferences.IsEmpty && property.DeclaringSyntaxReferences.All(static r => r.GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } => accessors.All(static a => a.Body is null && a.ExpressionBody is null),
            _ => false,
        });

    private static bool IsOfSystem(ITypeSymbol? type) => RootNamespace.Of(type) == "System" || type is IArrayTypeSymbol;

    private static bool Same(ISymbol a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
