using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>What an assertion asks that may ask for nothing.</summary>
/// <param name="Kind">The question.</param>
/// <param name="Actual">The value that it is about; null where only the wanted value matters.</param>
/// <param name="Wanted">The expected value, the part of a text, the pattern, the lower bound.</param>
/// <param name="Limit">The tolerance, the upper bound; null where there is none.</param>
internal readonly record struct LooseClaim(LooseKind Kind, IOperation? Actual, IOperation? Wanted, IOperation? Limit);

/// <summary>The questions.</summary>
internal enum LooseKind
{
    /// <summary>Within an absolute tolerance.</summary>
    Near,

    /// <summary>Within a percentage.</summary>
    NearPercent,

    /// <summary>Equal after rounding to a number of decimals.</summary>
    Rounded,

    /// <summary>The text contains, starts or ends with another.</summary>
    Part,

    /// <summary>The text matches a regular expression.</summary>
    Pattern,

    /// <summary>The text matches a wildcard pattern.</summary>
    Wildcard,

    /// <summary>Between two bounds.</summary>
    Range,

    /// <summary>At least.</summary>
    AtLeast,

    /// <summary>At most.</summary>
    AtMost,
}

/// <summary>Reads assertions that compare loosely: xunit, NUnit, MSTest, FluentAssertions, Shouldly, and <c>Math.Abs(a - b) &lt; c</c>.</summary>
internal static class ToleranceModel
{
    /// <summary>Whether a call's name alone makes it worth a look.</summary>
    public static bool MayBeLoose(string method) => method is "Equal" or "AreEqual" or "That" or "True" or "IsTrue" or "Contains" or "StartsWith" or "EndsWith" or "Matches" or "InRange"
        or "BeApproximately" or "BeCloseTo" or "StartWith" or "EndWith" or "MatchRegex" or "Match" or "BeInRange" or "BeTrue" or "BeGreaterThanOrEqualTo" or "BeGreaterOrEqualTo"
        or "BeLessThanOrEqualTo" or "BeLessOrEqualTo" or "ShouldBe" or "ShouldContain" or "ShouldStartWith" or "ShouldEndWith" or "ShouldMatch" or "ShouldBeInRange" or "ShouldBeTrue"
        or "IsInRange" or "ContainsMatch" or "GreaterOrEqual" or "LessOrEqual" or "IsGreaterThanOrEqualTo" or "IsLessThanOrEqualTo" or "ShouldBeGreaterThanOrEqualTo" or "ShouldBeLessThanOrEqualTo";

    /// <summary>What the call claims; null where it is no loose claim.</summary>
    public static LooseClaim? Of(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        var space = type?.ContainingNamespace?.ToDisplayString() ?? "";
        if (space is "Xunit" or "NUnit.Framework" or "NUnit.Framework.Legacy" or "Microsoft.VisualStudio.TestTools.UnitTesting" && type!.Name is "Assert" or "ClassicAssert" or "StringAssert")
            return OfStatic(call, isXunit: space == "Xunit", isStringAssert: type!.Name == "StringAssert");
        if (space.StartsWith("FluentAssertions", StringComparison.Ordinal) || space.StartsWith("AwesomeAssertions", StringComparison.Ordinal))
            return OfFluent(call);
        return space.StartsWith("Shouldly", StringComparison.Ordinal) ? OfShouldly(call) : null;
    }

    private static LooseClaim? OfStatic(IInvocationOperation call, bool isXunit, bool isStringAssert)
    {
        var (first, second, third) = (Argument(call, 0), Argument(call, 1), Argument(call, 2));
        switch (call.TargetMethod.Name)
        {
            case "Equal" when isXunit && third is not null && IsFraction(call.TargetMethod.Parameters[1].Type) && call.TargetMethod.Parameters[2].Type.SpecialType == SpecialType.System_Int32:
                return new LooseClaim(LooseKind.Rounded, second, first, third);
            case "Equal" or "AreEqual" when third is not null && IsNumberOrTime(second) && call.TargetMethod.Parameters.Length > 2 && call.TargetMethod.Parameters[2].Name is "tolerance" or "delta" or "precision":
                return new LooseClaim(LooseKind.Near, second, first, third);
            case "Contains" or "StartsWith" or "EndsWith" when IsText(first) && IsText(second):
                // MSTest's StringAssert puts the text first, NUnit's and xunit's the part.
                return isStringAssert && call.TargetMethod.Parameters[0].Name == "value" ? new LooseClaim(LooseKind.Part, first, second, null) : new LooseClaim(LooseKind.Part, second, first, null);
            case "Matches" when isStringAssert:
                return new LooseClaim(LooseKind.Pattern, first, second, null);
            case "Matches":
                return new LooseClaim(LooseKind.Pattern, second, first, null);
            case "InRange" when third is not null:
                return new LooseClaim(LooseKind.Range, first, second, third);
            case "GreaterOrEqual" when second is not null:
                return new LooseClaim(LooseKind.AtLeast, first, second, null);
            case "LessOrEqual" when second is not null:
                return new LooseClaim(LooseKind.AtMost, first, null, second);
            case "True" or "IsTrue":
                return first is null ? null : OfCondition(first);
            case "That":
                if (call.TargetMethod.Parameters.Length < 2 || call.TargetMethod.Parameters[1].Name != "expression")
                    return first is null ? null : OfCondition(first);
                if (second is IPropertyReferenceOperation { Property.Name: "Percent", Instance: IInvocationOperation within })
                    return OfConstraint(first, within) is { Kind: LooseKind.Near } near ? near with { Kind = LooseKind.NearPercent } : null;
                return second is IInvocationOperation constraint ? OfConstraint(first, constraint) : null;
            default:
                return null;
        }
    }

    private static LooseClaim? OfConstraint(IOperation? actual, IInvocationOperation constraint)
    {
        var argument = Argument(constraint, 0);
        switch (constraint.TargetMethod.Name)
        {
            case "Within" when constraint.Instance is IInvocationOperation { TargetMethod.Name: "EqualTo" } equal && IsPlain(equal.Instance):
                return IsNumberOrTime(Argument(equal, 0)) ? new LooseClaim(LooseKind.Near, actual, Argument(equal, 0), argument) : null;
            case "Contain" or "StartWith" or "EndWith" or "StringContaining" or "StringStarting" when IsPlain(constraint.Instance) && IsText(argument) && IsText(actual):
                return new LooseClaim(LooseKind.Part, actual, argument, null);
            case "Match" when IsPlain(constraint.Instance):
                return new LooseClaim(LooseKind.Pattern, actual, argument, null);
            case "InRange" when IsPlain(constraint.Instance):
                return new LooseClaim(LooseKind.Range, actual, argument, Argument(constraint, 1));
            case "GreaterThanOrEqualTo" or "AtLeast" when IsPlain(constraint.Instance):
                return new LooseClaim(LooseKind.AtLeast, actual, argument, null);
            case "LessThanOrEqualTo" or "AtMost" when IsPlain(constraint.Instance):
                return new LooseClaim(LooseKind.AtMost, actual, null, argument);
            default:
                return null;
        }
    }

    // BeApproximately and some of BeCloseTo are extensions of what Should gives.
    private static LooseClaim? OfFluent(IInvocationOperation call)
    {
        var at = call.Instance is null ? 1 : 0;
        if ((call.Instance ?? Argument(call, 0)) is not IInvocationOperation { TargetMethod.Name: "Should" } should)
            return null;
        var (actual, first, second) = (should.Instance ?? Argument(should, 0), Argument(call, at), Argument(call, at + 1));
        return call.TargetMethod.Name switch
        {
            "BeApproximately" or "BeCloseTo" when second is not null => new LooseClaim(LooseKind.Near, actual, first, second),
            "StartWith" or "EndWith" when IsText(first) && IsText(actual) => new LooseClaim(LooseKind.Part, actual, first, null),
            "MatchRegex" => new LooseClaim(LooseKind.Pattern, actual, first, null),
            "Match" when IsText(first) && IsText(actual) => new LooseClaim(LooseKind.Wildcard, actual, first, null),
            "BeInRange" when second is not null => new LooseClaim(LooseKind.Range, actual, first, second),
            "BeGreaterThanOrEqualTo" or "BeGreaterOrEqualTo" => new LooseClaim(LooseKind.AtLeast, actual, first, null),
            "BeLessThanOrEqualTo" or "BeLessOrEqualTo" => new LooseClaim(LooseKind.AtMost, actual, null, first),
            "BeTrue" when actual is not null => OfCondition(actual),
            _ => null,
        };
    }

    private static LooseClaim? OfShouldly(IInvocationOperation call)
    {
        var (actual, first, second) = (Argument(call, 0), Argument(call, 1), Argument(call, 2));
        return call.TargetMethod.Name switch
        {
            "ShouldBe" when second is not null && IsNumberOrTime(actual) && call.TargetMethod.Parameters[2].Name == "tolerance" => new LooseClaim(LooseKind.Near, actual, first, second),
            "ShouldContain" or "ShouldStartWith" or "ShouldEndWith" when IsText(actual) && IsText(first) => new LooseClaim(LooseKind.Part, actual, first, null),
            "ShouldMatch" => new LooseClaim(LooseKind.Pattern, actual, first, null),
            "ShouldBeInRange" => new LooseClaim(LooseKind.Range, actual, first, second),
            "ShouldBeGreaterThanOrEqualTo" => new LooseClaim(LooseKind.AtLeast, actual, first, null),
            "ShouldBeLessThanOrEqualTo" => new LooseClaim(LooseKind.AtMost, actual, null, first),
            "ShouldBeTrue" when actual is not null => OfCondition(actual),
            _ => null,
        };
    }

    // `Math.Abs(actual - expected) < tolerance`, and `text.Contains(part)`.
    private static LooseClaim? OfCondition(IOperation condition) => condition switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual, OperatorMethod: null } less when ImplicitConversion.Strip(less.LeftOperand) is IInvocationOperation { TargetMethod: { Name: "Abs", ContainingType.Name: "Math" or "MathF" } } abs
            && Argument(abs, 0) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference => OfDifference(difference, ImplicitConversion.Strip(less.RightOperand)),
        IInvocationOperation { TargetMethod: { Name: "Contains" or "StartsWith" or "EndsWith", ContainingType.SpecialType: SpecialType.System_String } } call when IsText(Argument(call, 0)) =>
            new LooseClaim(LooseKind.Part, call.Instance, Argument(call, 0), null),
        IInvocationOperation { TargetMethod: { Name: "IsMatch", IsStatic: true, ContainingType.Name: "Regex" } } call => new LooseClaim(LooseKind.Pattern, Argument(call, 0), Argument(call, 1), null),
        _ => null,
    };

    // Either side may be the expected one: the constant is.
    private static LooseClaim OfDifference(IBinaryOperation difference, IOperation limit)
    {
        var (left, right) = (ImplicitConversion.Strip(difference.LeftOperand), ImplicitConversion.Strip(difference.RightOperand));
        return left.ConstantValue.HasValue ? new LooseClaim(LooseKind.Near, right, left, limit) : new LooseClaim(LooseKind.Near, left, right, limit);
    }

    // `Is.EqualTo`, `Does.Contain`; `Is.Not.EqualTo` and `Has.Length.EqualTo` ask for something else.
    private static bool IsPlain(IOperation? instance) => instance is null;

    private static bool IsText(IOperation? value) => value?.Type?.SpecialType == SpecialType.System_String;

    private static bool IsFraction(ITypeSymbol type) => type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal;

    private static bool IsNumberOrTime(IOperation? value) => value?.Type is { } type
        && ((type.SpecialType >= SpecialType.System_SByte && type.SpecialType <= SpecialType.System_Double) || type is { Name: "DateTime" or "DateTimeOffset" or "TimeSpan" });

    private static IOperation? Argument(IInvocationOperation call, int ordinal) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal && a.ArgumentKind == ArgumentKind.Explicit)?.Value is { } value ? ImplicitConversion.Strip(value) : null;
}
