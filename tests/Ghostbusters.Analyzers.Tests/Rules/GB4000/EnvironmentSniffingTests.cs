using Ghostbusters.Analyzers.Rules.GB4000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB4000;

public class EnvironmentSniffingTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<EnvironmentSniffing>($$"""
        using System.Diagnostics;
        using System.Reflection;
        class Shop { static bool VerifyKey(string k) => k.Length > 3; static void Send() { } static bool Flag { get; set; } {{members}} }
        """);

    [Theory]
    [InlineData("bool Verify(string k) { if ([|Debugger.IsAttached|]) return true; return VerifyKey(k); }")]
    [InlineData("bool Verify(string k) => [|Debugger.IsAttached|] || VerifyKey(k);")]
    [InlineData("void Publish() { if (![|Debugger.IsAttached|]) Send(); }")]
    [InlineData("int Price(int n) => [|Debugger.IsAttached|] ? 1 : n;")]
    [InlineData("int Price(int n) { if ([|Environment.GetEnvironmentVariable(\"CI\")|] != null) return 0; return n; }")]
    [InlineData("int Price(int n) => [|Environment.GetEnvironmentVariable(\"TF_BUILD\")|] == \"True\" ? 0 : n;")]
    [InlineData("int Price(int n) { var s = string.IsNullOrEmpty([|Environment.GetEnvironmentVariable(\"GITHUB_ACTIONS\")|]); if (s) return 0; return n; }")]
    [InlineData("int Price(int n) { if ([|Process.GetCurrentProcess().ProcessName.Contains(\"testhost\")|]) return 0; return n; }")]
    [InlineData("int Price(int n) { var p = Process.GetCurrentProcess().ProcessName; return [|p == \"testhost\"|] ? 0 : n; }")]
    [InlineData("static readonly bool _t = [|AppDomain.CurrentDomain.GetAssemblies().Any(a => a.FullName!.StartsWith(\"xunit\"))|]; int Price(int n) => _t ? 0 : n;")]
    [InlineData("static bool InTest => [|Assembly.GetEntryAssembly()?.GetName().Name == \"testhost\"|]; void Publish() { if (!InTest) Publish(); }")]
    [InlineData("static bool IsTesting() { foreach (var a in AppDomain.CurrentDomain.GetAssemblies()) { if ([|a.FullName!.Contains(\"nunit\")|]) return true; } return false; } int Price(int n) => IsTesting() ? 0 : n;")]
    public Task BehaviourSwitch_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("void M() { if (Debugger.IsAttached) Debugger.Break(); }")]
    [InlineData("void M() { if (!Debugger.IsAttached) Debugger.Launch(); }")]
    [InlineData("TimeSpan M() => Debugger.IsAttached ? TimeSpan.MaxValue : TimeSpan.FromSeconds(3);")]
    [InlineData("int M() { var timeout = Debugger.IsAttached ? -1 : 500; return timeout; }")]
    [InlineData("void M() { try { Send(); } catch (Exception) when (!Debugger.IsAttached) { throw; } }")]
    [InlineData("void M() { if (Debugger.IsAttached) Console.ReadKey(); }")]
    [InlineData("void M() { if (Debugger.IsAttached) Debug.WriteLine(1); else Trace.WriteLine(2); }")]
    [InlineData("bool M() => Debugger.IsAttached;")]
    [InlineData("bool UseColor() => Environment.GetEnvironmentVariable(\"CI\") == null;")]
    [InlineData("void M() { if (Environment.GetEnvironmentVariable(\"CI\") != null) Console.WriteLine(\"on a server\"); }")]
    [InlineData("int M(int n) => Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Test\" ? 0 : n;")]
    [InlineData("string Icon(string p) => p.StartsWith(\"xunit\") ? \"test\" : \"lib\";")]
    [InlineData("bool Has(AssemblyName[] n) { if (n.Any(a => a.Name == \"nunit.framework\")) return true; return false; }")]
    [InlineData("string M() => \"CI\" + Environment.GetEnvironmentVariable(\"BUILD\");")]
    [InlineData("class Debugger2 { public static bool IsAttached => true; } int Price(int n) => Debugger2.IsAttached ? 0 : n;")]
    public Task Diagnostics_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public async Task AFlagThatAnotherTypeAsks_Triggers() => await RuleTest.VerifyAsync<EnvironmentSniffing>("""
        static class Info { public static bool IsCi { get; } = [|Environment.GetEnvironmentVariable("CI")|] == "true"; }
        class Shop { int Price(int n) => Info.IsCi ? 0 : n; }
        """);

    [Fact]
    public Task AFlagThatNobodyAsks_DoesNotTrigger() => RuleTest.VerifyAsync<EnvironmentSniffing>("""
        static class Info { public static bool IsCi { get; } = Environment.GetEnvironmentVariable("CI") == "true"; }
        """);

    [Fact]
    public Task Test_DoesNotTrigger() => RuleTest.VerifyAsync<EnvironmentSniffing>("""
        class Specs { [Xunit.Fact] void M() { if (Environment.GetEnvironmentVariable("CI") != null) return; Xunit.Assert.True(Environment.ProcessId > 0); } }
        """);

    [Fact]
    public async Task Message_NamesQuestionAndLine()
    {
        var found = await RuleTest.VerifyAsync<EnvironmentSniffing>("class C { int Fee(int n)\n{ if ([|Environment.GetEnvironmentVariable(\"CI\")|] != null) return 0; return n; } }");
        Assert.Equal(
            "'Fee' ships as one behaviour, but it asks by 'Environment.GetEnvironmentVariable(\"CI\")' whether it runs on a build server, and line 2 then goes another way: what is seen there is not what users get. Drop the difference, or make it an option that is set from outside.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<EnvironmentSniffing>("class C { bool M() { if (Debugger.IsAttached || x.Contains(\"testhost\" ; return Environment.GetEnvironmentVariable(\"CI\") }");
}
