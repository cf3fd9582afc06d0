using System.Collections.Immutable;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>Two values of a test that one method of the source computed from the same receiver and the same arguments.</summary>
internal sealed class RepeatedCalls
{
    // Words of a test that is about calling twice: there the first result is the honest expectation of the second.
    private static readonly ImmutableArray<string> Words =
    [
        "determin", "idempot", "same", "twice", "again", "repeat", "stable", "stabil", "consisten", "cache", "caching", "memo", "equal", "hash", "singleton", "roundtrip",
        "pure", "reproduc", "unique", "equivalen", "identical", "reuse", "reusing", "concurren", "parallel", "thread", "multiple", "second", "seed", "once", "lazy", "reset", "immutab",
        "invariant", "unchanged", "side", "persist", "preserve", "keep", "always", "random", "compar", "symmetr", "commut", "clone", "copy", "static", "overload",
        "restor", "reload", "every", "each", "change", "mutat", "modif", "affect", "retain", "remain", "match", "agree", "alias", "shared", "property",
    ];

    // Of them, those that explain two calls in one assertion; the others tell of what comes between two calls.
    private static readonly ImmutableArray<string> TwiceWords =
    [
        "determin", "idempot", "same", "twice", "again", "repeat", "stable", "stabil", "consisten", "cache", "caching", "memo", "equal", "hash", "singleton", "pure", "reproduc", "unique", "equivalen",
        "identical", "reuse", "reusing", "concurren", "parallel", "thread", "second", "seed", "onlyonce", "calledonce", "createdonce", "madeonce", "loadedonce", "computedonce", "lazy", "invariant", "always", "random", "compar", "symmetr", "commut", "clone", "copy", "alias", "shared",
    ];

    private static readonly ImmutableArray<string> ExpectedWords = ["expect", "want", "should", "correct", "reference", "golden"];

    // Methods of these names make a thing, or take the next one: two of them are compared for a reason.
    private static readonly ImmutableArray<string> GiveAnew = ["Create", "Make", "Build", "New", "Next", "Random", "Load", "Read", "Take", "Pop", "Dequeue", "Clone", "Copy"];

    private static readonly ImmutableArray<string> GiveNext = ["Next", "Random", "New", "Read", "Take", "Pop", "Dequeue"];

    private readonly FlowGraph _graph;
    private readonly SourceModels _models;
    private readonly CancellationToken _cancellation;
    private readonly ValueAnalysis _values;
    private readonly INamedTypeSymbol _testClass;
    private readonly CaptureTargets _captures;

    /// <param name="values">What is known in the test's graph.</param>
    /// <param name="testClass">Where its helpers are.</param>
    /// <param name="models">To read them.</param>
    /// <param name="cancellation">Ends the search.</param>
    public RepeatedCalls(ValueAnalysis values, INamedTypeSymbol testClass, SourceModels models, CancellationToken cancellation)
    {
        _graph = values.Graph;
        _models = models;
        _cancellation = cancellation;
        _values = values;
        _testClass = testClass;
        _captures = CaptureTargets.Of(_graph);
    }

    /// <summary>Whether the test says that it is about calling the subject more than once, or about equality.</summary>
    public static bool IsAboutRepetition(IMethodSymbol test, bool inOneAssertion) => Has(test.Name.Replace("_", ""), inOneAssertion ? TwiceWords : Words) || Has(test.ContainingType.Name, ["Equal", "Compar", "Hash", "Determin", "Idempot", "Cach", "Property", "Properties"])
        || test.GetAttributes().Any(static a => a.AttributeClass?.Name is "PropertyAttribute" or "RepeatAttribute");

    /// <summary>The two calls; null where the values come from anything else, or where comparing them may say something.</summary>
    public (IInvocationOperation Expected, IInvocationOperation Actual)? Of(IOperation expected, IOperation actual)
    {
        if (SourceOf(expected) is not { } first || SourceOf(actual) is not { } second || ReferenceEquals(first.Call, second.Call) || !IsMeantAsExpected(expected, actual))
            return null;
        var (one, two) = (first.Call, second.Call);
        // Of two objects only whether they are one is compared.
        if (Unwrap(actual).Type?.SpecialType == SpecialType.System_Object)
            return null;
        return (IsSubject(one.TargetMethod) || IsOwnComputation(one.TargetMethod)) && SymbolEqualityComparer.Default.Equals(one.TargetMethod, two.TargetMethod) && first.Path == second.Path
            && IsSame(one.Instance, two.Instance, IsPlain(one.TargetMethod.ReturnType)) && HaveSameArguments(one, two) && !ChangesBetween(first.Place, second.Place) ? (first.Place, second.Place) : null;
    }

    /// <summary>
    /// One call that an assertion holds twice, in the same words: whoever's it is, it is compared with itself. Null where each call
    /// makes or takes another thing, or where two of what it gives are never equal, so that equality says something.
    /// </summary>
    public (IInvocationOperation Expected, IInvocationOperation Actual)? Twice(IInvocationOperation assertion, IOperation expected, IOperation actual)
    {
        if (SourceOf(expected) is not { Place: var one, Path: var path } || SourceOf(actual) is not { Place: var two } other || path != other.Path || ReferenceEquals(one, two)
            || !assertion.Syntax.Span.Contains(one.Syntax.Span) || !assertion.Syntax.Span.Contains(two.Syntax.Span) || !SyntaxFactory.AreEquivalent(one.Syntax, two.Syntax))
        {
            return null;
        }

        var names = one.Syntax.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Select(NameOf).ToList();
        return _graph.Operations().OfType<IInvocationOperation>().Any(c => one.Syntax.Span.Contains(c.Syntax.Span) && c.TargetMethod.DeclaringSyntaxReferences.Length > 0)
            && ComparedValues.AreComparedByValue(Unwrap(expected).Type) && !names.Any(static n => GiveNext.Any(w => n.StartsWith(w, StringComparison.Ordinal)))
            && !(GiveAnew.Any(w => one.TargetMethod.Name.StartsWith(w, StringComparison.Ordinal)) && !IsPlain(one.Type)) ? (one, two) : null;
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    // A local that says that it is the expectation, or both calls in the assertion itself. `first` and `second` are two runs to compare.
    private static bool IsMeantAsExpected(IOperation expected, IOperation actual)
    {
        var locals = new[] { expected, actual }.Select(static o => Root(o)).OfType<ILocalReferenceOperation>().Select(static l => l.Local.Name).ToList();
        return locals.Count == 0 || locals.Any(static n => Has(n, ExpectedWords)) || (locals.Count == 1 && locals[0] is "actual" or "result" or "got" or "output");
    }

    private static IOperation Root(IOperation value)
    {
        var o = Unwrap(value);
        while (o is IPropertyReferenceOperation { Instance: { } owner })
            o = Unwrap(owner);
        return o;
    }

    // The call that a value comes from, and the members that are read of its result: `Parse(x).Items.Count`.
    private (IInvocationOperation Call, string Path, IInvocationOperation Place)? SourceOf(IOperation value)
    {
        IInvocationOperation? place = null;
        var path = "";
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var o = Unwrap(value); ;)
        {
            switch (o)
            {
                case IPropertyReferenceOperation { Instance: { } owner, Arguments.IsEmpty: true } property:
                    path = "." + property.Property.Name + path;
                    o = Unwrap(owner);
                    break;
                case ILocalReferenceOperation { Local: var local } when seen.Add(local) && OnlyValueOf(local) is { } held:
                    o = Unwrap(held);
                    break;
                case IFlowCaptureReferenceOperation capture when _captures.Places(capture).ToList() is { Count: 1 } places:
                    o = Unwrap(places[0]);
                    break;
                case IInvocationOperation call when seen.Add(call.TargetMethod) && OnlyResultOf(call.TargetMethod) is { } result:
                    place ??= call;
                    o = Unwrap(result);
                    break;
                case IInvocationOperation call when !call.TargetMethod.ReturnsVoid:
                    return (call, path, place ?? call);
                default:
                    return null;
            }
        }
    }

    // What a local holds where it is written once, and where control can come.
    private IOperation? OnlyValueOf(ILocalSymbol local)
    {
        IOperation? value = null;
        foreach (var operation in _graph.Operations())
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when SymbolEqualityComparer.Default.Equals(target.Local, local):
                    if (value is not null || _values.BlockOf(assignment) is not { } block || !_values.IsReachable(block))
                        return null;
                    value = assignment.Value;
                    break;
                case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } when SymbolEqualityComparer.Default.Equals(target.Local, local):
                case IIncrementOrDecrementOperation { Target: ILocalReferenceOperation counted } when SymbolEqualityComparer.Default.Equals(counted.Local, local):
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation passed } when SymbolEqualityComparer.Default.Equals(passed.Local, local):
                    return null;
            }
        }

        return value;
    }

    // `Expected() => _cart.Total(3)` in the test class: what it hands on is what the test expects.
    private IOperation? OnlyResultOf(IMethodSymbol helper)
    {
        if (!helper.Parameters.IsEmpty || helper.DeclaringSyntaxReferences.Length != 1 || !SymbolEqualityComparer.Default.Equals(helper.ContainingType, _testClass))
            return null;
        var declaration = helper.DeclaringSyntaxReferences[0].GetSyntax(_cancellation);
        var body = _models.IsRead(declaration.SyntaxTree) ? _models.Body(declaration, _cancellation) : null;
        var statements = body?.Descendants().OfType<IReturnOperation>().ToList();
        return statements is { Count: 1 } && statements[0] is { ReturnedValue: { } value, Parent: IBlockOperation { Operations.Length: 1 } } ? value : null;
    }

    private static IOperation Unwrap(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Unwrap(conversion.Operand),
        IAwaitOperation awaited => Unwrap(awaited.Operation),
        IParenthesizedOperation inner => Unwrap(inner.Operand),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } instance } => Unwrap(instance),
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" }, Instance: { } task } => Unwrap(task),
        _ => operation,
    };

    // Code of the project itself. What the test class has is a helper or a fixture, a mock is no subject, and a framework's method
    // is what an expectation may well be computed with.
    private bool IsSubject(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type is null || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension) || method.Name is "ToString" or "GetHashCode" or "Equals" or "Clone")
            return false;
        for (INamedTypeSymbol? t = _testClass; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, type.OriginalDefinition))
                return false;
        }

        return method.DeclaringSyntaxReferences.Length > 0 && type.TypeKind != TypeKind.Interface && !method.IsAbstract
            && !Has(type.Name, ["Test", "Mock", "Fake", "Stub", "Fixture", "Builder", "Data", "Sample", "Random", "Generator", "Factory", "Mother", "Helper"])
            && !GiveAnew.Any(w => method.Name.StartsWith(w, StringComparison.Ordinal));
    }

    // A helper of the test class that computes a number or a text from what it is given: it asks the subject, or it is no help.
    private bool IsOwnComputation(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType, _testClass) && method.DeclaringSyntaxReferences.Length == 1 && !method.Parameters.IsEmpty && IsPlain(method.ReturnType)
        && !GiveAnew.Any(w => method.Name.StartsWith(w, StringComparison.Ordinal))
        && method.DeclaringSyntaxReferences[0].GetSyntax(_cancellation) is var declaration && _models.IsRead(declaration.SyntaxTree)
        && _models.Body(declaration, _cancellation)?.Descendants().OfType<IInvocationOperation>().Any(c => IsSubject(c.TargetMethod)) == true;

    // Numbers and texts have no identity.
    private static bool IsPlain(ITypeSymbol? type) => type is { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String };

    private static bool HaveSameArguments(IInvocationOperation one, IInvocationOperation two) =>
        one.Arguments.Length == two.Arguments.Length
        && one.Arguments.All(a => two.Arguments.FirstOrDefault(b => SymbolEqualityComparer.Default.Equals(b.Parameter, a.Parameter)) is { } other && IsSame(a.Value, other.Value, IsPlain(one.TargetMethod.ReturnType)));

    // The same variable, constant or text of both. A new object is another instance, and comparing two instances says something;
    // where a number or a text comes of it in the end, the same calls give the same.
    private static bool IsSame(IOperation? one, IOperation? two, bool isForPlain = false)
    {
        if (one is null || two is null)
            return one is null && two is null;
        (one, two) = (Unwrap(one), Unwrap(two));
        if (one.ConstantValue is { HasValue: true, Value: var a } && two.ConstantValue is { HasValue: true, Value: var b })
            return Equals(a, b);
        return (one, two) switch
        {
            (ILocalReferenceOperation l, ILocalReferenceOperation m) => SymbolEqualityComparer.Default.Equals(l.Local, m.Local),
            (IParameterReferenceOperation l, IParameterReferenceOperation m) => SymbolEqualityComparer.Default.Equals(l.Parameter, m.Parameter),
            (IFieldReferenceOperation l, IFieldReferenceOperation m) => SymbolEqualityComparer.Default.Equals(l.Field, m.Field) && IsSame(l.Instance, m.Instance),
            (IPropertyReferenceOperation l, IPropertyReferenceOperation m) => SymbolEqualityComparer.Default.Equals(l.Property, m.Property) && l.Arguments.IsEmpty && IsSame(l.Instance, m.Instance),
            (IInstanceReferenceOperation, IInstanceReferenceOperation) => true,
            (IInvocationOperation l, IInvocationOperation m) => isForPlain && SymbolEqualityComparer.Default.Equals(l.TargetMethod, m.TargetMethod) && !GiveNext.Any(w => l.TargetMethod.Name.StartsWith(w, StringComparison.Ordinal))
                && IsSame(l.Instance, m.Instance, isForPlain: true) && l.Arguments.Zip(m.Arguments, static (a, b) => IsSame(a.Value, b.Value, isForPlain: true)).All(static same => same),
            (IDelegateCreationOperation, IDelegateCreationOperation) => SyntaxFactory.AreEquivalent(one.Syntax, two.Syntax),
            (IArrayCreationOperation, IArrayCreationOperation) or (ICollectionExpressionOperation, ICollectionExpressionOperation) =>
                SyntaxFactory.AreEquivalent(one.Syntax, two.Syntax) && one.Descendants().All(static o => o is ILiteralOperation or IArrayInitializerOperation or IConversionOperation or IUnaryOperation),
            _ => false,
        };
    }

    // Between the two something else is done to the receiver or an argument, a culture is set, or time goes by: then the second
    // call may well answer otherwise.
    private bool ChangesBetween(IInvocationOperation one, IInvocationOperation two)
    {
        var (start, end) = one.Syntax.SpanStart < two.Syntax.SpanStart ? (one.Syntax.Span.End, two.Syntax.SpanStart) : (two.Syntax.Span.End, one.Syntax.SpanStart);
        return _graph.Operations().Any(o => o.Syntax.SpanStart >= start && o.Syntax.Span.End <= end && !o.IsImplicit && o switch
        {
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => one.Descendants().OfType<ILocalReferenceOperation>().Any(l => SymbolEqualityComparer.Default.Equals(l.Local, target.Local)),
            IAssignmentOperation or IIncrementOrDecrementOperation => true,
            IInvocationOperation call => !AssertionFailures.IsOfLibrary(call.TargetMethod),
            IObjectCreationOperation or IAwaitOperation { Operation: not IInvocationOperation } => true,
            _ => false,
        });
    }

    private static bool Has(string name, ImmutableArray<string> words) => words.Any(w => name.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);
}
