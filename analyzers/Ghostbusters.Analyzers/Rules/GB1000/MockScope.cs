using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>
/// The code that a test's mocks live in, and what it gives the names in it: locals, the private fields and properties of the class,
/// parameters of its helpers (what they are called with), and the helpers themselves (what they return).
/// </summary>
internal sealed class MockScope
{
    // A helper that calls a helper that …
    private const int Depth = 4;

    private readonly IOperation _test;
    private readonly INamedTypeSymbol _testClass;
    private readonly IReadOnlyList<TestClassBody> _class;
    private readonly HashSet<ISymbol> _helpers;
    private readonly Dictionary<ISymbol, List<IOperation>> _values = new(SymbolEqualityComparer.Default);

    public MockScope(IOperation test, INamedTypeSymbol testClass, IReadOnlyList<TestClassBody> ofClass)
    {
        (_test, _testClass, _class) = (test, testClass, ofClass);
        _helpers = new(ofClass.Select(static b => b.Method?.OriginalDefinition).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        All = [.. test.Descendants(), .. ofClass.SelectMany(static b => b.Body.DescendantsAndSelf())];
        foreach (var (symbol, value) in All.SelectMany(DefinitionsIn))
        {
            if (!_values.TryGetValue(symbol, out var values))
                _values[symbol] = values = [];
            // `= null!` is there for the compiler until the set-up has run.
            if (Strip(value) is not ({ ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation))
                values.Add(value);
        }
    }

    /// <summary>Every operation.</summary>
    public List<IOperation> All { get; }

    /// <summary>The names that have exactly one value.</summary>
    public IEnumerable<ISymbol> Names => _values.Where(static v => v.Value.Count == 1).Select(static v => v.Key);

    /// <summary>Every value that the name is given; null where none is seen.</summary>
    public IReadOnlyList<IOperation>? ValuesOf(ISymbol name) => _values.TryGetValue(name, out var values) && values.Count > 0 ? values : null;

    /// <summary>The one value of a name; null where there are more, or none.</summary>
    public IOperation? ValueOf(ISymbol name) => _values.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;

    /// <summary>The name that an operation stands for; null for other operations.</summary>
    public ISymbol? NameOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: { IsConst: false } field } when IsOwn(field) => field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property: { IsIndexer: false } property } when IsOwn(property) => property,
        IInvocationOperation { Instance: null or IInstanceReferenceOperation, TargetMethod: { MethodKind: MethodKind.Ordinary, IsAsync: false } method } when IsOwn(method) && _helpers.Contains(method.OriginalDefinition) => method.OriginalDefinition,
        _ => null,
    };

    /// <summary>Whether the operation has surely run when the test comes to a place, as far as another says it of places in the test.</summary>
    public bool HasRunBefore(IOperation operation, Predicate<IOperation> isBefore) => HasRunBefore(operation, isBefore, 0);

    private bool HasRunBefore(IOperation operation, Predicate<IOperation> isBefore, int depth)
    {
        if (depth > Depth)
            return false;
        for (var o = operation; o is not null; o = o.Parent)
        {
            if (ReferenceEquals(o, _test))
                return isBefore(operation);
            if (_class.FirstOrDefault(b => ReferenceEquals(b.Body, o)) is { } body)
                return body.RunsBefore || (body.Method is { } method && CallsOf(method).Any(call => HasRunBefore(call, isBefore, depth + 1)));
            if (o is IConditionalOperation or ISwitchOperation or ILoopOperation or ITryOperation or IAnonymousFunctionOperation or ILocalFunctionOperation && !IsIn(o, _test))
                return false;
        }

        return false;
    }

    private IEnumerable<IOperation> CallsOf(IMethodSymbol method) =>
        All.OfType<IInvocationOperation>().Where(c => SymbolEqualityComparer.Default.Equals(c.TargetMethod.OriginalDefinition, method.OriginalDefinition));

    private static bool IsIn(IOperation operation, IOperation body)
    {
        for (var o = operation; o is not null; o = o.Parent)
        {
            if (ReferenceEquals(o, body))
                return true;
        }

        return false;
    }

    // Others cannot reach it: what gives it a value, and who gets it, stands in the class.
    private bool IsOwn(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType?.OriginalDefinition, _testClass.OriginalDefinition)
        && member is { IsVirtual: false, IsOverride: false, IsAbstract: false } && (member is IMethodSymbol || member.DeclaredAccessibility == Accessibility.Private || _testClass.IsSealed);

    private IEnumerable<(ISymbol, IOperation)> DefinitionsIn(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator:
                return [(declarator.Symbol, value)];
            case IFieldInitializerOperation { InitializedFields.Length: 1 } initializer:
                return [(initializer.InitializedFields[0], initializer.Value)];
            case IPropertyInitializerOperation { InitializedProperties.Length: 1 } initializer:
                return [(initializer.InitializedProperties[0], initializer.Value)];
            case IAssignmentOperation assignment when NameOf(assignment.Target) is { } name:
                return [(name, assignment.Value)];
            case IReturnOperation { ReturnedValue: { } returned } when OwnerOf(returned) is { } owner:
                return [(owner, returned)];
            case IInvocationOperation call when NameOf(call) is not null:
                return call.Arguments.Where(static a => a.Parameter is { RefKind: RefKind.None }).Select(static a => ((ISymbol)a.Parameter!.OriginalDefinition, a.Value));
            default:
                return [];
        }
    }

    // The helper or property whose own value it is.
    private ISymbol? OwnerOf(IOperation returned)
    {
        for (var o = returned; o is not null; o = o.Parent)
        {
            if (o is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return null;
            if (_class.FirstOrDefault(b => ReferenceEquals(b.Body, o)) is { Method: { } method })
                return method.AssociatedSymbol ?? method.OriginalDefinition;
        }

        return null;
    }

    /// <summary>The value without conversions, awaits and parentheses around it.</summary>
    public static IOperation Strip(IOperation value)
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
}
