using Ghostbusters.Analyzers.Rules.GB1000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ghostbusters.Analyzers.Tests.Rules.GB1000;

public class NoOracleTests
{
    private const string Subject = """
        public class Cart
        {
            public int Total { get; private set; }
            public bool Add(int price) { if (price < 0) throw new ArgumentOutOfRangeException(nameof(price)); Total += price; return true; }
            public Task SaveAsync() => Task.CompletedTask;
        }
        """;

    private static Task Triggers(string members, params string[] more) =>
        RuleTest.VerifyAsync<NoOracle>("using Xunit;\npublic class CartTests\n{\n" + members + "\n}\n", [Subject, .. more]);

    private static Task DoesNotTrigger(string members, params string[] more) => Triggers(members, more);

    [Theory]
    [InlineData("Add_OfTwoPrices_ChangesNothingElse")]
    [InlineData("ACart_ThatIsNotThere_FailsAtOnce")]
    [InlineData("TheCompilation_OfPrices")]
    [InlineData("AnIdempotencyKey_NamesOneCart")]
    [InlineData("WhatCouldNotBeRead_IsLeftOut")]
    public Task WordsThatOnlySoundModest_Trigger(string name) => Triggers($"[Fact] public void [|{name}|]() {{ var cart = new Cart(); cart.Add(5); }}");

    [Theory]
    [InlineData("Add_DoesNothing_WithoutPrices")]
    [InlineData("does_not_throw_without_prices")]
    [InlineData("Add_WithoutPrices_NothingHappens")]
    [InlineData("Cart_Compiles")]
    [InlineData("CouldAddTwice")]
    public Task ModestNames_DoNotTrigger(string name) => DoesNotTrigger($"[Fact] public void {name}() {{ var cart = new Cart(); cart.Add(5); }}");

    [Fact]
    public Task OnlyCalls_Triggers() => Triggers("[Fact] public void [|Add_SumsPrices|]() { var cart = new Cart(); cart.Add(5); }");

    [Fact]
    public Task OutcomeIsOnlyPrinted_Triggers() => Triggers("""
        [Fact] public void [|Total_IsTheSum|]() { var cart = new Cart(); cart.Add(5); Console.WriteLine(cart.Total == 5 ? "ok" : "wrong"); }
        """);

    [Fact]
    public Task AwaitsOnly_Triggers() => Triggers("[Fact] public async Task [|Save_StoresTheCart|]() { await new Cart().SaveAsync(); }");

    [Fact]
    public Task RecordedExceptionIsDropped_Triggers() => Triggers("""
        [Fact] public void [|Add_Negative_IsRefused|]() { var e = Record.Exception(() => new Cart().Add(-1)); }
        """);

    [Fact]
    public Task HelperNamedVerifyThatChecksNothing_Triggers() => Triggers("""
        [Fact] public void [|Add_UpdatesTotal|]() { var cart = new Cart(); cart.Add(5); VerifyTotal(cart, 5); }
        private static void VerifyTotal(Cart cart, int total) => Console.WriteLine($"{cart.Total} of {total}");
        """);

    [Fact]
    public Task EmptyTest_Triggers() => Triggers("[Fact] public void [|Add_RefusesNegativePrices|]() { }");

    [Fact]
    public Task TheoryWithoutAssertion_Triggers() => Triggers("[Theory, InlineData(1)] public void [|Add_KeepsOrder|](int price) { new Cart().Add(price); }");

    [Fact]
    public Task NUnitAndMSTest_Trigger() => RuleTest.VerifyAsync<NoOracle>("""
        public class A { [NUnit.Framework.Test] public void [|Adds|]() { new Cart().Add(1); } }
        public class B { [Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod] public void [|Adds|]() { new Cart().Add(1); } }
        """, Subject);

    [Fact]
    public async Task Message_NamesTestAndCalls()
    {
        var found = await RuleTest.VerifyAsync<NoOracle>("""
            public class T { [Xunit.Fact] public void [|Add_Sums|]() { var cart = new Cart(); cart.Add(5); } }
            """, Subject);
        Assert.Equal(
            "'Add_Sums' claims to test something, but it only calls 'new Cart', 'Add', and no assertion, verify or expected exception is reachable "
            + "from it, helpers included. Assert the outcome, or say in the name that it only must not throw.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task AssertionInHelperOfAnotherFile_DoesNotTrigger() => DoesNotTrigger(
        "[Fact] public void Add_Sums() { var cart = new Cart(); cart.Add(5); cart.HasTotal(5); }",
        "static class CartChecks { public static void HasTotal(this Cart cart, int total) => Inner(cart, total); static void Inner(Cart c, int t) => Xunit.Assert.Equal(t, c.Total); }");

    [Fact]
    public Task AssertionInBaseClass_DoesNotTrigger() => RuleTest.VerifyAsync<NoOracle>("""
        public abstract class Scenario { protected void Run() { new Cart().Add(1); Check(); } protected abstract void Check(); }
        public class T : Scenario { [Xunit.Fact] public void Add_Sums() => Run(); protected override void Check() => Xunit.Assert.NotNull(this); }
        """, Subject);

    [Fact]
    public Task VerifyAllInDispose_DoesNotTrigger() => DoesNotTrigger("""
        private readonly Moq.MockRepository _mocks = new(Moq.MockBehavior.Default);
        [Fact] public void Add_Notifies() { new Cart().Add(1); }
        private void Dispose() => _mocks.VerifyAll();
        """);

    [Fact]
    public Task NSubstituteReceived_DoesNotTrigger() => RuleTest.VerifyAsync<NoOracle>("""
        using NSubstitute;
        public interface IBus { void Send(int x); }
        public class T { [Xunit.Fact] public void Sends() { var bus = Substitute.For<IBus>(); bus.Send(1); bus.Received().Send(1); } }
        """);

    [Fact]
    public Task StrictMock_DoesNotTrigger() => RuleTest.VerifyAsync<NoOracle>("""
        public interface IBus { void Send(int x); }
        public class T { [Xunit.Fact] public void SendsOnce() { var bus = new Moq.Mock<IBus>(Moq.MockBehavior.Strict); bus.Object.Send(1); } }
        """);

    [Fact]
    public Task ExpectedException_DoesNotTrigger() => RuleTest.VerifyAsync<NoOracle>("""
        using Microsoft.VisualStudio.TestTools.UnitTesting;
        [TestClass] public class T { [TestMethod, ExpectedException(typeof(ArgumentException))] public void Refuses() { new Cart().Add(-1); } }
        """, Subject);

    [Fact]
    public Task ExpectedResult_DoesNotTrigger() => RuleTest.VerifyAsync<NoOracle>("""
        public class T { [NUnit.Framework.TestCase(5, ExpectedResult = true)] public bool Adds(int price) => new Cart().Add(price); }
        """, Subject);

    [Fact]
    public Task SucceedsAndTheActIsTheAssertion_DoesNotTrigger() => DoesNotTrigger("""
        [Fact] public void AddOfNothing_Succeeds()
        {
            var cart = new Cart();

            // Act & Assert
            cart.Add(0);
        }
        """);

    [Fact]
    public Task NameSaysOnlyThatItDoesNotThrow_DoesNotTrigger() => DoesNotTrigger("""
        [Fact] public void Add_Zero_DoesNotThrow() { new Cart().Add(0); }
        [Fact] public void CanAddTwice() { new Cart().Add(0); }
        [Fact] public void adding_zero_should_not_throw() { new Cart().Add(0); }
        [Fact] public void OverflowBugHasNotRegressed() { new Cart().Add(0); }
        [Fact] public void Smoke() { new Cart().Add(0); }
        """);

    [Fact]
    public Task CommentSaysOnlyThatItDoesNotThrow_DoesNotTrigger() => DoesNotTrigger("""
        [Fact] public void Add_Zero()
        {
            // Must not throw: zero is a price.
            new Cart().Add(0);
        }
        """);

    [Fact]
    public Task SkippedTest_DoesNotTrigger() => DoesNotTrigger("""[Fact(Skip = "slow")] public void Add_Sums() { new Cart().Add(0); }""");

    [Fact]
    public Task ThrowOnMismatch_DoesNotTrigger() => DoesNotTrigger("""
        [Fact] public void Add_Sums() { var cart = new Cart(); cart.Add(5); if (cart.Total != 5) throw new Exception("wrong total"); }
        """);

    [Fact]
    public Task WaitsForASignal_DoesNotTrigger() => DoesNotTrigger("""
        [Fact] public async Task Save_Notifies() { var saved = new TaskCompletionSource(); saved.TrySetResult(); await new Cart().SaveAsync(); await saved.Task; }
        """);

    [Fact]
    public Task OnlyToBeCompiled_DoesNotTrigger() => DoesNotTrigger("[Fact] public void Names() { Func<int, bool> add = default!; var name = nameof(Cart.Add); _ = (add, name); }");

    [Fact]
    public Task AssertionInTestDouble_DoesNotTrigger() => DoesNotTrigger("""
        private sealed class Sink { public void Take(int price) => Assert.Equal(1, price); }
        [Fact] public void Add_Forwards() { var sink = new Sink(); new Cart().Add(1); GC.KeepAlive(sink); }
        """);

    [Fact]
    public Task DelegateInField_DoesNotTrigger() => DoesNotTrigger("""
        private readonly Action<Cart> _check = cart => Assert.Equal(1, cart.Total);
        [Fact] public void Add_Sums() { var cart = new Cart(); cart.Add(1); _check(cart); }
        """);

    [Fact]
    public Task NotATest_DoesNotTrigger() => DoesNotTrigger("public void Add_Sums() { new Cart().Add(1); }");

    [Theory]
    [InlineData("_ = new Ledger().CompareTo(new Ledger());")]
    [InlineData("_ = new Ledger().Sum();")]
    [InlineData("_ = new Ledger().Validate();")]
    public async Task ShippedCodeThatGivesItsAnswer_Triggers(string body) => Assert.Single(await OfAnotherProjectAsync(body));

    [Theory]
    [InlineData("new Ledger().EnsureOpen();")]
    [InlineData("new Ledger().Check();")]
    public async Task ShippedCodeThatChecks_DoesNotTrigger(string body) => Assert.Empty(await OfAnotherProjectAsync(body));

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> OfAnotherProjectAsync(string body)
    {
        var shipped = CSharpCompilation.Create(
            "Shipped",
            [
                CSharpSyntaxTree.ParseText("""
                    public class Ledger
                    {
                        public int Sum() => 1;
                        public int CompareTo(Ledger other) => other.Sum() - Sum();
                        public bool Validate() => Sum() > 0;
                        public void EnsureOpen() { }
                        public void Check() { }
                    }
                    """),
            ],
            TestReferences.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var tests = TestCompilation.Of($$"""public class LedgerTests { [Xunit.Fact] public void Ledger_Sums() { {{body}} } }""").AddReferences(shipped.ToMetadataReference());
        Assert.Empty(TestCompilation.Errors(tests));
        return TestCompilation.AnalyzeAsync(tests, new NoOracle());
    }

    [Fact]
    public Task BrokenCode_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<NoOracle>("""
        public class T { [Xunit.Fact] public void Add_Sums() { Missing.Run(new Cart()); } }
        """, Subject);
}
