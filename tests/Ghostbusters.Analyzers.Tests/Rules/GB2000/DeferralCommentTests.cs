using Ghostbusters.Analyzers.Rules.GB2000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB2000;

public class DeferralCommentTests
{
    [Theory]
    [InlineData("[|For now|], return a fixed list.")]
    [InlineData("Rate is constant [|for the time being|].")]
    [InlineData("[|In production you would|] call the payment gateway.")]
    [InlineData("This would be a queue [|in a real implementation|].")]
    [InlineData("[|In a real-world application|], we'd hash this.")]
    [InlineData("[|Real implementation goes|] here.")]
    [InlineData("[|Your logic goes|] here.")]
    [InlineData("[|Not implemented yet|]")]
    [InlineData("[|TODO: implement|] caching")]
    [InlineData("TODO: [|replace with real|] data from the API")]
    [InlineData("[|This would normally|] be fetched from the database.")]
    [InlineData("[|Placeholder implementation|]")]
    [InlineData("[|Placeholder|]")]
    [InlineData("This is [|just a placeholder|].")]
    [InlineData("[|Simplified calculation|], ignores leap years")]
    [InlineData("[|Mock data|]")]
    [InlineData("[|Hardcoded for demo|] purposes.")]
    [InlineData("[|Simulate API call|]")]
    [InlineData("[|temporary hack|], see the issue")]
    [InlineData("[|Temporarily disabled|], the server rejects it")]
    [InlineData("A [|real implementation would|] verify the signature.")]
    public Task Deferral_Triggers(string comment) => RuleTest.VerifyAsync<DeferralComment>(InBody("// " + comment));

    [Theory]
    [InlineData("Simplified Chinese")]
    [InlineData("The simplified expression has no common factor.")]
    [InlineData("Placeholder text of the input.")]
    [InlineData("The placeholder {0} is replaced by the name.")]
    [InlineData("Write to a temporary file, then move it: readers never see half a file.")]
    [InlineData("A dummy head spares the empty list a special case.")]
    [InlineData("Client stub of the RPC channel.")]
    [InlineData("The timestamp for now, in UTC.")]
    [InlineData("Not yet implemented in Mono, so ask the OS.")]
    [InlineData("This should not be used in a production environment.")]
    [InlineData("This is no longer a stub.")]
    [InlineData("The actual implementation is in the derived class.")]
    [InlineData("Methods to be implemented by plug-ins.")]
    [InlineData("TODO: rename")]
    [InlineData("Writes \"for now\" into the log.")]
    [InlineData("See https://example.org/for now-and-then")]
    [InlineData("return Empty(); // for now")]
    [InlineData("For now-deleted users the row stays.")]
    [InlineData("With long keys this may allocate; unavoidable for now.")]
    [InlineData("The loader does not run on other platforms (so does it for now).")]
    [InlineData("As it is for now, the flag only goes by the id.")]
    [InlineData("This would normally be an error, but the compiler has reported it already.")]
    [InlineData("In production, logs go to the collector.")]
    [InlineData("The skeleton's bones are in the order of the mesh.")]
    public Task HonestWords_DoNotTrigger(string comment) => RuleTest.VerifyAsync<DeferralComment>(InBody("// " + comment));

    [Fact]
    public async Task PhraseBrokenOverLines_TriggersWithTheSentenceAsClaim()
    {
        var found = await RuleTest.VerifyAsync<DeferralComment>("""
            class Payments
            {
                // Takes the card. [|In a real
                // implementation|] this would call the gateway. Never throws.
                public bool Charge(decimal amount) => amount > 0;
            }
            """);
        var properties = Assert.Single(found).Properties;
        Assert.Equal("In a real implementation this would call the gateway", properties["claim"]);
        Assert.Equal("it stands beside 'Charge', which ships", properties["evidence"]);
    }

    [Fact]
    public Task BlockComment_Triggers() => RuleTest.VerifyAsync<DeferralComment>("""
        class C
        {
            /*
             * Picks a winner. [|Placeholder
             * logic|]
             */
            int Pick(int[] x) => x[0];
        }
        """);

    [Fact]
    public Task Documentation_Triggers() => RuleTest.VerifyAsync<DeferralComment>("""
        class C
        {
            /// <summary>Sorts. [|In production you
            /// would|] page.</summary>
            public void Sort() { }
        }
        """);

    [Fact]
    public Task WeakWordInDocumentation_DoesNotTrigger() => RuleTest.VerifyAsync<DeferralComment>("""
        /// <summary>Makes stub code for COM. <c>for now</c> is a reserved word.</summary>
        public class Writer { }
        """);

    [Fact]
    public Task TwoPhrasesOfOneComment_TriggerOnce() => RuleTest.VerifyAsync<DeferralComment>("""
        class C
        {
            void M()
            {
                // [|For now|] this does nothing. In production you would send it.
                Console.WriteLine();
            }
        }
        """);

    [Fact]
    public Task TrailingComment_Triggers() => RuleTest.VerifyAsync<DeferralComment>("""
        class C
        {
            int M() { return 3; } // hard-coded [|for now|]
        }
        """);

    [Fact]
    public Task NameThatOwnsUp_DoesNotTrigger() => RuleTest.VerifyAsync<DeferralComment>("""
        class StubGenerator { /* writes the stub code */ void Write() { } }
        """);

    [Fact]
    public Task TestProject_DoesNotTrigger() => RuleTest.VerifyAsync<DeferralComment>("""
        public class T
        {
            // For now, only the happy path.
            [Xunit.Fact] public void M() { }
        }
        """);

    [Fact]
    public Task LicenceHeader_DoesNotTrigger() => RuleTest.VerifyAsync<DeferralComment>("""
        // Copyright the authors. For now licensed under MIT.
        class C { }
        """);

    [Fact]
    public Task StringContents_DoNotTrigger() => RuleTest.VerifyAsync<DeferralComment>("""
        class C { string M() => "// for now, in production you would"; }
        """);

    private static string InBody(string comment) => $$"""
        class C
        {
            int M(int x)
            {
                {{comment}}
                return x + 1;
            }
        }
        """;
}
