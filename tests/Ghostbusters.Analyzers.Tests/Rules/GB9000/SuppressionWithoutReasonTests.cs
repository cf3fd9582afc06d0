using Ghostbusters.Analyzers.Rules.GB9000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB9000;

public class SuppressionWithoutReasonTests
{
    [Fact]
    public Task PragmaWithoutWords_Triggers() => VerifyAsync("[|#pragma warning disable GB3003|]\nclass C;");

    [Fact]
    public Task PragmaAmongOthersIds_Triggers() => VerifyAsync("[|#pragma warning disable CS0168, GB3003, CA1822|]\nclass C;");

    [Fact]
    public Task PragmaWithoutIds_Triggers() => VerifyAsync("[|#pragma warning disable|]\nclass C;");

    [Fact]
    public Task PragmaWithTheRulesOwnTitle_Triggers() =>
        VerifyAsync("[|#pragma warning disable GB3003|] // A catch that does nothing, without a stated reason\nclass C;");

    [Fact]
    public Task PragmaWithFillers_Triggers() => VerifyAsync("[|#pragma warning disable GB3003|] // TODO: fix later\nclass C;");

    [Fact]
    public Task PragmaWithADateAlone_Triggers() => VerifyAsync("[|#pragma warning disable GB3003|] // until 2999-12-31\nclass C;");

    [Fact]
    public Task PragmaThatSilencesThisRule_Triggers() => VerifyAsync("[|#pragma warning disable GB9001|]\nclass C;");

    [Fact]
    public Task CommentAboutTheCodeAbove_Triggers() => VerifyAsync("""
        class C
        {
            int _count; // how many orders
        [|#pragma warning disable GB3003|]
            int Count => _count;
        }
        """);

    [Fact]
    public Task AttributeWithoutJustification_Triggers() => VerifyAsync("""
        using System.Diagnostics.CodeAnalysis;
        [[|SuppressMessage("Ghostbusters", "GB3003:EmptyCatch")|]]
        class C;
        """);

    [Theory]
    [InlineData("<Pending>")]
    [InlineData("ignore")]
    [InlineData("suppressed")]
    [InlineData("")]
    [InlineData("  ")]
    public Task EmptyJustification_Triggers(string words) => VerifyAsync($"""
        using System.Diagnostics.CodeAnalysis;
        [[|SuppressMessage("Ghostbusters", "GB3003", Justification = "{words}")|]]
        class C;
        """);

    [Fact]
    public Task AssemblyAttribute_Triggers() => VerifyAsync("""
        using System.Diagnostics.CodeAnalysis;
        [assembly: [|SuppressMessage("Ghostbusters", "GB3003", Scope = "member", Target = "~M:C.M")|]]
        """);

    [Fact]
    public Task UnconditionalAttribute_Triggers() => VerifyAsync("""
        [[|System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("Ghostbusters", "GB3003")|]]
        class C;
        """);

    [Fact]
    public Task ReasonBehindTheIds_DoesNotTrigger() => VerifyAsync("#pragma warning disable GB3003 // the terminal may be gone\nclass C;");

    [Fact]
    public Task ReasonAbove_DoesNotTrigger() => VerifyAsync("// The terminal may be gone.\n#pragma warning disable GB3003\nclass C;");

    [Fact]
    public Task BlockCommentAbove_DoesNotTrigger() => VerifyAsync("/* The terminal\n   may be gone. */\n#pragma warning disable GB3003\nclass C;");

    [Fact]
    public Task OneReasonAboveTwoPragmas_DoesNotTrigger() =>
        VerifyAsync("// The terminal may be gone.\n#pragma warning disable GB3001\n#pragma warning disable GB3003\nclass C;");

    [Fact]
    public Task OtherToolsIds_DoesNotTrigger() => VerifyAsync("#pragma warning disable CS0168, CA1822, GBX001\nclass C;");

    [Fact]
    public Task Restore_DoesNotTrigger() => VerifyAsync("#pragma warning restore GB3003\nclass C;");

    [Fact]
    public Task InactiveRegion_DoesNotTrigger() => VerifyAsync("#if NEVER\n#pragma warning disable GB3003\n#endif\nclass C;");

    [Fact]
    public Task Justification_DoesNotTrigger() => VerifyAsync("""
        using System.Diagnostics.CodeAnalysis;
        [SuppressMessage("Ghostbusters", "GB3003", Justification = "the terminal may be gone")]
        class C;
        """);

    [Fact]
    public Task JustificationInAConstant_DoesNotTrigger() => VerifyAsync("""
        using System.Diagnostics.CodeAnalysis;
        [SuppressMessage("Ghostbusters", "GB3003", Justification = Gone)]
        class C { const string Gone = "the terminal may be gone"; }
        """);

    [Fact]
    public Task OtherToolsAttribute_DoesNotTrigger() => VerifyAsync("""
        using System.Diagnostics.CodeAnalysis;
        [SuppressMessage("Performance", "CA1822:Mark members as static")]
        class C;
        """);

    [Fact]
    public Task AnAttributeOfTheSameName_DoesNotTrigger() => VerifyAsync("""
        class SuppressMessageAttribute(string to, string message) : Attribute { public string Text => to + message; }
        [SuppressMessage("Mail", "GB3003")]
        class C;
        """);

    [Fact]
    public Task HalfWrittenAttribute_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<SuppressionWithoutReason>("""
        using System.Diagnostics.CodeAnalysis;
        [SuppressMessage("Ghostbusters")]
        class C;
        """);

    [Fact]
    public async Task TwoEqualPragmasInOneMember_HaveTwoFingerprints()
    {
        var found = await RuleTest.VerifyAsync<SuppressionWithoutReason>("""
            class C
            {
                void M()
                {
            [|#pragma warning disable GB3003|]
                    Console.WriteLine();
            [|#pragma warning disable GB3003|]
                    Console.WriteLine();
                }
            }
            """);

        Assert.Equal(2, found.Select(static d => d.Properties["fingerprint"]).Distinct().Count());
    }

    private static Task VerifyAsync(string markup) => RuleTest.VerifyAsync<SuppressionWithoutReason>(markup);
}
