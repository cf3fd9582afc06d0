using Ghostbusters.Analyzers.Rules.GB3000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB3000;

public class EmptyCatchTests
{
    [Fact]
    public Task NoTypeNoBody_Triggers() => RuleTest.VerifyAsync<EmptyCatch>("""
        class C { void M() { try { Console.WriteLine(); } [|catch|] { } } }
        """);

    [Fact]
    public Task ReasonInComment_DoesNotTrigger() => RuleTest.VerifyAsync<EmptyCatch>("""
        class C { void M() { try { Console.WriteLine(); } catch { /* the terminal is gone: nobody to tell */ } } }
        """);
}
