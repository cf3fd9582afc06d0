using Ghostbusters.Analyzers.Rules.GB2000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB2000;

public class SimulatedWorkTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<SimulatedWork>($$"""
        public record Receipt(string Id, bool Success);
        public class Service(HttpClient client)
        {
            int _count;
            public record Stamp(string Order, DateTime At);
            public bool IsConnected { get; private set; }
            public int Count => _count + client.DefaultRequestHeaders.Count();
            static async Task<bool> Gateway() { await Task.Delay(100); return true; }
            {{members}}
        }
        """);

    [Theory]
    [InlineData("public async Task<Receipt> [|ChargeAsync|](decimal amount) { await Task.Delay(500); return new Receipt(Guid.NewGuid().ToString(), true); }")]
    [InlineData("public bool [|Connect|](string host) { Thread.Sleep(500); return true; }")]
    [InlineData("public async Task [|RunBackupAsync|]() { Console.WriteLine(\"start\"); await Task.Delay(500); Console.WriteLine(\"done\"); }")]
    [InlineData("public async Task<bool> [|ConnectAsync|](string host) { await Task.Delay(50); var ok = await Gateway(); return ok; }")]
    [InlineData("public async Task [|ConnectAsync|]() { await Task.Delay(50); IsConnected = true; }")]
    [InlineData("public async Task<int> [|ImportAsync|](int[] rows) { var n = 0; foreach (var row in rows) { await Task.Delay(5); n++; } return n; }")]
    [InlineData("public void [|RebuildIndex|](IProgress<int> p) { for (var i = 0; i < 10; i++) { Thread.Sleep(5); p.Report(i); } }")]
    [InlineData("public async Task<string> [|UploadAsync|](string path) { var ms = Random.Shared.Next(5, 9); await Task.Delay(ms); return path + 1; }")]
    [InlineData("public bool [|Submit|](string order) => Random.Shared.Next(100) < 90;")]
    [InlineData("public Stamp [|Pay|](string order) => new Stamp(order, new DateTime(2024, 1, 15));")]
    public Task OnlyWaits_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("public async Task<string> FetchAsync(string url) { await Task.Delay(500); return await client.GetStringAsync(url); }")]
    [InlineData("public async Task RunAsync() { await Task.Delay(500); _count++; }")]
    [InlineData("public Task WaitAsync() => Task.Delay(500);")]
    [InlineData("public async Task<bool> ConnectAsync(int ms) { await Task.Delay(ms); return true; }")]
    [InlineData("public async Task<bool> ConnectAsync(bool slow) { if (slow) await Task.Delay(100); return true; }")]
    [InlineData("public async Task RunAsync() { while (_count < 3) { await Task.Delay(500); } }")]
    [InlineData("public virtual async Task<bool> ConnectAsync() { await Task.Delay(500); return true; }")]
    [InlineData("public async Task<bool> ConnectAsync(Task work) { await Task.Delay(500); await work; return true; }")]
    [InlineData("public void Initialize() { /* give the relay time to close */ Thread.Sleep(50); }")]
    [InlineData("/// <summary>Simulates a charge.</summary>\n    public async Task<Stamp> ChargeAsync(string o) { await Task.Delay(500); return new Stamp(o, default); }")]
    [InlineData("public async Task<Stamp> ChargeAsync(string o) { await Task.Delay(500); throw new NotSupportedException(o); }")]
    [InlineData("public Task RunAsync(CancellationToken token) => Task.Delay(Timeout.Infinite, token);")]
    [InlineData("public async Task RunAsync(Action act) { await Task.Delay(5); act(); }")]
    [InlineData("public async Task<bool> ChargeAsync(decimal amount) { await Task.Delay(100); return true; }")]
    [InlineData("public DateTime ProcessSeconds(long s) => new DateTime(2001, 1, 1).AddSeconds(s);")]
    [InlineData("public bool RollDice() => Random.Shared.Next(6) == 5;")]
    public Task WaitsForAReason_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public async Task Message_NamesClaimAndWait()
    {
        var found = await RuleTest.VerifyAsync<SimulatedWork>("class C { public async Task<string> [|SendAsync|](string text) { await Task.Delay(500); return text + 1; } }");
        Assert.Equal(
            "'SendAsync' claims to send, but all that it does is 'Task.Delay(500)', and then it answers as if it were done. Do the work, or say in its name that it is simulated.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<SimulatedWork>("class C { async Task RunAsync( { await Task.Delay(; return X; } bool Send() { Thread.Sleep(y); }");
}
