using Ghostbusters.Analyzers.Rules.GB9000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB9000;

public class SuppressionExpiredTests
{
    [Fact]
    public Task PastDay_Triggers() => VerifyAsync("[|#pragma warning disable GB3003|] // the old host swallows it, until 2001-02-28\nclass C;");

    [Fact]
    public Task PastDayAbove_Triggers() => VerifyAsync("// The old host swallows it; expires 2001-02-28.\n[|#pragma warning disable GB3003|]\nclass C;");

    [Fact]
    public Task PastDayInAJustification_Triggers() => VerifyAsync("""
        using System.Diagnostics.CodeAnalysis;
        [[|SuppressMessage("Ghostbusters", "GB3003", Justification = "old host, until 2001-02-28")|]]
        class C;
        """);

    [Theory]
    [InlineData("until 2999-13-45")]
    [InlineData("until 2999-02-30")]
    [InlineData("until 2999-1-1")]
    public async Task ADayThatIsNone_Triggers(string words)
    {
        var found = await RuleTest.VerifyAsync<SuppressionExpired>($"[|#pragma warning disable GB3003|] // old host, {words}\nclass C;");

        Assert.Contains("that is no day", Assert.Single(found).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task FutureDay_DoesNotTrigger() => VerifyAsync("#pragma warning disable GB3003 // the old host swallows it, until 2999-12-31\nclass C;");

    [Fact]
    public Task NoDay_DoesNotTrigger() => VerifyAsync("#pragma warning disable GB3003 // the old host swallows it\nclass C;");

    [Fact]
    public Task ADayThatIsNoEnd_DoesNotTrigger() => VerifyAsync("#pragma warning disable GB3003 // decided 2001-02-28 with the operators\nclass C;");

    [Fact]
    public Task UntilAnEvent_DoesNotTrigger() => VerifyAsync("#pragma warning disable GB3003 // until version 2001 ships\nclass C;");

    [Fact]
    public Task OtherToolsIds_DoesNotTrigger() => VerifyAsync("#pragma warning disable CA1822 // until 2001-02-28\nclass C;");

    [Fact]
    public Task ACommentThatSilencesNothing_DoesNotTrigger() => VerifyAsync("// Supported until 2001-02-28.\nclass C;");

    [Theory]
    [InlineData("2026-12-30", 0)]
    [InlineData("2026-12-31", 0)]
    [InlineData("2027-01-01", 1)]
    [InlineData("tomorrow", 1)]
    public async Task Today_IsAnOption(string today, int findings)
    {
        var code = TestCompilation.Of("#pragma warning disable GB3003 // old host, until 2026-12-31\nclass C;");

        Assert.Equal(findings, (await TestCompilation.AnalyzeAsync(code, GlobalOptions.Of(("ghostbusters_today", today)), new SuppressionExpired())).Length);
    }

    private static Task VerifyAsync(string markup) => RuleTest.VerifyAsync<SuppressionExpired>(markup);
}
