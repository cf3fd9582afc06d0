using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>What the names of a method, its type and its assembly say of whether it checks something.</summary>
internal static class OracleNames
{
    private static readonly ImmutableArray<string> CheckWords =
        ["Assert", "Verif", "Should", "Expect", "Must", "Ensure", "Check", "Validat", "Received", "DidNotReceive", "Snapshot", "Approv", "Compare"];

    private static readonly ImmutableArray<string> AssertionAssemblies =
    [
        "xunit.assert", "xunit.v3.assert", "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework", "FluentAssertions", "AwesomeAssertions", "Shouldly", "TUnit.Assertions",
    ];

    /// <summary>Whether a name claims to check: it contains Assert, Verify, Should, Expect, Must, Ensure, Check, Validate or the like.</summary>
    public static bool ClaimsToCheck(string name) => CheckWords.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);

    /// <summary>Whether a method that only metadata is known of checks, or may: then a test that calls it is not reported.</summary>
    public static bool MayCheck(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type is null)
            return false;
        if (IsFramework(type))
            return IsFrameworkCheck(method, type) || IsSignal(method, type);
        if (IsPlumbing(method, type))
            return false;
        return Claims(method, method.Name) || Claims(method, type.Name) || IsTestingNamespace(type.ContainingNamespace) || UsesAssertions(type.ContainingAssembly);
    }

    // A comparison that gives its result back leaves it to the caller to look at it. So does shipped code that checks: what it
    // finds is its answer, or its refusal, not the test's.
    private static bool Claims(IMethodSymbol method, string name)
    {
        var isShipped = !method.DeclaringSyntaxReferences.IsEmpty;
        if (isShipped)
            name = Without(name, Guards);
        if (!GivesResult(method))
            return ClaimsToCheck(name);
        return ClaimsToCheck(Without(name, isShipped ? Verdicts : ["Compare"]));
    }

    /// <summary>Whether a method of shipped code refuses by throwing, by its name: who calls it himself looks whether it does.</summary>
    public static bool IsGuard(IMethodSymbol method) => !GivesResult(method) && ClaimsToCheck(method.Name);

    // By these shipped code guards itself: what it refuses are its arguments. `ReceivedMessage` is a noun there.
    private static readonly ImmutableArray<string> Guards = ["Validat", "Check", "Ensure", "Received"];

    private static readonly ImmutableArray<string> Verdicts = ["Compare", "Verif", "Expect", "Approv", "Snapshot"];

    private static string Without(string name, ImmutableArray<string> words) => words.Aggregate(name, static (left, word) => left.Replace(word, ""));

    // The value of a property and what a task holds are results, too.
    private static bool GivesResult(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet, ReturnsVoid: false } && method.ReturnType is not INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false };

    // What test and mock libraries offer besides checks: Record.Exception and ReceivedCalls only hand over what happened, and
    // Verifiable only marks what a Verify would look at.
    private static bool IsPlumbing(IMethodSymbol method, INamedTypeSymbol type) =>
        method.Name is "Write" or "WriteLine" or "get_Out" or "ReceivedCalls" or "Verifiable" || type.Name is "Record" or "TheoryData" or "TestContext" or "TestCaseData" or "ITestOutputHelper";

    // An assembly that is an assertion library or uses one: its methods may assert.
    private static bool UsesAssertions(IAssemblySymbol assembly) =>
        AssertionAssemblies.Contains(assembly.Name, StringComparer.OrdinalIgnoreCase)
        || assembly.Modules.Any(static m => m.ReferencedAssemblies.Any(static r => AssertionAssemblies.Contains(r.Name, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Whether the method stops the process or the test on a false condition.</summary>
    public static bool IsDebugAssert(IMethodSymbol method) =>
        method is { Name: "Assert" or "Fail", ContainingType: { Name: "Debug" or "Trace", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } } };

    private static bool IsFrameworkCheck(IMethodSymbol method, INamedTypeSymbol type) =>
        method.Name is "EnsureSuccessStatusCode" or "ValidateObject" or "ValidateProperty"
        || method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
        || (method.Name == "FailFast" && type.Name == "Environment");

    // A test that waits for a signal hangs or times out where the signal does not come: it can fail.
    private static bool IsSignal(IMethodSymbol method, INamedTypeSymbol type) =>
        method.Name is "WaitOne" or "SignalAndWait" or "SpinUntil"
        || (method.Name is "Wait" or "WaitAsync" && (type.Name != "Task" || method.Parameters.Length > 0))
        || (type.Name == "TaskCompletionSource" && method.Name == "get_Task");

    private static bool IsFramework(INamedTypeSymbol type)
    {
        var (root, next) = RootOf(type.ContainingNamespace);
        return root == "System" || (root == "Microsoft" && next is "Extensions" or "EntityFrameworkCore" or "AspNetCore" or "Win32");
    }

    private static (string? Root, string? Next) RootOf(INamespaceSymbol? space)
    {
        string? next = null;
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.ContainingNamespace.IsGlobalNamespace)
                return (space.Name, next);
            next = space.Name;
        }

        return (null, null);
    }

    private static bool IsTestingNamespace(INamespaceSymbol? space)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name is "Testing" or "Tests" or "Test" or "TestTools" or "TestUtilities" or "Playwright")
                return true;
        }

        return false;
    }
}
