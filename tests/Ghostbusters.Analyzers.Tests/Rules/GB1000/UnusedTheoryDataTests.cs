using Ghostbusters.Analyzers.Rules.GB1000;
using Ghostbusters.CodeFixes.Rules.GB1000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB1000;

public class UnusedTheoryDataTests
{
    private static string InClass(string members) => "using Xunit;\npublic class T\n{\n" + members + "\n}\n";

    private static Task Triggers(string members) => RuleTest.VerifyAsync<UnusedTheoryData>(InClass(members));

    private static Task DoesNotTrigger(string members) => Triggers(members);

    [Theory]
    [InlineData("[Theory, InlineData(1, 2)] public void A(int a, int [|expected|]) => Assert.Equal(1, a);")]
    [InlineData("[Theory, InlineData(1, 2)] public void A(int a, int [|expected|]) { expected = a; Assert.Equal(1, a); }")]
    [InlineData("[Theory, InlineData(1), InlineData(2), [|InlineData(1)|]] public void A(int a) => Assert.Equal(1, a);")]
    [InlineData("[NUnit.Framework.TestCase(1, 2)] public void A(int a, int [|expected|]) => Assert.Equal(1, a);")]
    [InlineData("[Microsoft.VisualStudio.TestTools.UnitTesting.DataTestMethod, Microsoft.VisualStudio.TestTools.UnitTesting.DataRow(1, 2)] public void A(int a, int [|expected|]) => Assert.Equal(1, a);")]
    [InlineData("public static TheoryData<int> Rows => new() { 1, 2, [|1|] };")]
    [InlineData("public static IEnumerable<object[]> Rows() { yield return new object[] { 1 }; yield return new object[] { 2 }; [|yield return new object[] { 1 };|] }")]
    public Task UnreadOrRepeated_Triggers(string members) => Triggers(members);

    [Theory]
    [InlineData("[Theory, InlineData(1, 2)] public void A(int a, int _) => Assert.Equal(1, a);")]
    [InlineData("[Theory, InlineData(1, 2)] public void A(int a, int b) { _ = b; Assert.Equal(1, a); }")]
    [InlineData("[Theory, InlineData(1, \"x\")] public void A(int a, string testName) => Assert.Equal(1, a);")]
    [InlineData("[Theory, InlineData(1), InlineData(1L)] public void A(object a) => Assert.Equal(1, a);")]
    [InlineData("[Theory, InlineData(1, 2)] public void A(int a, int b) { void Check() => Assert.Equal(b, a); Check(); }")]
    [InlineData("[Theory, InlineData(1)] public void A(int a) => throw new NotImplementedException();")]
    [InlineData("[Theory, InlineData(1), InlineData(1)] public void Repeated_A(int a) => Assert.Equal(1, a);")]
    [InlineData("public static TheoryData<Guid> Rows => new() { Guid.NewGuid(), Guid.NewGuid() };")]
    public Task ReadOrDifferent_DoesNotTrigger(string members) => DoesNotTrigger(members);

    [Fact]
    public async Task Message_NamesTheFirstRow()
    {
        var found = await RuleTest.VerifyAsync<UnusedTheoryData>("""
            public class T
            {
                [Xunit.Theory]
                [Xunit.InlineData(1)]
                [[|Xunit.InlineData(1)|]]
                public void Adds(int a) => Xunit.Assert.Equal(1, a);
            }
            """);
        Assert.Equal(
            "The rows of 'Adds' claim to be different cases, but 'Xunit.InlineData(1)' says the same as line 4. Remove it, or write the case that was meant.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("[Theory]\n[InlineData(1)]\n[InlineData(2)]\n[InlineData(1)]\npublic void A(int a) => Assert.Equal(1, a);", "[Theory]\n[InlineData(1)]\n[InlineData(2)]\npublic void A(int a) => Assert.Equal(1, a);")]
    [InlineData("[Theory, InlineData(1), InlineData(1)] public void A(int a) => Assert.Equal(1, a);", "[Theory, InlineData(1)] public void A(int a) => Assert.Equal(1, a);")]
    [InlineData("[Theory, InlineData(1), InlineData(1), InlineData(2)] public void A(int a) => Assert.Equal(1, a);", "[Theory, InlineData(1), InlineData(2)] public void A(int a) => Assert.Equal(1, a);")]
    [InlineData("public static TheoryData<int> Rows => new()\n{\n    1,\n    2,\n    1,\n};", "public static TheoryData<int> Rows => new()\n{\n    1,\n    2,\n};")]
    [InlineData("public static object[][] Rows => [[1], [2], [1]];", "public static object[][] Rows => [[1], [2]];")]
    [InlineData("public static TheoryData<int, int> Rows => new() { { 1, 1 }, { 1, 1 } };", "public static TheoryData<int, int> Rows => new() { { 1, 1 } };")]
    public Task Repair_RemovesTheRow(string before, string after) =>
        RepairTest.VerifyAsync<UnusedTheoryData, RemoveRepeatedRowRepair>(InClass(before), InClass(after));

    [Theory]
    [InlineData("[Theory]\n[InlineData(1)]\n[InlineData(1)] // leap year\npublic void A(int a) => Assert.Equal(1, a);")]
    [InlineData("[Theory, InlineData(1, 2)] public void A(int a, int expected) => Assert.Equal(1, a);")]
    [InlineData("public static IEnumerable<object[]> Rows() { yield return new object[] { 1 }; yield return new object[] { 1 }; }")]
    public Task Repair_WithACommentOrWithoutAList_IsNotOffered(string members) =>
        RepairTest.VerifyNotOfferedAsync<UnusedTheoryData, RemoveRepeatedRowRepair>(InClass(members));
}
