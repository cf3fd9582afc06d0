using Ghostbusters.Analyzers.Rules.GB1000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB1000;

public class DisabledTestTests
{
    private static Task Triggers(string members) => RuleTest.VerifyAsync<DisabledTest>("using Xunit;\npublic class T\n{\n" + members + "\n}\n");

    private static Task DoesNotTrigger(string members) => Triggers(members);

    [Theory]
    [InlineData("[[|Fact(Skip = \"flaky\")|]] public void A() => Assert.Equal(1, 1);")]
    [InlineData("[Theory, [|InlineData(1, Skip = \"to be fixed\")|]] public void A(int a) => Assert.Equal(1, a);")]
    [InlineData("[NUnit.Framework.Test, [|NUnit.Framework.Ignore(\"\")|]] public void A() => Assert.Equal(1, 1);")]
    [InlineData("[NUnit.Framework.Test, [|NUnit.Framework.Explicit|]] public void A() => Assert.Equal(1, 1);")]
    [InlineData("[NUnit.Framework.Test] public void A() { [|NUnit.Framework.Assert.Ignore()|]; Assert.Equal(1, 1); }")]
    [InlineData("// [|[Fact]|]\n// public void A() => Assert.Equal(1, 1);")]
    [InlineData("/*\n [|[Fact]|]\n public void A() => Assert.Equal(1, 1);\n*/")]
    [InlineData("[|#if false|]\n[Fact] public void A() => Assert.Equal(1, 1);\n#endif")]
    [InlineData("[|#if NOT_WORKING|]\n[Fact] public void A() => Assert.Equal(1, 1);\n#endif")]
    public Task SwitchedOff_Triggers(string members) => Triggers(members);

    [Fact]
    public Task WithoutAttribute_Triggers() => Triggers("""
        [Fact] public void A_Adds() => Assert.Equal(2, 1 + 1);
        [Fact] public void B_Adds() => Assert.Equal(3, 1 + 2);
        public void [|C_Adds|]() => Assert.Equal(4, 1 + 3);
        """);

    [Theory]
    [InlineData("[Fact(Skip = \"needs a GPU\")] public void A() => Assert.Equal(1, 1);")]
    [InlineData("[Fact(Skip = \"flaky, #12\")] public void A() => Assert.Equal(1, 1);")]
    [InlineData("[Fact(Skip = null)] public void A() => Assert.Equal(1, 1);")]
    [InlineData("[NUnit.Framework.Test, NUnit.Framework.Explicit] public void Benchmark() => Assert.Equal(1, 1);")]
    [InlineData("// requires a GPU\n[NUnit.Framework.Test, NUnit.Framework.Ignore(\"\")] public void A() => Assert.Equal(1, 1);")]
    [InlineData("// Every [Fact] is public.\npublic void A() { }")]
    [InlineData("#if NET48\n[Fact] public void A() => Assert.Equal(1, 1);\n#endif")]
    [InlineData("#if false // the phone has no clock\n[Fact] public void A() => Assert.Equal(1, 1);\n#endif")]
    [InlineData("/// <code>[Fact]\n/// public void B() { }</code>\n[Fact] public void A() => Assert.Equal(1, 1);")]
    public Task RunsOrSaysWhy_DoesNotTrigger(string members) => DoesNotTrigger(members);

    [Fact]
    public Task CalledOrWithoutSiblings_DoesNotTrigger() => DoesNotTrigger("""
        [Fact] public void A_Adds() => C_Adds();
        [Fact] public void B_Adds() => Assert.Equal(3, 1 + 2);
        public void C_Adds() => Assert.Equal(4, 1 + 3);
        """);

    [Fact]
    public async Task Message_QuotesTheReason()
    {
        var found = await RuleTest.VerifyAsync<DisabledTest>("public class T { [[|Xunit.Fact(Skip = \"flaky\")|]] public void Adds() { } }");
        Assert.Equal(
            "'Adds' claims to guard something, but [Fact] skips it: it does not run, and 'flaky' says that it is off, not why. "
            + "Run it again, delete it, or name the issue or the condition that it waits for.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    // A comment of brackets only, an attribute at the end of the file, directives that end nowhere.
    [Theory]
    [InlineData("using Xunit;\n// [\n// [Fact\n/* [Fact]")]
    [InlineData("using Xunit;\nclass T { [Fact(Skip = )] void A( \n#if false\n[Fact] void B(")]
    [InlineData("using Xunit;\nclass T { [Fact(Skip)] void A() { } //[Fact]\n}\n//[Fact]")]
    public async Task BrokenCode_IsSurvived(string code) =>
        Assert.DoesNotContain(await TestCompilation.AnalyzeAsync(TestCompilation.Of(code), new DisabledTest()), static d => d.Id.StartsWith("AD", StringComparison.Ordinal));
}
