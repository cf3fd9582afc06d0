using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;

namespace Ghostbusters.Engine.Tests.Reports;

public class SecretMaskTests
{
    [Fact]
    public void ASecret_IsInNoFormat()
    {
        foreach (var format in Enum.GetValues<ReportFormat>())
            Assert.DoesNotContain(Samples.Canary, Samples.Text(format, Samples.Secret));
    }

    [Theory]
    [InlineData("var a = \"{0}\";")]
    [InlineData("var a = @\"{0}\";")]
    [InlineData("var a = $\"{0}{{b}}\";")]
    [InlineData("var a = \"\"\"{0}\"\"\";")]
    [InlineData("var a = \"{0}\"u8;")]
    [InlineData("Call(\"user\", \"{0}\");")]
    [InlineData("// the key is {0}")]
    [InlineData("    {0}")]
    [InlineData("   end of a raw string \"\"\");\nvar a = \"{0}\";")]
    [InlineData("   it's the end of a text\";\nvar a = \"{0}\" + \"x\";")]
    [InlineData("var a = \"\"\"\n   {0}\n   \"\"\";")]
    public void ASecret_IsMaskedHoweverItIsWritten(string code)
    {
        var lines = code.Replace("{0}", Samples.Canary).Replace("{{", "{").Replace("}}", "}").Split('\n');
        var first = Array.FindIndex(lines, static l => l.Contains("var a") || l.Contains(Samples.Canary)) + 1;
        var finding = Samples.Find("GB8205", Severity.Error, "a.cs", new(first, 1, lines.Length, lines[^1].Length + 1), $"Remove {Samples.Canary}.", 1, [.. lines]);
        var neighbour = Samples.Find("GB3003", Severity.Error, "a.cs", new(2, 1, 2, 2), "m", 1, [.. lines]);
        var masked = SecretMask.Apply(Samples.Result([finding, neighbour], []));
        Assert.All(masked.Findings, static f => Assert.DoesNotContain("CANARY", f.Message + string.Join('\n', f.Excerpt.Lines)));
        Assert.Equal(lines.Select(static l => l.Length), masked.Findings[0].Excerpt.Lines.Select(static l => l.Length));
    }

    [Fact]
    public void AnEscapedSecret_IsMaskedByItsValueToo()
    {
        var finding = Samples.Find("GB8205", Severity.Error, "a.cs", new(1, 9, 1, 24), "The value is 'AB-secret'.", 1, ["var a = \"\\u0041B-secret\";"]);
        var masked = SecretMask.Apply(Samples.Result([finding], [])).Findings[0];
        Assert.Equal("The value is '*********'.", masked.Message);
        Assert.Equal("var a = \"**************\";", masked.Excerpt.Lines[0]);
    }

    [Fact]
    public void WithoutASecret_NothingIsMasked() => Assert.Same(Samples.Many, SecretMask.Apply(Samples.Many));
}
