using System.Collections.Immutable;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>Every injection, in the order of the rules.</summary>
internal static class Injections
{
    public static ImmutableArray<Injection> All { get; } =
    [
        new AssertionThatHolds(),
        new AssertionsRemoved(),
        new AssertionPutAside(),
        new TestSwitchedOff(),
        new RowRepeated(),
        new AssertionLoosened(),
        new BodyStubbed(),
        new WorkPutOff(),
        new SuccessFromCatch(),
        new EmptyCatchAround(),
        new AwaitDropped(),
        new MemberMisspelt(),
        .. ApiMisuses.Before8205,
        new SecretWritten(),
        .. ApiMisuses.After8205,
        new SilencedWithoutReason(),
    ];
}
