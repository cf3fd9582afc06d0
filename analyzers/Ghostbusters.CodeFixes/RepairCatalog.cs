using System.Collections.Immutable;
using Ghostbusters.CodeFixes.Rules.GB1000;
using Ghostbusters.CodeFixes.Rules.GB2000;
using Ghostbusters.CodeFixes.Rules.GB3000;
using Ghostbusters.CodeFixes.Rules.GB8000;
using Ghostbusters.CodeFixes.Rules.GB8200;

namespace Ghostbusters.CodeFixes;

/// <summary>All repairs, linked statically.</summary>
public static class RepairCatalog
{
    /// <summary>Every repair, in the order of the rule ids.</summary>
    public static ImmutableArray<IRepair> Repairs { get; } =
    [
        new RemoveVacuousAssertionRepair(),
        new SwallowedTestFailureRepair(),
        new UnawaitedAssertionRepair(),
        new RemoveRepeatedRowRepair(),
        new ParameterIgnoredRepair(),
        new CatchReturnsDefaultRepair(),
        new EmptyCatchRepair(),
        new UnobservedTaskRepair(),
        new ReadExactlyRepair(),
        new KeepTextRepair(),
        new TokenValidationRepair(),
        new CookieFlagRepair(),
        new ObsoleteTlsRepair(),
        new LockoutRepair(),
    ];
}
