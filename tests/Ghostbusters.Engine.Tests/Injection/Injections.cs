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
        new FailureSwallowed(),
        new ExpectedFromSubject(),
        new MockAsserted(),
        new AssertionUnawaited(),
        new TestSwitchedOff(),
        new NamePromisesMore(),
        new RowRepeated(),
        new AssertionLoosened(),
        new BodyStubbed(),
        new NotImplementedThrown(),
        new WorkPutOff(),
        new WorkSimulated(),
        new StubCalledDone(),
        new FeatureUnreached(),
        new HandlerEmptied(),
        new ParameterUnused(),
        new SuccessFromCatch(),
        new NothingFromCatch(),
        new EmptyCatchAround(),
        new SuccessToldAfterCatch(),
        new SuccessToldBefore(),
        new AwaitDropped(),
        new OutcomeDropped(),
        new LastFailureKept(),
        new SuccessLoggedInCatch(),
        new ItemsDropped(),
        new MeasurementWritten(),
        new SampleAnswered(),
        new InputKnown(),
        new WatcherAsked(),
        new HealthInvented(),
        new ComparisonGamed(),
        new MeasurementDrawn(),
        new MemberMisspelt(),
        .. ApiMisuses.Before8205,
        new SecretWritten(),
        .. ApiMisuses.After8205,
        new SilencedWithoutReason(),
    ];
}
