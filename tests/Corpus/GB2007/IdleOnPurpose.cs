using System.ComponentModel;
using System.Diagnostics;

namespace Idle;

public record Event(int Id);

public interface IHandler<in T>
{
    Task Handle(T message);
}

public interface IBatchJob
{
    void Run();
}

public interface IAsyncLifetime
{
    Task InitializeAsync();

    Task DisposeAsync();
}

public interface IHostedService
{
    Task StartAsync(CancellationToken cancellation);

    Task StopAsync(CancellationToken cancellation);
}

public interface IAudit
{
    void Send(string line);

    void Store(string line) { } //@near GB2007
}

public sealed class NullAudit : IAudit
{
    public void Send(string line) { } //@near GB2007
}

public sealed class ConsoleAudit : IAudit
{
    public void Send(string line) => Console.WriteLine(line);

    void IAudit.Store(string line) { } //@near GB2007
}

public sealed class IgnoreEventHandler : IHandler<Event>
{
    public Task Handle(Event message) => Task.CompletedTask; //@near GB2007
}

public sealed class ArchiveHandler : IHandler<Event>
{
    public Task Handle(Event message) //@near GB2007
    {
        // The archive is filled by the database's own trigger.
        return Task.CompletedTask;
    }
}

public sealed class AuditHandler : IHandler<Event>
{
    /// <summary>Does nothing: the event was written down when it was raised.</summary>
    public Task Handle(Event message) => Task.CompletedTask; //@near GB2007
}

public sealed class CountHandler : IHandler<Event>
{
    // Counting is done by the bus.
    public Task Handle(Event message) => Task.CompletedTask; //@near GB2007
}

public sealed class TraceHandler : IHandler<Event>
{
    public Task Handle(Event message) => Task.CompletedTask; // events are traced by the bus //@near GB2007
}

public class ExtensibleHandler : IHandler<Event>
{
    public virtual Task Handle(Event message) => Task.CompletedTask; //@near GB2007
}

public abstract class EventHandlerBase : IHandler<Event>
{
    public Task Handle(Event message) => Task.CompletedTask; //@near GB2007

    protected virtual void OnHandled(Event message) { } //@near GB2007
}

public sealed class LogHandler : IHandler<Event>
{
    public Task Handle(Event message) => Task.FromResult(message.Id + Random.Shared.Next()); //@near GB2007
}

public sealed class Cache : IDisposable, IAsyncLifetime
{
    private readonly Dictionary<int, Event> _events = [];

    public Event? Find(int id) => _events.GetValueOrDefault(id);

    public void Dispose() { } //@near GB2007

    public Task InitializeAsync() => Task.CompletedTask; //@near GB2007

    public Task DisposeAsync() => Task.CompletedTask; //@near GB2007
}

public sealed class Poller : IHostedService
{
    private CancellationTokenSource? _running;

    public Task StartAsync(CancellationToken cancellation)
    {
        _running = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask; //@near GB2007

    public bool IsRunning => _running is { IsCancellationRequested: false };
}

public abstract class Node
{
    public abstract void Accept(NodeVisitor visitor);
}

public class NodeVisitor
{
    public virtual void VisitLeaf(Node leaf) { } //@near GB2007

    public virtual void VisitBranch(Node branch) => Console.WriteLine(branch);
}

public sealed class LeafCounter : NodeVisitor
{
    public int Count { get; private set; }

    public override void VisitLeaf(Node leaf) => Count++;

    public override void VisitBranch(Node branch) { } //@near GB2007
}

public interface IGameListener
{
    void Processed(Event e);

    void Updated(Event e);
}

public sealed class ScoreListener : IGameListener
{
    public int Score { get; private set; }

    public void Processed(Event e) { } //@near GB2007

    public void Updated(Event e) => Score++;
}

public abstract class Template
{
    public void Run()
    {
        Before();
        Core();
        After();
    }

    protected abstract void Before();

    protected abstract void Core();

    protected virtual void After() { } //@near GB2007
}

public sealed class Report : Template
{
    private int _pages;

    protected override void Before() { } //@near GB2007

    protected override void Core() => _pages++;
}

public class Sprite
{
    protected int Frame;

    public virtual void Update() => Frame++;

    public virtual void Draw() => Console.WriteLine(Frame);
}

public sealed class Background : Sprite
{
    public override void Update() { } //@near GB2007

    public override void Draw() { } //@near GB2007
}

public class Settings
{
    protected readonly Dictionary<string, string> Values = [];

    public virtual void Save() => File.WriteAllLines("settings", Values.Keys);

    public virtual void Delete(string key)
    {
    }

    public virtual void Store(string key, string value)
    {
        throw new NotSupportedException("These settings are fixed.");
    }
}

public sealed class ReadOnlySettings : Settings
{
    public override void Save() { } //@near GB2007
}

public sealed class MemorySettings : Settings
{
    public override void Save() { } //@near GB2007

    public override void Store(string key, string value) => Values[key] = value;
}

public sealed class SharedSettings : Settings
{
    public override void Delete(string key) { } //@near GB2007

    public override void Store(string key, string value) { } //@near GB2007

    public int Count() => Values.Count;
}

public interface IStore
{
    void Save(Event e);
}

public sealed class DiskStore : IStore
{
    public void Save(Event e) => File.AppendAllText("events", e.ToString());
}

public sealed class PreviewStore : IStore
{
    private int _seen;

    public void Save(Event e) { } //@near GB2007

    public int Seen() => _seen++;
}

public interface IMeter
{
    void Send(int value);

    void Store(int value);
}

public sealed class Meter : IMeter
{
    public void Send(int value) { } //@near GB2007

    public void Store(int value) { } //@near GB2007
}

public partial class Parser
{
    partial void OnParsed(int token);

    partial void OnParsed(int token) { } //@near GB2007

    public void Parse() => OnParsed(1);
}

public sealed class Panel
{
    private readonly Process _process = new();

    public event EventHandler? Clicked;

    public Panel()
    {
        Clicked += (_, _) => { }; //@near GB2007
        _process.OutputDataReceived += DrainOutput;
        _process.Exited += OnExited;
        _process.ErrorDataReceived += Errors;
    }

    private void DrainOutput(object sender, DataReceivedEventArgs e) { } //@near GB2007

    private void OnExited(object? sender, EventArgs e) //@near GB2007
    {
        // The exit code is read by whoever waits.
    }

    private void Errors(object sender, DataReceivedEventArgs e) => Console.Error.WriteLine(e.Data);

    private void DesignedClick(object sender, EventArgs e) { } //@near GB2007

    [Conditional("DEBUG")]
    public void Dump(string text) { } //@near GB2007

    public void Click() => Clicked?.Invoke(this, EventArgs.Empty);
}

public sealed class Column : INotifyPropertyChanged
{
    public event PropertyChangedEventHandler? PropertyChanged
    {
        add { } //@near GB2007
        remove { }
    }
}

public sealed class NightJob : IBatchJob
{
    public void Run() //@near GB2007
    {
#if NIGHT
        Console.WriteLine("night");
#endif
    }
}

public sealed class FakeJob : IBatchJob
{
    public void Run() { } //@near GB2007
}

[Obsolete("Jobs are run by the cluster.")]
public sealed class OldJob : IBatchJob
{
    [Obsolete("Jobs are run by the cluster.")]
    public void Run() { } //@near GB2007
}

public sealed class Progress : IProgress<int>
{
    public void Report(int value) { } //@near GB2007
}

public sealed class QuietWriter : StringWriter
{
    public override void Flush() { } //@near GB2007
}

public sealed class Buttons
{
    public int Total { get; private set; }

    public void Count(EventArgs e) { } //@near GB2007

    public void Add(int Step) => Total += Step;
}
