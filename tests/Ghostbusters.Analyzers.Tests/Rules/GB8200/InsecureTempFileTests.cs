using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class InsecureTempFileTests
{
    private const string Usings = "using System.IO; ";

    [Theory]
    [InlineData("void M(string t) => File.WriteAllText([|Path.Combine(Path.GetTempPath(), \"a.txt\")|], t);")]
    [InlineData("void M(byte[] b) { var p = Path.GetTempPath() + \"a.bin\"; File.WriteAllBytes([|p|], b); }")]
    [InlineData("void M(string t) => File.WriteAllText([|Path.ChangeExtension(Path.GetTempFileName(), \"html\")|], t);")]
    [InlineData("object M() => new FileStream([|Path.Combine(Path.GetTempPath(), $\"a-{Environment.ProcessId}\")|], FileMode.Create);")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<InsecureTempFile>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("void M(string t) => File.WriteAllText(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), t);")]
    [InlineData("void M(string t) => File.WriteAllText(Path.Combine(Path.GetTempPath(), $\"{Guid.NewGuid()}.txt\"), t);")]
    [InlineData("void M(string t) => File.WriteAllText(Path.GetTempFileName(), t);")]
    [InlineData("string M() => File.ReadAllText(Path.Combine(Path.GetTempPath(), \"a.txt\"));")]
    [InlineData("object M() => new FileStream(Path.Combine(Path.GetTempPath(), \"a\"), FileMode.CreateNew);")]
    [InlineData("void M(string n, string t) => File.WriteAllText(Path.Combine(Path.GetTempPath(), n), t);")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<InsecureTempFile>($"{Usings}class C {{ {member} }}");
}
