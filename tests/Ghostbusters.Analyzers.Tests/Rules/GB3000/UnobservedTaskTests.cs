using Ghostbusters.Analyzers.Rules.GB3000;
using Ghostbusters.CodeFixes.Rules.GB3000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB3000;

public class UnobservedTaskTests
{
    private static string Class(string members) => $$"""
        using Moq;
        using NSubstitute;
        public interface IStore { Task SaveAsync(int id); Task<int> LoadAsync(int id); ValueTask FlushAsync(); IAsyncEnumerable<int> ReadAllAsync(); }
        class C
        {
            readonly IStore _store = null!;
            readonly HttpClient _http = null!;
            readonly SemaphoreSlim _gate = new(1);
            Task? _running;
            {{members}}
        }
        """;

    private static Task Verify(string members) => RuleTest.VerifyAsync<UnobservedTask>(Class(members));

    [Theory]
    [InlineData("void M() { _store.[|SaveAsync|](1); }")]
    [InlineData("void M() => _store.[|SaveAsync|](1);")]
    [InlineData("async Task M() { await Task.Yield(); _store.[|FlushAsync|](); }")]
    [InlineData("void M() { _store?.[|LoadAsync|](1); }")]
    [InlineData("void M() { _store.[|SaveAsync|](1).ConfigureAwait(false); }")]
    [InlineData("void M() { Task.[|Run|](() => File.Delete(\"a\")); }")]
    [InlineData("void M() { Task.[|Delay|](100); }")]
    [InlineData("void M() { var saved = _store.[|SaveAsync|](1); }")]
    [InlineData("async Task M() { await Task.Yield(); Task<int> loaded = _store.[|LoadAsync|](1); }")]
    [InlineData("void M(List<int> l) { l.ForEach(i => _store.[|SaveAsync|](i)); }")]
    [InlineData("void M() { _store.[|ReadAllAsync|](); }")]
    [InlineData("async Task OwnAsync() => await _store.SaveAsync(1); void M() { [|OwnAsync|](); }")]
    [InlineData("Task SendAsync() { var source = new TaskCompletionSource(); return source.Task; } void M() { [|SendAsync|](); }")]
    [InlineData("async Task CompileAsync() { Console.WriteLine(1); } void M() { Task.[|Run|](CompileAsync); }")]
    [InlineData("Task Start(bool b) { var source = new TaskCompletionSource(); if (b) return _store.SaveAsync(1); return source.Task; } void M() { [|Start|](true); }")]
    public Task LostTask_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("Task<string> M() { try { return _http.[|GetStringAsync|](\"/\"); } catch (HttpRequestException) { return Task.FromResult(\"\"); } }")]
    [InlineData("Task M() { try { return _store.[|SaveAsync|](1); } catch (Exception e) { Console.WriteLine(e); throw; } }")]
    [InlineData("Task M(Func<Task> next) { try { return [|next|](); } catch { return Task.CompletedTask; } }")]
    [InlineData("Task<string> M() { using var http = new HttpClient(); return http.[|GetStringAsync|](\"/\"); }")]
    [InlineData("Task<string> M() { using (var r = new StreamReader(\"a\")) { return r.[|ReadToEndAsync|](); } }")]
    [InlineData("Task M() { _gate.Wait(); try { return _store.[|SaveAsync|](1); } finally { _gate.Release(); } }")]
    [InlineData("Task<string> M() { using var cts = new CancellationTokenSource(5); return _http.[|GetStringAsync|](\"/\", cts.Token); }")]
    public Task ReturnedTooEarly_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("async Task M() { await _store.SaveAsync(1); }")]
    [InlineData("void M() { _ = _store.SaveAsync(1); }")]
    [InlineData("void M() { _running = _store.SaveAsync(1); }")]
    [InlineData("void M() { _store.SaveAsync(1).Wait(); }")]
    [InlineData("void M() { _store.SaveAsync(1).ContinueWith(t => Console.WriteLine(t.Exception), TaskContinuationOptions.OnlyOnFaulted); }")]
    [InlineData("void M() { Forget(_store.SaveAsync(1)); } static Task Forget(Task t) => t;")]
    [InlineData("void M() {\n// fire and forget: the audit is best effort\n_store.SaveAsync(1); }")]
    [InlineData("void M() {\n#pragma warning disable CS4014\n_store.SaveAsync(1);\n#pragma warning restore CS4014\n}")]
    [InlineData("async Task LoopAsync() { while (true) { try { await _store.SaveAsync(1); } catch (Exception e) { Console.WriteLine(e); } } } void M() { LoopAsync(); }")]
    [InlineData("void M() { Task.Run(async () => { try { await _store.SaveAsync(1); } catch (Exception e) { Console.WriteLine(e); } }); }")]
    [InlineData("void Save() { try { File.Delete(\"a\"); } catch (Exception e) { Console.WriteLine(e); } } void M() { Task.Run(Save); Task.Run(() => Save()); }")]
    [InlineData("void M(Task next) { Interlocked.Exchange(ref _running, next); }")]
    [InlineData("void M(IStore s) { s.Received().SaveAsync(1); s.When(x => x.SaveAsync(2)).Do(_ => { }); }")]
    [InlineData("void M(Mock<IStore> m) { m.Verify(x => x.SaveAsync(1)); m.Setup(x => x.LoadAsync(1)).ReturnsAsync(1); }")]
    [InlineData("void M() { Xunit.Assert.Throws<ArgumentNullException>(() => { _store.SaveAsync(1); }); }")]
    [InlineData("void M() { var ignored = _store.SaveAsync(1); var __ = _store.SaveAsync(2); }")]
    [InlineData("Task M() { var saved = _store.SaveAsync(1); return saved; }")]
    [InlineData("[Xunit.Fact] public void M() { var hanging = _store.SaveAsync(1); }")]
    [InlineData("void M() { Action act = () => _store.SaveAsync(1); act(); }")]
    [InlineData("[NUnit.Framework.OneTimeSetUp] public void Up() { var cts = new CancellationTokenSource(); Task.Run(async () => { await Task.Delay(500); cts.Cancel(); }); }")]
    [InlineData("Task Handled() { var source = new TaskCompletionSource(); return source.Task; } void M() { Handled(); }")]
    [InlineData("class Harness { public Task Handled(int n) { var source = new TaskCompletionSource(); Hook(() => source.SetResult()); return source.Task; } void Hook(Action a) { } } readonly Harness _harness = new(); Task Handled(int n) => _harness.Handled(n); void M() { Handled(1); }")]
    [InlineData("async Task CompileAsync() { try { Console.WriteLine(new Random().Next()); } catch (Exception e) { Console.WriteLine(e); } } void M() { Task.Run(CompileAsync); CompileAsync(); }")]
    public Task HeldOrDeliberate_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public Task MockedCallThatDoesNotBind_DoesNotTrigger() =>
        RuleTest.VerifyBrokenAsync<UnobservedTask>(Class("void M(IStore s) { Received.InOrder(() => { s.SaveAsync(new Missing()); s.SaveAsync(1); }); }"));

    [Theory]
    [InlineData("async Task<string> M() { try { return await _http.GetStringAsync(\"/\"); } catch (HttpRequestException) { return \"\"; } }")]
    [InlineData("Task M() { try { File.Delete(\"a\"); return Task.CompletedTask; } catch (IOException) { return Task.CompletedTask; } }")]
    [InlineData("Task<int> M() { try { return Task.FromResult(int.Parse(\"1\")); } catch (FormatException) { return Task.FromResult(0); } }")]
    [InlineData("Task M() { try { return _store.SaveAsync(1); } catch (Exception e) { return Task.FromException(e); } }")]
    [InlineData("Task M() { try { return _store.SaveAsync(1); } catch (ArgumentException) { return Task.CompletedTask; } }")]
    [InlineData("Task M(Stream s) { var mine = true; try { mine = false; return CopyAsync(s); } finally { if (mine) s.Dispose(); } } async Task CopyAsync(Stream s) { using (s) await s.FlushAsync(); }")]
    [InlineData("Task M() { using var doc = new MemoryStream(); return _store.SaveAsync((int)doc.Length); }")]
    [InlineData("Task M() { lock (_gate) { return _running ??= _store.SaveAsync(1); } }")]
    [InlineData("Task SyncAsync() { File.Delete(\"a\"); return Task.CompletedTask; } Task M() { try { return SyncAsync(); } catch (IOException) { return Task.CompletedTask; } }")]
    [InlineData("Func<Task> M() { try { return () => _store.SaveAsync(1); } catch (IOException) { return () => Task.CompletedTask; } }")]
    [InlineData("Task M() { try { File.Delete(\"a\"); } catch (IOException) { return _store.SaveAsync(1); } return _store.SaveAsync(2); }")]
    public Task EndsInTime_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public async Task Message_NamesTheCatchThatCannotRun()
    {
        var found = await RuleTest.VerifyAsync<UnobservedTask>("class C { Task M(HttpClient h) { try { return h.[|GetAsync|](\"/\"); }\ncatch (Exception) { throw; } } }");
        Assert.Equal(
            "'GetAsync' starts work, but its task is returned and not awaited: the try is left before it ends, so that the catch on line 2 cannot see its failure. Await it here.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<UnobservedTask>("class C { Task M() { try { return X(); } catch { Y(; } }");

    private static Task Repaired(string before, string after) => RepairTest.VerifyAsync<UnobservedTask, UnobservedTaskRepair>(Class(before), Class(after));

    [Fact]
    public Task Repair_AwaitsInAsyncMethod() => Repaired(
        "async Task M() { await Task.Yield(); _store.SaveAsync(1); }",
        "async Task M() { await Task.Yield(); await _store.SaveAsync(1); }");

    [Fact]
    public Task Repair_AwaitsInsteadOfAnUnreadLocal() => Repaired(
        "async Task M() { await Task.Yield(); var saved = _store.SaveAsync(1); }",
        "async Task M() { await Task.Yield(); await _store.SaveAsync(1); }");

    [Fact]
    public Task Repair_MakesTheMethodAsync() => Repaired(
        "private Task<string> M() { try { return _http.GetStringAsync(\"/\"); } catch (HttpRequestException) { return Task.FromResult(\"\"); } }",
        "private async Task<string> M() { try { return await _http.GetStringAsync(\"/\"); } catch (HttpRequestException) { return \"\"; } }");

    [Fact]
    public Task Repair_MakesAMethodWithoutResultAsync() => Repaired(
        """
        public Task M(bool now)
            {
                if (!now) return Task.CompletedTask;
                using (var http = new HttpClient())
                {
                    return http.GetStringAsync("/").ContinueWith(_ => { });
                }
            }
            public Task N()
            {
                try
                {
                    return _store.SaveAsync(1);
                }
                catch (IOException)
                {
                    return Task.CompletedTask;
                }
            }
        """,
        """
        public Task M(bool now)
            {
                if (!now) return Task.CompletedTask;
                using (var http = new HttpClient())
                {
                    return http.GetStringAsync("/").ContinueWith(_ => { });
                }
            }
            public async Task N()
            {
                try
                {
                    await _store.SaveAsync(1);
                    return;
                }
                catch (IOException)
                {
                    return;
                }
            }
        """);

    [Theory]
    [InlineData("void M() { _store.SaveAsync(1); }")]
    [InlineData("async Task M() { await Task.Yield(); _store?.SaveAsync(1); }")]
    [InlineData("async Task M() { await Task.Yield(); Task.Run(() => File.Delete(\"a\")); }")]
    [InlineData("async Task LoopAsync() { while (true) await _store.SaveAsync(1); } async Task M() { await Task.Yield(); LoopAsync(); }")]
    [InlineData("async Task M() { await Task.Yield(); lock (_gate) { _store.SaveAsync(1); } }")]
    [InlineData("async Task M() { await Task.Yield(); _store.ReadAllAsync(); }")]
    [InlineData("Task<int> M(out int x) { x = 0; try { return _store.LoadAsync(1); } catch (IOException) { return Task.FromResult(0); } }")]
    [InlineData("Task M() { try { return _store.SaveAsync(1); } catch (IOException) { return _running ?? Task.CompletedTask; } }")]
    [InlineData("Func<Task> M() => () => { try { return _store.SaveAsync(1); } catch (IOException) { return Task.CompletedTask; } };")]
    [InlineData("Task M(bool b) { try { if (b) return _store.SaveAsync(2); return _store.SaveAsync(1); } catch (IOException) { return Task.CompletedTask; } }")]
    public Task Repair_IsNotOffered(string members) => RepairTest.VerifyNotOfferedAsync<UnobservedTask, UnobservedTaskRepair>(Class(members));
}
