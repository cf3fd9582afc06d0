using Ghostbusters.Analyzers.Rules.GB2000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB2000;

public class ParameterIgnoredTests
{
    [Theory]
    [InlineData("public async Task M(CancellationToken [|ct|]) { await Task.Delay(1); _n++; }")]
    [InlineData("public Task<string> M(HttpClient c, CancellationToken [|ct|]) => c.GetStringAsync(\"x\");")]
    [InlineData("public int M(int [|limit|]) => _n;")]
    [InlineData("public int M(TimeSpan [|limit|]) => _n;")]
    [InlineData("public static int Read(int [|limit|]) => 7 + Environment.ProcessorCount; static void Use(FileAccess a) => Console.Write(a == FileAccess.Read ? 1 : 2); static void Ask() => Use(FileAccess.Read);")]
    [InlineData("public async Task M(Feed f, CancellationToken [|ct|]) { await foreach (var n in f.AllAsync()) _n += n; } public class Feed { public async IAsyncEnumerable<int> AllAsync() { await Task.Yield(); yield return 1; } }")]
    [InlineData("public int M(int [|limit|]) { if (limit < 0) throw new ArgumentOutOfRangeException(nameof(limit)); return _n; }")]
    [InlineData("public int M(TimeSpan [|timeout|]) { timeout = TimeSpan.FromSeconds(1); return _n + timeout.Seconds; }")]
    [InlineData("public int M(string [|password|]) { var p = password; return _n; }")]
    [InlineData("public int M(int [|limit|]) => Inner(limit); private int Inner(int n) => _n;")]
    [InlineData("public C(IEqualityComparer<string> [|comparer|]) { _n = 1; }")]
    [InlineData("public int M(bool [|dryRun|]) { if (dryRun) { } return _n++; }")]
    [InlineData("public void M(int [|maxRetries|]) { ArgumentOutOfRangeException.ThrowIfNegative(maxRetries); _n = 2; }")]
    public Task Ignored_Triggers(string member) => RuleTest.VerifyAsync<ParameterIgnored>(InClass(member));

    [Theory]
    [InlineData("public Task<int> M(CancellationToken ct) => Task.FromResult(_n);")]
    [InlineData("public int M(int limit) => _n > limit ? limit : _n;")]
    [InlineData("public int M(int limit) => throw new NotSupportedException();")]
    [InlineData("public virtual int M(int limit) => _n;")]
    [InlineData("public int M(int limit) { _ = limit; return _n; }")]
    [InlineData("public int M(int limit) { if (_n > limit) throw new ArgumentException(\"too many\"); return _n; }")]
    [InlineData("/// <summary>The limit is ignored.</summary>\n    public int M(int limit) => _n;")]
    [InlineData("[Obsolete] public int M(int limit) => _n;")]
    [InlineData("public Func<int, int> F(C other) => other.M; public int M(int limit) => _n;")]
    [InlineData("private static readonly Func<int, int> F = C.S; public static int S(int limit) => 7 + Environment.ProcessorCount;")]
    [InlineData("public int M(string limit) => _n;")]
    [InlineData("public Func<int, int> F() => M; public int M(int limit) => _n;")]
    [InlineData("public int M(int limit) { int L() => limit; return _n + L(); }")]
    [InlineData("public async Task M(HttpClient c, CancellationToken ct) { await c.GetAsync(\"x\", CancellationToken.None); }")]
    [InlineData("public async Task M(HttpClient c, CancellationToken ct) { ct.ThrowIfCancellationRequested(); await c.GetAsync(\"x\"); }")]
    [InlineData("public int M(int limit) => Inner(limit); private int Inner(int n) => _n + n;")]
    [InlineData("public void M(int limit) { for (var i = 0; i < limit; i++) _n++; }")]
    [InlineData("public void M(int limit) { }")]
    [InlineData("private int _limit; public void M(int limit) => _limit = limit;")]
    [InlineData("public int M(int limit, bool b) { if (b) limit = 3; return _n + limit; }")]
    public Task Honoured_DoesNotTrigger(string member) => RuleTest.VerifyAsync<ParameterIgnored>(InClass(member));

    [Fact]
    public Task UnknownTypes_DoNotTrigger() => RuleTest.VerifyBrokenAsync<ParameterIgnored>("""
        class C : Missing { private int _n; public int M(int limit) => _n; }
        class D { private int _n; public int M(int limit) { Unknown.Call(limit.Foo); return _n; } }
        """);

    [Fact]
    public Task HandedOverInAnotherFile_DoesNotTrigger() => RuleTest.VerifyAsync<ParameterIgnored>(
        "static class C { private static int _n; public static int M(int limit) => _n; }", "static class D { static readonly Func<int, int> F = C.M; }");

    [Fact]
    public Task TestProject_DoesNotTrigger() => RuleTest.VerifyAsync<ParameterIgnored>("""
        class Subject { private int _n; public int M(int limit) => _n; }
        public class T { [Xunit.Fact] public void M() { } }
        """);

    [Fact]
    public async Task Message_SaysClaimRealityAndRemedy()
    {
        var found = await RuleTest.VerifyAsync<ParameterIgnored>(InClass("public int Load(int [|limit|]) => _n;"));
        Assert.Equal(
            "'limit' of 'Load' promises a limit, but its body never reads it, so callers get none of it. Honour 'limit', or remove it.",
            Assert.Single(found).GetMessage());
    }

    private static string InClass(string member) => $$"""
        class C
        {
            private int _n;
            public C() { }
            {{member}}
        }
        """;
}
