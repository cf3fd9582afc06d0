using Ghostbusters.Analyzers.Rules.GB2000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB2000;

public class DoneClaimOverStubTests
{
    private static Task Verify(string member, string document, string name = "README.md") => RuleTest.VerifyAsync<DoneClaimOverStub>(
        $$"""
        public class TaxService { {{member}} }
        // file: {{name}}
        {{document}}
        """);

    [Theory]
    [InlineData("- [x] Tax calculation")]
    [InlineData("* [X] `TaxService.CalculateTax`")]
    [InlineData("- ✅ Calculates taxes")]
    [InlineData("| Tax calculation | done |")]
    [InlineData("- Tax calculation is fully implemented")]
    [InlineData("## Roadmap\n- [x] Calculated tax")]
    public Task ADocumentCallsItFinished_Triggers(string document) => Verify("public decimal [|CalculateTax|](int order) => throw new NotImplementedException();", document);

    [Fact]
    public Task AChangelogCallsItAdded_Triggers() => Verify("public decimal [|CalculateTax|](int order) => 0m;", "## 1.0.0\n- Added tax calculation", "CHANGELOG.md");

    [Theory]
    [InlineData("/// <summary>Fully implemented.</summary>\n public int [|Price|](int order) => throw new NotImplementedException();")]
    [InlineData("/// <summary>The price.</summary>\n/// <remarks>Status: complete</remarks>\n public int [|Price|] => throw new NotImplementedException();")]
    [InlineData("/// <summary>Computes the price. Production-ready.</summary>\n public int [|ComputePrice|](int order) => 7;")]
    public Task ItsDocumentationCallsItFinished_Triggers(string member) => RuleTest.VerifyAsync<DoneClaimOverStub>($"public class Shop {{\n{member}\n}}");

    [Theory]
    [InlineData("- [ ] Tax calculation")]
    [InlineData("- [x] Tax calculation (not yet for B2B)")]
    [InlineData("- [x] ~~Tax calculation~~")]
    [InlineData("- [x] Tax reports")]
    [InlineData("The tax calculation is simple.")]
    [InlineData("## Planned\n- ✅ Tax calculation")]
    [InlineData("```\n- [x] Tax calculation\n```")]
    [InlineData("- [x] `Other.CalculateTax`")]
    public Task NoSuchClaim_DoesNotTrigger(string document) => Verify("public decimal CalculateTax(int order) => throw new NotImplementedException();", document);

    [Theory]
    [InlineData("public decimal CalculateTax(int order) => order * 0.19m;")]
    [InlineData("public virtual decimal CalculateTax(int order) => throw new NotImplementedException();")]
    [InlineData("public decimal CalculateTax(int order) => throw new NotSupportedException();")]
    [InlineData("public decimal CalculateTax(int order) => throw new NotImplementedException(); public decimal CalculateTax(int order, int rate) => order * rate;")]
    public Task WhatIsDoneOrOpen_DoesNotTrigger(string member) => Verify(member, "- [x] Tax calculation");

    [Theory]
    [InlineData("/// <summary>Not fully implemented.</summary>\n public int Price(int order) => throw new NotImplementedException();")]
    [InlineData("/// <summary>Throws until it is implemented.</summary>\n public int Price(int order) => throw new NotImplementedException();")]
    [InlineData("/// <summary>See <see cref=\"Shop\"/>, which is fully implemented.</summary>\n public int Price(int order) => throw new NotImplementedException();")]
    [InlineData("/// <summary>Fully implemented.</summary>\n public int Price(int order) => order * 2;")]
    public Task HonestDocumentation_DoesNotTrigger(string member) => RuleTest.VerifyAsync<DoneClaimOverStub>($"public class Shop {{\n{member}\n}}");

    [Fact]
    public async Task Message_NamesClaimAndPlace()
    {
        var found = await RuleTest.VerifyAsync<DoneClaimOverStub>("class Shop { public void [|ExportPdf|]() => throw new NotImplementedException(); }\n// file: README.md\n- [x] PDF export.");
        Assert.Equal(
            "'ExportPdf' is called finished by README.md line 3 ('PDF export'), but all that it does is to throw NotImplementedException. Finish it, or take the claim back until it is.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<DoneClaimOverStub>("class { /// <summary>Fully implemented. void () => throw new NotImplementedException( }\n// file: README.md\n- [x] \n#\n| |");
}
