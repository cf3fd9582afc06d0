using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>
/// The calls that assert only when what they return is awaited: xunit, NUnit, MSTest, FluentAssertions, AwesomeAssertions,
/// Shouldly, Verify, Playwright, and helpers of the source that are async and assert.
/// </summary>
internal sealed class AsyncAssertions
{
    // How many helpers a call may go through.
    private const int Depth = 3;

    private readonly SourceModels _models;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _helpers = new(SymbolEqualityComparer.Default);

    public AsyncAssertions(Compilation compilation) => _models = new SourceModels(compilation);

    /// <summary>Whether the call returns something to await, and asserts no sooner than that.</summary>
    public bool Contains(IInvocationOperation call, CancellationToken cancellation) => Contains(call.TargetMethod, Depth, cancellation);

    private bool Contains(IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        if (method.ReturnsVoid || !IsAwaitable(method.ReturnType))
            return false;
        if (IsOfLibrary(method))
            return true;
        if (depth == 0 || !method.IsAsync || method.DeclaringSyntaxReferences.Length != 1)
            return false;
        var helper = (method.ReducedFrom ?? method).OriginalDefinition;
        return depth < Depth ? Asserts(helper, depth, cancellation) : _helpers.GetOrAdd(helper, h => Asserts(h, depth, cancellation));
    }

    // An assertion that follows an await runs later; one before it runs with the call, but its exception is in the task too.
    private bool Asserts(IMethodSymbol helper, int depth, CancellationToken cancellation)
    {
        var declaration = helper.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        var body = _models.IsRead(declaration.SyntaxTree) ? _models.Body(declaration, cancellation) : null;
        return body is not null && body.Descendants().OfType<IInvocationOperation>().Any(call => !IsInFunction(call, body)
            && (AssertionFailures.IsOfLibrary(call.TargetMethod) || IsOfNUnit(call.TargetMethod) || Contains(call.TargetMethod, depth - 1, cancellation)));
    }

    private static bool IsInFunction(IOperation operation, IOperation body)
    {
        for (var o = operation.Parent; o is not null && !ReferenceEquals(o, body); o = o.Parent)
        {
            if (o is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    /// <summary>Whether this call asserts at once, by a library.</summary>
    public static bool AssertsAtOnce(IInvocationOperation call) =>
        (AssertionFailures.IsOfLibrary(call.TargetMethod) || IsOfNUnit(call.TargetMethod)) && !IsAwaitable(call.TargetMethod.ReturnType);

    private static bool IsOfNUnit(IMethodSymbol method) =>
        method.ContainingType is { Name: "Assert" or "ClassicAssert" or "StringAssert" or "CollectionAssert" } type && SpaceOf(type).StartsWith("NUnit.Framework", StringComparison.Ordinal)
        && method.Name is not ("Ignore" or "Inconclusive" or "Pass" or "Warn" or "Equals" or "ReferenceEquals");

    /// <summary>Whether the method is a library's own assertion.</summary>
    /// <remarks>What a mock gives for an awaited member is none: <c>Received()</c> has looked already.</remarks>
    public static bool IsOfLibrary(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type)
            return false;
        var space = SpaceOf(type);
        return IsOfNUnit(method)
            || (AssertionFailures.IsOfLibrary(method) && space is not ("Moq" or "NSubstitute" or "FakeItEasy"))
            || ((space.StartsWith("FluentAssertions", StringComparison.Ordinal) || space.StartsWith("AwesomeAssertions", StringComparison.Ordinal)) && IsTask(method.ReturnType))
            || (space.StartsWith("Verify", StringComparison.Ordinal) && type.Name is "Verifier" or "VerifyBase" && method.Name.StartsWith("Verify", StringComparison.Ordinal))
            || (space == "Microsoft.Playwright" && type.Name.EndsWith("Assertions", StringComparison.Ordinal));
    }

    private static string SpaceOf(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() ?? "";

    private static bool IsTask(ITypeSymbol type) => type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };

    private static bool IsAwaitable(ITypeSymbol type) =>
        IsTask(type) || type.GetMembers("GetAwaiter").Any(static m => m is IMethodSymbol { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public });
}
