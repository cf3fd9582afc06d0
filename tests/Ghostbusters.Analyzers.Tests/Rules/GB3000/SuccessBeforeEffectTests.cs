using Ghostbusters.Analyzers.Rules.GB3000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB3000;

public class SuccessBeforeEffectTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<SuccessBeforeEffect>($$"""
        using Microsoft.AspNetCore.Mvc;
        public class Order { public bool IsProcessed { get; set; } }
        public class Api : ControllerBase
        {
            static Task SaveAsync(Order o) => Task.CompletedTask;
            static void Send(string to) { }
            static void Add(Order o) { }
            static Task SaveChangesAsync() => Task.CompletedTask;
            {{members}}
        }
        """);

    [Theory]
    [InlineData("async Task M(Order o) { var t = SaveAsync(o); [|Console.WriteLine(\"Order saved\")|]; await t; }")]
    [InlineData("IActionResult M(Order o) { var t = SaveAsync(o); return [|Ok()|]; }")]
    [InlineData("async Task M(Order o) { var t = SaveAsync(o); [|o.IsProcessed = true|]; await t; }")]
    [InlineData("void M(string to) { [|Console.WriteLine(\"Mail sent\")|]; Send(to); }")]
    [InlineData("async Task M(Order o) { Add(o); [|Console.WriteLine(\"Order created\")|]; await SaveChangesAsync(); }")]
    public Task TooEarly_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("async Task M(Order o) { var t = SaveAsync(o); await t; Console.WriteLine(\"Order saved\"); }")]
    [InlineData("IActionResult M(Order o) { var t = SaveAsync(o); return Accepted(); }")]
    [InlineData("IActionResult M(Order o) { var backgroundTask = SaveAsync(o); return Ok(); }")]
    [InlineData("async Task M(Order o) { var t = SaveAsync(o); Console.WriteLine(\"Save started\"); await Task.WhenAll(t); }")]
    [InlineData("IActionResult M(Order o) { var t = SaveAsync(o); t.Wait(); return Ok(); }")]
    [InlineData("void M(string to) { Send(to); Console.WriteLine(\"Mail sent\"); Send(to); }")]
    [InlineData("async Task M(Order o) { Add(o); await SaveChangesAsync(); Console.WriteLine(\"Order created\"); }")]
    [InlineData("void M(string to) { Console.WriteLine(\"Validation completed\"); Send(to); }")]
    public Task InOrder_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public async Task Message_NamesReportAndEffect()
    {
        var found = await RuleTest.VerifyAsync<SuccessBeforeEffect>("class C { static void Send() { } void M() { [|Console.WriteLine(\"Mail sent.\")|];\nSend(); } }");
        Assert.Equal(
            "'sent' reports what has not happened: 'Send' comes only after it on line 2. Await the effect first, and report it then.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<SuccessBeforeEffect>("class C { void M() { var t = SaveAsync(; Console.WriteLine(\"saved\");");
}
