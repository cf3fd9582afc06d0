using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>
/// The assertions that surely say nothing of a promise. Another than these may check it: an equality with a list checks its order,
/// its number and its emptiness at once.
/// </summary>
internal static class BlindAssertions
{
    private static readonly HashSet<string> Plumbing = Names("Should And Which Subject Multiple EnterMultipleScope AssertionScope");

    private static readonly HashSet<string> OfExistence = Names(
        "NotNull IsNotNull NotBeNull ShouldNotBeNull IsType IsAssignableFrom IsInstanceOf IsInstanceOfType IsAssignableTo BeOfType BeAssignableTo ShouldBeOfType ShouldBeAssignableTo");

    private static readonly HashSet<string> OfPresence = Names("NotEmpty IsNotEmpty NotBeEmpty ShouldNotBeEmpty NotBeNullOrEmpty ShouldNotBeNullOrEmpty");

    private static readonly HashSet<string> OfMembership = Names(
        "Contains Contain ShouldContain DoesNotContain NotContain ShouldNotContain ContainSingle OnlyHaveUniqueItems AllItemsAreUnique HaveCount HasCount Single Distinct");

    private static readonly HashSet<string> Unordered = Names("BeEquivalentTo AreEquivalent Equivalent");

    /// <summary>Whether the call is an assertion, or a part of one.</summary>
    public static bool IsAssertion(IInvocationOperation call) =>
        !Plumbing.Contains(call.TargetMethod.Name) && (AssertionFailures.IsOfLibrary(call.TargetMethod) || AsyncAssertions.IsOfLibrary(call.TargetMethod));

    /// <summary>Whether the assertion would hold or fail just the same where the promise is broken.</summary>
    public static bool IsBlind(IInvocationOperation call, NamePromise promise)
    {
        var (name, assertion) = (call.TargetMethod.Name, AssertionModel.Of(call));
        if (promise == NamePromise.Throw || OfExistence.Contains(name) || assertion is { Kind: AssertionKind.NotNull or AssertionKind.ExactType } || IsNot(assertion, call, "Null"))
            return true;
        if (OfPresence.Contains(name) || IsNot(assertion, call, "Empty"))
            return true;
        return promise switch
        {
            NamePromise.Order => OfMembership.Contains(name) || (Unordered.Contains(name) && IsUnordered(call)) || IsAboutCount(assertion) || IsAboutPresence(assertion),
            NamePromise.Null => OfMembership.Contains(name) || IsAboutConstant(assertion),
            _ => false,
        };
    }

    private static bool IsNot(Assertion? assertion, IInvocationOperation call, string property) => assertion is null && call.TargetMethod.Name == "That" && call.Arguments.Length > 1
        && ImplicitConversion.Strip(call.Arguments[1].Value) is IPropertyReferenceOperation { Property.Name: var name, Instance: IPropertyReferenceOperation { Property.Name: "Not" } } && name == property;

    // With options, the order may be asked for.
    private static bool IsUnordered(IInvocationOperation call) =>
        call.Arguments.All(static a => a.ArgumentKind != ArgumentKind.Explicit || ImplicitConversion.Strip(a.Value) is not (IDelegateCreationOperation or IAnonymousFunctionOperation))
        && call.Descendants().All(static o => o.Type is not IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte });

    private static bool IsAboutCount(Assertion? assertion) => assertion?.Kind switch
    {
        AssertionKind.Equal or AssertionKind.NotEqual or AssertionKind.Greater or AssertionKind.GreaterOrEqual => IsCount(assertion.Actual) || (assertion.Other is { } other && IsCount(other)),
        AssertionKind.True => ImplicitConversion.Strip(assertion.Actual) is IBinaryOperation { LeftOperand: var left, RightOperand: var right }
            && ((IsCount(left) && right.ConstantValue.HasValue) || (IsCount(right) && left.ConstantValue.HasValue)),
        _ => false,
    };

    private static bool IsCount(IOperation value) => ImplicitConversion.Strip(value) switch
    {
        IPropertyReferenceOperation property => property.Property.Name is "Count" or "Length",
        IInvocationOperation call => call.TargetMethod.Name is "Count" or "LongCount",
        _ => false,
    };

    private static bool IsAboutPresence(Assertion? assertion) =>
        assertion is { Kind: AssertionKind.True or AssertionKind.False } && ImplicitConversion.Strip(assertion.Actual) is IInvocationOperation { TargetMethod.Name: "Any" or "Contains" };

    // An equality with another constant, or a plain truth. What mentions null is told by PromiseHints.
    private static bool IsAboutConstant(Assertion? assertion) => assertion?.Kind switch
    {
        AssertionKind.Equal => assertion.Other is { ConstantValue: { HasValue: true, Value: not null } },
        AssertionKind.True or AssertionKind.False => true,
        _ => false,
    };

    private static HashSet<string> Names(string names) => new(names.Split(' '), StringComparer.Ordinal);
}
