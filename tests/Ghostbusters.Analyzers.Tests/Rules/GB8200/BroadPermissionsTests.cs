using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class BroadPermissionsTests
{
    private const string Usings = "using System.IO; using System.Security.AccessControl; using System.Security.Principal; ";

    [Theory]
    [InlineData("object M() => [|new FileSystemAccessRule(\"Everyone\", FileSystemRights.FullControl, AccessControlType.Allow)|];")]
    [InlineData("object M() => [|new FileSystemAccessRule(new SecurityIdentifier(WellKnownSidType.WorldSid, null), FileSystemRights.Modify, AccessControlType.Allow)|];")]
    [InlineData("void M(string p) => File.SetUnixFileMode(p, [|(UnixFileMode)511|]);")]
    [InlineData("void M(string p) => [|System.Diagnostics.Process.Start(\"chmod\", \"777 \" + p)|];")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<BroadPermissions>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("object M() => new FileSystemAccessRule(\"Everyone\", FileSystemRights.Read, AccessControlType.Allow);")]
    [InlineData("object M() => new FileSystemAccessRule(\"Everyone\", FileSystemRights.Write, AccessControlType.Deny);")]
    [InlineData("void M(string p) => File.SetUnixFileMode(p, (UnixFileMode)420);")]
    [InlineData("void M(string p) => System.Diagnostics.Process.Start(\"chmod\", \"755 \" + p);")]
    [InlineData("void M(FileInfo f) => f.UnixFileMode &= ~UnixFileMode.OtherWrite;")]
    [InlineData("object M(string user) => new FileSystemAccessRule(user, FileSystemRights.FullControl, AccessControlType.Allow);")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<BroadPermissions>($"{Usings}class C {{ {member} }}");
}
