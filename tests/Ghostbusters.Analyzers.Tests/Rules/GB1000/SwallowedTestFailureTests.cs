using Ghostbusters.Analyzers.Rules.GB1000;
using Ghostbusters.CodeFixes.Rules.GB1000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB1000;

public class SwallowedTestFailureTests
{
    private const string Subject = """
        public class Store
        {
            public int Count { get; private set; }
            public void Save(int id) { if (id < 0) throw new ArgumentException("id"); Count++; }
        }
        """;

    private static string Test(string body, string more = "") => $$"""
        using Xunit;
        using Xunit.Sdk;
        using FluentAssertions;
        public class StoreTests
        {
            private readonly Store store = new();
            [Fact] public void Test()
            {
                {{body}}
            }
            {{more}}
        }
        """;

    private static Task Verify(string body, string more = "") => RuleTest.VerifyAsync<SwallowedTestFailure>(Test(body, more), Subject);

    [Theory]
    [InlineData("try { store.Save(-1); [|Assert.Fail()|]; } catch (Exception) { }")]
    [InlineData("try { [|Assert.Equal(0, store.Count)|]; } catch { }")]
    [InlineData("try { [|Assert.Equal(0, store.Count)|]; } catch (XunitException e) { Console.WriteLine(e); }")]
    [InlineData("try { [|store.Count.Should().Be(0)|]; } catch (Exception e) { Console.WriteLine(e); }")]
    [InlineData("try { store.Save(-1); [|Assert.Fail()|]; } catch (Exception e) { Assert.NotNull(e); }")]
    [InlineData("Action act = () => { try { [|Assert.Equal(0, store.Count)|]; } catch (Exception) { } }; act();")]
    [InlineData("for (var i = 0; i < 3; i++) { try { [|Assert.Equal(0, store.Count)|]; break; } catch (Exception) { Thread.Sleep(1); } }")]
    public Task FailureThatIsGoneAfterTheCatch_Triggers(string body) => Verify(body);

    [Fact]
    public Task AssertionInAHelper_Triggers() => Verify("try { [|Check()|]; } catch (Exception) { }", "private void Check() => Assert.Equal(0, store.Count);");

    [Fact]
    public Task HelperThatSwallows_Triggers() => Verify("Check();", "private void Check() { try { [|Assert.Equal(0, store.Count)|]; } catch (Exception) { } }");

    [Theory]
    [InlineData("try { Assert.Equal(0, store.Count); } catch (Exception) { throw; }")]
    [InlineData("try { Assert.Equal(0, store.Count); } catch (Exception e) { throw new InvalidOperationException(\"ctx\", e); }")]
    [InlineData("try { store.Save(-1); Assert.Fail(); } catch (ArgumentException) { }")]
    [InlineData("try { store.Save(-1); Assert.Fail(); } catch (Exception e) { Assert.IsType<ArgumentException>(e); }")]
    [InlineData("try { store.Save(-1); Assert.Fail(); } catch (Exception e) when (e is ArgumentException) { }")]
    [InlineData("try { store.Save(-1); Assert.Fail(); } catch (FailException) { throw; } catch (Exception) { }")]
    [InlineData("try { Assert.Equal(0, store.Count); } catch (Exception e) { Assert.Fail(e.Message); }")]
    [InlineData("Exception? c = null; try { Assert.Equal(0, store.Count); } catch (Exception e) { c = e; } Assert.Null(c);")]
    [InlineData("var ok = false; try { Assert.Equal(0, store.Count); ok = true; } catch (Exception) { } Assert.True(ok);")]
    [InlineData("try { Assert.Equal(1, store.Count); } catch (XunitException) { return; } Assert.Fail();")]
    [InlineData("try { store.Save(1); } catch (Exception) { } Assert.Equal(1, store.Count);")]
    [InlineData("try { NUnit.Framework.Assert.That(store.Count, NUnit.Framework.Is.EqualTo(0)); } catch (Exception) { }")]
    [InlineData("using var all = new FluentAssertions.Execution.AssertionScope(); try { store.Count.Should().Be(0); } catch (Exception) { }")]
    public Task FailureThatIsToldOf_DoesNotTrigger(string body) => Verify(body);

    [Fact]
    public Task AnAnswer_DoesNotTrigger() => Verify(
        "Assert.True(Holds());",
        "private bool Holds() { try { Assert.Equal(0, store.Count); return true; } catch (Exception) { return false; } }");

    [Fact]
    public Task Repair_Rethrows() => RepairTest.VerifyAsync<SwallowedTestFailure, SwallowedTestFailureRepair>(
        Test("""
            try
                    {
                        Assert.Equal(0, store.Count);
                    }
                    catch (Exception e)
                    {
                        Console.WriteLine(e); // for the log
                    }
            """) + Subject,
        Test("""
            try
                    {
                        Assert.Equal(0, store.Count);
                    }
                    catch (Exception e)
                    {
                        Console.WriteLine(e); // for the log
                        throw;
                    }
            """) + Subject);

    [Theory]
    [InlineData("try { store.Save(-1); Assert.Fail(); } catch (Exception e) { Console.WriteLine(e); }")]
    [InlineData("try { Assert.Equal(0, store.Count); } catch (Exception e) { Console.WriteLine(e); return; }")]
    public Task Repair_IsNotOfferedWhereTheCatchIsForMore(string body) =>
        RepairTest.VerifyNotOfferedAsync<SwallowedTestFailure, SwallowedTestFailureRepair>(Test(body) + Subject);
}
