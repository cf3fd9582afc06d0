using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>The test frameworks that a compilation refers to (xunit v2 and v3, NUnit, MSTest), and what they say of a method.</summary>
internal sealed class TestFrameworks
{
    private static readonly ImmutableArray<string> TestMarks =
    [
        "Xunit.FactAttribute",
        "Xunit.v3.IFactAttribute",
        "NUnit.Framework.TestAttribute",
        "NUnit.Framework.TestCaseAttribute",
        "NUnit.Framework.Interfaces.ITestBuilder",
        "NUnit.Framework.Interfaces.ISimpleTestBuilder",
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute",
    ];

    // Attributes are told by their names here: every framework and many projects have their own.
    private static readonly ImmutableArray<string> NotRunWords = ["Ignore", "Explicit", "Skip", "Manual", "Benchmark", "Performance", "Inconclusive"];
    private static readonly ImmutableArray<string> OutcomeWords = ["Expected", "Timeout", "MaxTime", "Throws"];
    private static readonly ImmutableArray<string> LifecycleWords = ["SetUp", "TearDown", "Initialize", "Cleanup"];

    private readonly ImmutableHashSet<INamedTypeSymbol> _marks;

    private TestFrameworks(ImmutableHashSet<INamedTypeSymbol> marks) => _marks = marks;

    /// <summary>The frameworks in reach; null where there are none, so that a rule can leave the whole compilation alone.</summary>
    public static TestFrameworks? In(Compilation compilation)
    {
        var marks = TestMarks.SelectMany(name => compilation.GetTypesByMetadataName(name)).ToImmutableHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        return marks.IsEmpty ? null : new TestFrameworks(marks);
    }

    /// <summary>Whether a runner runs the method as a test; derived attributes count, setup and teardown do not.</summary>
    public bool IsTest(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsAbstract: false } && method.GetAttributes().Any(a => IsMark(a.AttributeClass));

    /// <summary>Whether the type itself declares a test.</summary>
    public bool HasTests(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Any(IsTest);

    /// <summary>Whether the test is switched off, or is there to be measured or started by hand.</summary>
    public bool IsNotRun(IMethodSymbol test) =>
        test.GetAttributes().Concat(test.ContainingType.GetAttributes()).Any(static a =>
            Says(a, NotRunWords)
            || a.NamedArguments.Any(static n => n is { Key: "Skip" or "Explicit" or "Ignore" or "IgnoreReason", Value.Value: not null and not false }));

    /// <summary>Whether an attribute states the outcome: an expected exception, a time limit, an expected result.</summary>
    public bool StatesOutcome(IMethodSymbol test) =>
        test.GetAttributes().Any(static a =>
            Says(a, OutcomeWords) || a.NamedArguments.Any(static n => n.Key is "ExpectedResult" or "Timeout" or "ExpectedException"));

    /// <summary>Whether the runner calls the method around each test: construction, setup, teardown, disposal.</summary>
    public bool IsLifecycle(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor
        || method.Name is "Dispose" or "DisposeAsync" or "InitializeAsync"
        || method.GetAttributes().Any(static a => Says(a, LifecycleWords));

    private bool IsMark(INamedTypeSymbol? attribute)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (_marks.Contains(type.OriginalDefinition))
                return true;
        }

        return attribute?.AllInterfaces.Any(_marks.Contains) == true;
    }

    private static bool Says(AttributeData attribute, ImmutableArray<string> words) =>
        attribute.AttributeClass?.Name is { } name && words.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);
}
