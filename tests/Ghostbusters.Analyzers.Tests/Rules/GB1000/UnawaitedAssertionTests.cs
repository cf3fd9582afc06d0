using Ghostbusters.Analyzers.Rules.GB1000;
using Ghostbusters.CodeFixes.Rules.GB1000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB1000;

public class UnawaitedAssertionTests
{
    private const string Subject = """

        public class Store
        {
            public async Task<int> SaveAsync(int id) { await Task.Yield(); return id < 0 ? throw new ArgumentException("id") : id; }
        }
        """;

    private static string Test(string body, string type = "void", string more = "") => $$"""
        using Xunit;
        using FluentAssertions;
        using Shouldly;
        public class StoreTests
        {
            private readonly Store store = new();
            [Fact] public {{type}} Test()
            {
                {{body}}
            }
            {{more}}
        }
        """;

    private static Task Verify(string body, string type = "void", string more = "") => RuleTest.VerifyAsync<UnawaitedAssertion>(Test(body, type, more), Subject);

    [Theory]
    [InlineData("Assert.[|ThrowsAsync<ArgumentException>|](() => store.SaveAsync(-1));")]
    [InlineData("_ = Assert.[|ThrowsAsync<ArgumentException>|](() => store.SaveAsync(-1));")]
    [InlineData("var t = Assert.[|ThrowsAsync<ArgumentException>|](() => store.SaveAsync(-1));")]
    [InlineData("var t = Assert.[|ThrowsAsync<ArgumentException>|](() => store.SaveAsync(-1)); Assert.NotNull(t);")]
    [InlineData("Assert.[|ThrowsAsync<ArgumentException>|](() => store.SaveAsync(-1)).ConfigureAwait(false);")]
    [InlineData("store.Awaiting(s => s.SaveAsync(-1)).Should().[|ThrowAsync<ArgumentException>|]();")]
    [InlineData("Should.[|ThrowAsync<ArgumentException>|](() => store.SaveAsync(-1));")]
    [InlineData("new List<int> { 1 }.ForEach(async i => Assert.[|Equal|](i, await store.SaveAsync(i)));")]
    public Task TaskThatNobodyAwaits_Triggers(string body) => Verify(body);

    [Fact]
    public Task HelperThatAsserts_Triggers() => Verify("[|CheckAsync|]();", more: "private async Task CheckAsync() => Assert.Equal(1, await store.SaveAsync(1));");

    [Fact]
    public async Task AsyncVoidTest_Triggers()
    {
        var found = await RuleTest.VerifyAsync<UnawaitedAssertion>(
            "using Xunit; public class T { [Fact] public async void [|Test|]() { await Task.Yield(); Assert.Equal(1, Environment.TickCount); } }");

        Assert.Contains("xunit v2's own synchronization context", Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsyncVoidTestOfNUnit_Triggers()
    {
        var found = await RuleTest.VerifyAsync<UnawaitedAssertion>(
            "using NUnit.Framework; public class T { [Test] public async void [|Test|]() { await Task.Yield(); Assert.That(Environment.TickCount, Is.EqualTo(1)); } }");

        Assert.Contains("the runner refuses it", Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1));")]
    [InlineData("var t = Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1)); await t;")]
    [InlineData("await Task.WhenAll(Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1)));")]
    [InlineData("await Task.Yield(); Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1)).GetAwaiter().GetResult();")]
    [InlineData("await Task.Yield(); NUnit.Framework.Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1));")]
    [InlineData("Func<Task> check = () => Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1)); await check();")]
    [InlineData("_ = EchoAsync(); await Task.Yield();")]
    [InlineData("var done = new TaskCompletionSource(); new List<int> { 1 }.ForEach(async i => { Assert.Equal(i, await store.SaveAsync(i)); done.SetResult(); }); await done.Task;")]
    public Task TaskThatIsAwaited_DoesNotTrigger(string body) =>
        Verify(body, "async Task", "private async Task EchoAsync() => Assert.Equal(1, await store.SaveAsync(1));");

    [Fact]
    public Task Returned_DoesNotTrigger() => Verify("return Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1));", "Task");

    [Fact]
    public Task Repair_AwaitsAndReturnsATask() => Repaired(
        Test("Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1)); // never empty"),
        Test("await Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1)); // never empty", "async Task"));

    [Theory]
    [InlineData("_ = Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1));", "await Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1));")]
    [InlineData("var t = Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1));", "var t = await Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1));")]
    public Task Repair_InsertsAwait(string before, string after) => Repaired(Test("await Task.Yield(); " + before, "async Task"), Test("await Task.Yield(); " + after, "async Task"));

    [Fact]
    public Task Repair_OfAsyncVoid() => Repaired(
        Test("Assert.Equal(1, await store.SaveAsync(1));", "async void"), Test("Assert.Equal(1, await store.SaveAsync(1));", "async Task"));

    [Theory]
    [InlineData("Action check = () => Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1)); check();", "")]
    [InlineData("Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(-1));", "private void Again() => Test();")]
    public Task Repair_IsNotOfferedWhereItWouldReachFurther(string body, string more) =>
        RepairTest.VerifyNotOfferedAsync<UnawaitedAssertion, UnawaitedAssertionRepair>(Test(body, "void", more) + Subject);

    private static Task Repaired(string before, string after) =>
        RepairTest.VerifyAsync<UnawaitedAssertion, UnawaitedAssertionRepair>(before + Subject, after + Subject);
}
