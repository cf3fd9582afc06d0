using Ghostbusters.Analyzers.Rules.GB2000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB2000;

public class EmptyHandlerTests
{
    private const string Contracts = """

        interface IHandler<T> { Task Handle(T message); }
        interface IJob { void Run(); }
        abstract class Worker { protected abstract Task ExecuteAsync(); }
        class File { public int N; public virtual void Save() { N++; } public virtual void Draw() { N++; } }
        interface IRepository { void Save(int i); int Count { get; } }
        """;

    [Theory]
    [InlineData("class C : IHandler<int> { public Task [|Handle|](int message) => Task.CompletedTask; }")]
    [InlineData("class C : IJob { public void [|Run|]() { } }")]
    [InlineData("class C : Worker { protected override async Task [|ExecuteAsync|]() { await Task.CompletedTask; } }")]
    [InlineData("class C : File { public override void [|Save|]() { } }")]
    [InlineData("class C : IRepository { public int Count => 3; public void [|Save|](int i) { } public int M() => Count + 1; }")]
    [InlineData("class C { public C(Timer2 t) { t.Tick += OnTick; } void [|OnTick|](object? s, EventArgs e) { } } class Timer2 { public event EventHandler? Tick; public void M() => Tick?.Invoke(this, EventArgs.Empty); }")]
    public Task Empty_Triggers(string type) => RuleTest.VerifyAsync<EmptyHandler>(type + Contracts);

    [Theory]
    [InlineData("class NullJob : IJob { public void Run() { } }")]
    [InlineData("class C : IJob { public void Run() { /* the cluster runs it */ } }")]
    [InlineData("class C : IJob { public virtual void Run() { } }")]
    [InlineData("class C : IJob { void IJob.Run() { } }")]
    [InlineData("class C : File { public override void Draw() { } }")]
    [InlineData("class C { void OnTick(object? s, EventArgs e) { } }")]
    [InlineData("class C : IDisposable { public void Dispose() { } }")]
    [InlineData("class C : IRepository { public int Count => 3; public void Save(int i) { } public int M() => Count + 1; } class D : IRepository { public int Count { get; set; } public void Save(int i) { Count = i; } }")]
    [InlineData("class C : IJob { public void Run() => Console.WriteLine(); }")]
    [InlineData("abstract class C : IJob { public void Run() { } }")]
    public Task OnPurpose_DoesNotTrigger(string type) => RuleTest.VerifyAsync<EmptyHandler>(type + Contracts);

    [Fact]
    public Task SubscribedInAnotherFile_Triggers() => RuleTest.VerifyAsync<EmptyHandler>(
        "partial class C { public event EventHandler? Tick; void [|OnTick|](object? s, EventArgs e) { } }",
        "partial class C { public C() { Tick += OnTick; Tick(this, EventArgs.Empty); } }");

    [Fact]
    public Task UnknownContract_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<EmptyHandler>(
        "class C : IMissingHandler { public Task Handle(int i) => Task.CompletedTask; }");

    [Fact]
    public Task TestProject_DoesNotTrigger() => RuleTest.VerifyAsync<EmptyHandler>(
        "class C : IJob { public void Run() { } } public class T { [Xunit.Fact] public void M() { } }" + Contracts);

    [Fact]
    public async Task Message_SaysClaimRealityAndRemedy()
    {
        var found = await RuleTest.VerifyAsync<EmptyHandler>("class C : IJob { public void [|Run|]() { } }" + Contracts);
        Assert.Equal(
            "'Run' is all that 'IJob' is for, but its body is empty, so nothing happens when it is called. Implement it, remove it, or say in a comment why nothing is to be done.",
            Assert.Single(found).GetMessage());
    }
}
