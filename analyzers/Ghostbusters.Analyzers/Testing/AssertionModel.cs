using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>
/// Reads a call as an assertion: xunit, NUnit (classic and constraints), MSTest, FluentAssertions, AwesomeAssertions, Shouldly.
/// A call with a comparer, a tolerance or a constraint that is not known is no assertion here: it may claim something else.
/// </summary>
internal static class AssertionModel
{
    private static readonly ImmutableDictionary<string, AssertionKind> Static = Table(
        (AssertionKind.True, "True IsTrue"), (AssertionKind.False, "False IsFalse"),
        (AssertionKind.Null, "Null IsNull"), (AssertionKind.NotNull, "NotNull IsNotNull"),
        (AssertionKind.Equal, "Equal StrictEqual AreEqual"), (AssertionKind.NotEqual, "NotEqual NotStrictEqual AreNotEqual"),
        (AssertionKind.Same, "Same AreSame"), (AssertionKind.Greater, "Greater"), (AssertionKind.GreaterOrEqual, "GreaterOrEqual"),
        (AssertionKind.ExactType, "IsType"));

    private static readonly ImmutableDictionary<string, AssertionKind> Fluent = Table(
        (AssertionKind.True, "BeTrue ShouldBeTrue"), (AssertionKind.False, "BeFalse ShouldBeFalse"),
        (AssertionKind.Null, "BeNull ShouldBeNull"), (AssertionKind.NotNull, "NotBeNull ShouldNotBeNull"),
        (AssertionKind.Equal, "Be ShouldBe"), (AssertionKind.NotEqual, "NotBe ShouldNotBe"), (AssertionKind.Same, "BeSameAs ShouldBeSameAs"),
        (AssertionKind.Greater, "BeGreaterThan ShouldBeGreaterThan"),
        (AssertionKind.GreaterOrEqual, "BeGreaterThanOrEqualTo BeGreaterOrEqualTo ShouldBeGreaterThanOrEqualTo"),
        (AssertionKind.ExactType, "BeOfType ShouldBeOfType"));

    private static readonly ImmutableDictionary<string, AssertionKind> Constraints = Table(
        (AssertionKind.True, "True"), (AssertionKind.False, "False"), (AssertionKind.Null, "Null"), (AssertionKind.NotNull, "Not.Null"),
        (AssertionKind.Equal, "EqualTo"), (AssertionKind.NotEqual, "Not.EqualTo"), (AssertionKind.Same, "SameAs"),
        (AssertionKind.Greater, "GreaterThan"), (AssertionKind.GreaterOrEqual, "GreaterThanOrEqualTo AtLeast"), (AssertionKind.ExactType, "TypeOf"));

    /// <summary>The assertion that a call makes; null where it makes none that is known.</summary>
    public static Assertion? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        var space = type?.ContainingNamespace?.ToDisplayString() ?? "";
        if (type?.Name is "Assert" or "ClassicAssert" && space is "Xunit" or "NUnit.Framework" or "NUnit.Framework.Legacy" or "Microsoft.VisualStudio.TestTools.UnitTesting")
            return method.Name == "That" ? OfConstraint(call) : OfStatic(call, isXunit: space == "Xunit");
        if (space.StartsWith("FluentAssertions", StringComparison.Ordinal) || space.StartsWith("AwesomeAssertions", StringComparison.Ordinal))
            return OfFluent(call);
        return space.StartsWith("Shouldly", StringComparison.Ordinal) && Argument(call, 0) is { } actual ? Make(call, Fluent, method.Name, actual, Argument(call, 1), 2) : null;
    }

    private static Assertion? OfStatic(IInvocationOperation call, bool isXunit)
    {
        if (!Static.TryGetValue(call.TargetMethod.Name, out var kind) || Argument(call, 0) is not { } first)
            return null;
        var comparesTwo = kind is AssertionKind.Equal or AssertionKind.NotEqual or AssertionKind.Same or AssertionKind.Greater or AssertionKind.GreaterOrEqual;
        if (!comparesTwo)
            return kind == AssertionKind.ExactType && !isXunit ? null : Make(call, Static, call.TargetMethod.Name, first, null, 1);

        // xunit, NUnit and MSTest put the expected value first; Greater puts the greater one first.
        var isGreater = kind is AssertionKind.Greater or AssertionKind.GreaterOrEqual;
        return Argument(call, 1) is { } second ? Make(call, Static, call.TargetMethod.Name, isGreater ? first : second, isGreater ? second : first, 2) : null;
    }

    private static Assertion? OfFluent(IInvocationOperation call) =>
        call.Instance is IInvocationOperation { TargetMethod.Name: "Should" } should && (should.Instance ?? Argument(should, 0)) is { } actual
            ? Make(call, Fluent, call.TargetMethod.Name, actual, Argument(call, 0), 1) : null;

    private static Assertion? OfConstraint(IInvocationOperation call)
    {
        if (Argument(call, 0) is not { } actual)
            return null;
        var constraint = Argument(call, 1);
        if (constraint is null || constraint.Type?.SpecialType == SpecialType.System_String || call.TargetMethod.Parameters[1].Name != "expression")
            return actual.Type?.SpecialType == SpecialType.System_Boolean ? new Assertion(call, AssertionKind.True, actual, null, null) : null;
        return constraint switch
        {
            IPropertyReferenceOperation property when PathOf(property.Instance, property.Property) is { } path => Make(call, Constraints, path, actual, null, 2),
            IInvocationOperation made when PathOf(made.Instance, made.TargetMethod) is { } path && made.Arguments.Length <= 1 && Constraints.TryGetValue(path, out var kind) =>
                new Assertion(call, kind, actual, Argument(made, 0), made.TargetMethod.TypeArguments.FirstOrDefault()),
            _ => null,
        };
    }

    private static string? PathOf(IOperation? instance, ISymbol member) => instance switch
    {
        null when member.ContainingType.Name == "Is" => member.Name,
        IPropertyReferenceOperation { Instance: null, Property: { Name: "Not", ContainingType.Name: "Is" } } => "Not." + member.Name,
        _ => null,
    };

    private static Assertion? Make(
        IInvocationOperation call, ImmutableDictionary<string, AssertionKind> table, string name, IOperation actual, IOperation? other, int operands) =>
        table.TryGetValue(name, out var kind) && HasOnlyMessagesAfter(call, operands)
            ? new Assertion(call, kind, actual, other, call.TargetMethod.TypeArguments.FirstOrDefault()) : null;

    private static bool HasOnlyMessagesAfter(IInvocationOperation call, int operands) => call.Arguments.All(a =>
        a.Parameter is null || a.Parameter.Ordinal < operands || a.ArgumentKind == ArgumentKind.DefaultValue
        || a.Parameter.IsParams || a.Value.Type?.SpecialType == SpecialType.System_String || a.Parameter.Name is "expression");

    /// <summary>The argument of a parameter, without the conversion that the call adds; null where it is not given.</summary>
    private static IOperation? Argument(IInvocationOperation call, int ordinal)
    {
        var value = call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal && a.ArgumentKind == ArgumentKind.Explicit)?.Value;
        while (value is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
            value = conversion.Operand;
        return value;
    }

    private static ImmutableDictionary<string, AssertionKind> Table(params (AssertionKind Kind, string Names)[] rows) =>
        rows.SelectMany(static row => row.Names.Split(' ').Select(name => (name, row.Kind))).ToImmutableDictionary(static p => p.name, static p => p.Kind);
}
