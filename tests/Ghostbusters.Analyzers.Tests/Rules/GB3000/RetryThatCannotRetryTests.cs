using Ghostbusters.Analyzers.Rules.GB3000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB3000;

public class RetryThatCannotRetryTests
{
    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> Verify(string members) => RuleTest.VerifyAsync<RetryThatCannotRetry>($$"""
        using Rebus.Handlers;
        namespace Rebus.Handlers
        {
            public interface IHandleMessages<in T> { Task Handle(T message); }
            public class SQSEvent { public List<string> Records = []; }
            public interface IModel { void BasicAck(int tag); void BasicReject(int tag); }
        }
        public class Orders : IHandleMessages<string>
        {
            static void Put(string text) { }
            static Task PutAsync(string text) => Task.CompletedTask;
            static void Log(Exception e) { }
            {{(members.Contains("Task Handle(string") ? "" : "public Task Handle(string message) => PutAsync(message);")}}
            {{members}}
        }
        """);

    [Theory]
    [InlineData("public async Task Handle(string m) { try { await PutAsync(m); } [|catch|] (Exception e) { Log(e); } }")]
    [InlineData("public Task Handle(string m) { return Inner(m); } async Task Inner(string m) { try { await PutAsync(m); } [|catch|] (Exception e) { Log(e); } }")]
    [InlineData("void Run(SQSEvent e) { foreach (var r in e.Records) { try { Put(r); } [|catch|] (Exception x) { Log(x); } } }")]
    [InlineData("void Received(IModel model) { try { Put(\"a\"); } [|catch|] (Exception e) { Log(e); } model.BasicAck(1); }")]
    [InlineData("void Save() { for (var attempt = 0; attempt < 3; attempt++) { try { Put(\"a\"); return; } [|catch|] (Exception e) { Log(e); return; } } }")]
    [InlineData("void Save() { for (var attempt = 0; attempt < 3; attempt++) { try { Put(\"a\"); return; } [|catch|] (Exception e) { Log(e); } } }")]
    [InlineData("void M() { void Run(SQSEvent e) { try { Put(e.Records[0]); } [|catch|] (Exception x) { Log(x); } } Run(new SQSEvent()); }")]
    public Task KeepsTheFailure_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("public async Task Handle(string m) { try { await PutAsync(m); } catch (Exception e) { Log(e); throw; } }")]
    [InlineData("public async Task Handle(string m) { try { await PutAsync(m); } catch (IOException e) { Log(e); } }")]
    [InlineData("public async Task Handle(string m) { try { await PutAsync(m); } catch (Exception) { await PutAsync(\"later\"); } }")]
    [InlineData("public async Task Handle(string m) { try { await PutAsync(m); } catch (Exception) { } }")]
    [InlineData("public async Task Handle(string m) { await PutAsync(m); try { Put(m); } catch (Exception e) { Log(e); } }")]
    [InlineData("async Task<bool> Run(SQSEvent e) { try { await PutAsync(e.Records[0]); return true; } catch (Exception x) { Log(x); return false; } }")]
    [InlineData("void Received(IModel model) { try { Put(\"a\"); model.BasicAck(1); } catch (Exception e) { Log(e); model.BasicReject(1); } }")]
    [InlineData("void Save() { for (var attempt = 0; ; attempt++) { try { Put(\"a\"); return; } catch (Exception e) { Log(e); if (attempt > 2) throw; } } }")]
    [InlineData("bool Save() { for (var attempt = 0; attempt < 3; attempt++) { try { Put(\"a\"); return true; } catch (Exception e) { Log(e); } } return false; }")]
    [InlineData("void Save() { for (var i = 0; i < 3; i++) { try { Put(\"a\"); return; } catch (Exception e) { Log(e); return; } } }")]
    public Task PassesItOn_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public async Task Message_NamesHandlerAndCaller()
    {
        var found = Assert.Single(await Verify("public async Task Handle(string m) { try { await PutAsync(m); } [|catch|] (Exception e) { Log(e); } }"));

        Assert.StartsWith("'Handle' is a handler of IHandleMessages<String>, whose message is delivered again when it throws, but this catch ends as if all was well", found.GetMessage(), StringComparison.Ordinal);
    }
}
