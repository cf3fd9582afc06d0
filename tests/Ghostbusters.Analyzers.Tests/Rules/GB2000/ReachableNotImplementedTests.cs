using Ghostbusters.Analyzers.Rules.GB2000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB2000;

public class ReachableNotImplementedTests
{
    [Theory]
    [InlineData("public int M() => throw [|new NotImplementedException()|];")]
    [InlineData("public int M(bool b) { if (b) throw [|new NotImplementedException()|]; return _n; }")]
    [InlineData("public int P { get => _n; set => throw [|new NotImplementedException()|]; }")]
    [InlineData("public int M() => Inner(); private int Inner() => throw [|new NotImplementedException()|];")]
    [InlineData("public int M() => A(); private int A() => B(); private int B() => throw [|new NotImplementedException()|];")]
    [InlineData("public int M() => throw [|new NotSupportedException(\"This is not implemented.\")|];")]
    [InlineData("public int P => Inner(); private int Inner() => throw [|new NotImplementedException()|];")]
    public Task Reachable_Triggers(string member) => RuleTest.VerifyAsync<ReachableNotImplemented>(InClass(member));

    [Theory]
    [InlineData("private int Inner() => throw new NotImplementedException();")]
    [InlineData("public virtual int M() => throw new NotImplementedException();")]
    [InlineData("public int M() => throw new NotSupportedException();")]
    [InlineData("public int M(int i) => i switch { 0 => _n, _ => throw new NotImplementedException() };")]
    [InlineData("public int M(object o) { if (o is string) return _n; throw new NotImplementedException(); }")]
    [InlineData("[Obsolete] public int M() => throw new NotImplementedException();")]
    [InlineData("public int M() => throw new PlatformNotSupportedException();")]
    [InlineData("public int M() { try { return Inner(); } catch (NotImplementedException) { return 1; } } private int Inner() => throw new NotImplementedException();")]
    [InlineData("public int M() { const bool x = false; if (x) throw new NotImplementedException(); return _n; }")]
    [InlineData("public int M() => throw new NotImplementedException(\"Reading is not supported.\");")]
    [InlineData("public Exception M() => new NotImplementedException();")]
    public Task OutOfReach_DoesNotTrigger(string member) => RuleTest.VerifyAsync<ReachableNotImplemented>(InClass(member));

    [Fact]
    public Task CallerInAnotherFile_Triggers() => RuleTest.VerifyAsync<ReachableNotImplemented>(
        "internal static class Inner { internal static int Run() => throw [|new NotImplementedException()|]; }",
        "public class Outer { public int M() => Inner.Run(); }");

    [Fact]
    public Task CallerWithAnotherOverload_DoesNotTrigger() => RuleTest.VerifyAsync<ReachableNotImplemented>(
        "internal static class Inner { internal static int Run() => throw new NotImplementedException(); internal static int Run(int i) => i; }",
        "public class Outer { public int M() => Inner.Run(1); }");

    [Fact]
    public Task InterfaceOfInternalType_Triggers() => RuleTest.VerifyAsync<ReachableNotImplemented>(
        "interface I { int M(); } class C : I { public int M() => throw [|new NotImplementedException()|]; }");

    [Fact]
    public Task TopLevelStatements_Trigger() => RuleTest.VerifyAsync<ReachableNotImplemented>(
        "Console.WriteLine(Work.Run()); static class Work { internal static int Run() => throw [|new NotImplementedException()|]; }");

    [Fact]
    public Task Recursion_DoesNotTrigger() => RuleTest.VerifyAsync<ReachableNotImplemented>(
        "class C { private int A(bool b) { if (b) throw new NotImplementedException(); return B(); } private int B() => A(true); }");

    [Fact]
    public Task TestProject_DoesNotTrigger() => RuleTest.VerifyAsync<ReachableNotImplemented>(
        "public class C { public int M() => throw new NotImplementedException(); } public class T { [Xunit.Fact] public void M() { } }");

    [Fact]
    public async Task Message_SaysClaimRealityAndRemedy()
    {
        var found = await RuleTest.VerifyAsync<ReachableNotImplemented>(InClass("public int M() => Inner(); private int Inner() => throw [|new NotImplementedException()|];"));
        Assert.Equal(
            "'M' is public and calls 'Inner', but ends in NotImplementedException, so who calls it gets a failure instead of an answer. Implement it, or take it out of reach.",
            Assert.Single(found).GetMessage());
    }

    private static string InClass(string member) => $$"""
        public class C
        {
            private int _n = 1;
            {{member}}
            public override string ToString() => $"{_n++}";
        }
        """;
}
