using System.ComponentModel;
using System.Collections.ObjectModel;
using System.Collections.Specialized;
using System.Timers;

namespace Orders;

public record OrderPlaced(int Id);

public record OrderShipped(int Id);

public record PaymentFailed(int Id, string Reason);

public record StockLow(string Article);

public interface INotificationHandler<in T>
{
    Task Handle(T notification, CancellationToken cancellation);
}

public interface IConsumer<in T>
{
    Task ConsumeAsync(T message);
}

public interface ICommandHandler<in T>
{
    void Handle(T command);
}

public interface IJob
{
    Task Execute();
}

public interface IRecurringJob
{
    ValueTask ExecuteAsync(CancellationToken cancellation);
}

public interface IMessageProcessor
{
    Task ProcessMessageAsync(byte[] message);
}

public interface IStartupTask
{
    void Run();
}

public interface IMessageReceiver
{
    Task OnMessageAsync(string message);
}

public sealed class SendConfirmationHandler : INotificationHandler<OrderPlaced>
{
    public Task Handle(OrderPlaced notification, CancellationToken cancellation) => Task.CompletedTask; //@true GB2007
}

public sealed class ReserveStockHandler : INotificationHandler<OrderPlaced>, INotificationHandler<OrderShipped>
{
    private int _reserved;

    public Task Handle(OrderPlaced notification, CancellationToken cancellation)
    {
        _reserved++;
        return Task.CompletedTask;
    }

    public Task Handle(OrderShipped notification, CancellationToken cancellation) //@true GB2007
    {
        return Task.CompletedTask;
    }

    public override string ToString() => $"{_reserved} reserved";
}

public sealed class PaymentFailedConsumer : IConsumer<PaymentFailed>
{
    public async Task ConsumeAsync(PaymentFailed message) //@true GB2007
    {
        await Task.CompletedTask;
    }
}

public sealed class CancelOrderHandler : ICommandHandler<OrderPlaced>
{
    private readonly List<int> _cancelled = [];

    public void Handle(OrderPlaced command) { } //@true GB2007

    public int Cancelled() => _cancelled.Count;
}

public sealed class CleanUpJob : IJob
{
    public Task Execute() => Task.CompletedTask; //@true GB2007
}

public sealed class ReportJob(TextWriter output) : IJob
{
    public Task Execute() //@true GB2007
    {
        return Task.CompletedTask;
    }

    public void Title() => output.WriteLine("Report");
}

public sealed class InvoiceJob : IRecurringJob
{
    public ValueTask ExecuteAsync(CancellationToken cancellation) => ValueTask.CompletedTask; //@true GB2007
}

public sealed class ReminderJob : IRecurringJob
{
    public ValueTask ExecuteAsync(CancellationToken cancellation) => default; //@true GB2007
}

public sealed class OrderMessages : IMessageProcessor
{
    public Task ProcessMessageAsync(byte[] message) //@true GB2007
    {
        return Task.CompletedTask;
    }
}

public struct MigrationTask : IStartupTask
{
    public void Run() //@true GB2007
    {
    }
}

public sealed record WarmUpTask(string Address) : IStartupTask
{
    public void Run() { return; } //@true GB2007
}

public sealed class ShipmentReceiver : IMessageReceiver
{
    public Task OnMessageAsync(string message) => Task.CompletedTask; //@true GB2007
}

public abstract class BackgroundWorkerService
{
    protected abstract Task ExecuteAsync(CancellationToken stopping);

    public Task StartAsync(CancellationToken stopping) => ExecuteAsync(stopping);
}

public sealed class OutboxDispatcher : BackgroundWorkerService
{
    protected override Task ExecuteAsync(CancellationToken stopping) => Task.CompletedTask; //@true GB2007
}

public sealed class PriceFeed : BackgroundWorkerService
{
    private int _ticks;

    protected override async Task ExecuteAsync(CancellationToken stopping) //@true GB2007
    {
        await Task.CompletedTask;
    }

    public int Tick() => ++_ticks;
}

public abstract class ShopCommand
{
    public string Name => GetType().Name;

    public abstract void Execute();
}

public sealed class CheckoutCommand : ShopCommand
{
    public override void Execute() { } //@true GB2007
}

public sealed class RefundCommand : ShopCommand
{
    private readonly Stack<int> _refunds = new();

    public override void Execute() //@true GB2007
    {
    }

    public int Last() => _refunds.Peek();
}

public abstract class Exporter
{
    public void Run(string path)
    {
        Console.WriteLine(path);
        ExportTo(path);
    }

    protected abstract void ExportTo(string path);
}

public sealed class PdfExporter : Exporter
{
    protected override void ExportTo(string path) { } //@true GB2007
}

public abstract class Gateway
{
    public abstract Task SendAsync(string text);
}

public sealed class SmsGateway : Gateway
{
    public override Task SendAsync(string text) => Task.CompletedTask; //@true GB2007
}

public class Document
{
    protected string Text { get; set; } = "";

    public virtual void Save(string path) => File.WriteAllText(path, Text);

    public virtual void DeleteDraft(string path)
    {
        File.Delete(path);
        Text = "";
    }

    public virtual async Task PublishAsync(HttpClient client)
    {
        using var content = new StringContent(Text);
        await client.PostAsync("drafts", content); //@true GB3007
    }
}

public sealed class Contract : Document
{
    public override void Save(string path) { } //@true GB2007

    public override void DeleteDraft(string path) //@true GB2007
    {
    }

    public override Task PublishAsync(HttpClient client) => Task.CompletedTask; //@true GB2007

    public void Sign(string by) => Text += by;
}

public interface IOrderRepository
{
    void Save(OrderPlaced order);

    Task DeleteAsync(int id);

    void ArchiveAll();

    int Count { get; }
}

public sealed class OrderRepository : IOrderRepository
{
    private readonly Dictionary<int, OrderPlaced> _orders = [];

    public int Count => _orders.Count;

    public void Save(OrderPlaced order) => _orders[order.Id] = order;

    public Task DeleteAsync(int id) => Task.CompletedTask; //@true GB2007

    public void ArchiveAll() { } //@true GB2007
}

public interface IMailer
{
    Task SendAsync(string to, string text);

    bool IsReady { get; }
}

public sealed class Mailer(string host) : IMailer
{
    public bool IsReady => host.Length > 0;

    public async Task SendAsync(string to, string text) //@true GB2007
    {
        await Task.CompletedTask;
    }
}

public interface IBackup
{
    void RestoreFrom(string path);

    void BackupTo(string path);
}

public sealed class FileBackup : IBackup
{
    public void RestoreFrom(string path) { } //@true GB2007

    public void BackupTo(string path) => File.Copy("shop.db", path);
}

public interface IPayments
{
    void Refund(int order, decimal amount);

    void ChargeCard(int order, decimal amount);
}

public sealed class CardPayments : IPayments
{
    private decimal _charged;

    /// <summary>Pays an amount back to the customer.</summary>
    public void Refund(int order, decimal amount) //@true GB2007
    {
    }

    public void ChargeCard(int order, decimal amount) => _charged += amount;

    public override string ToString() => $"{_charged}";
}

public sealed class OrderWindow : INotifyPropertyChanged
{
    private readonly ObservableCollection<OrderPlaced> _orders = [];
    private readonly System.Timers.Timer _timer = new(1000);
    private readonly FileSystemWatcher _files = new(".");
    private readonly BackgroundWorker _worker = new();

    public OrderWindow()
    {
        _orders.CollectionChanged += OrdersChanged;
        _timer.Elapsed += new ElapsedEventHandler(TimerElapsed);
        _files.Created += OnCreated;
        _files.Error += OnFileError;
        _worker.DoWork += DoWork;
        _worker.RunWorkerCompleted += this.WorkCompleted;
        PropertyChanged += OnPropertyChanged;
        AppDomain.CurrentDomain.UnhandledException += LogUnhandled;
        Console.CancelKeyPress += CancelPressed;
        AppDomain.CurrentDomain.ProcessExit += SaveOnExit;
    }

    public event PropertyChangedEventHandler? PropertyChanged;

    private void OrdersChanged(object? sender, NotifyCollectionChangedEventArgs e) //@true GB2007
    {
    }

    private void TimerElapsed(object? sender, ElapsedEventArgs e) { } //@true GB2007

    private void OnCreated(object sender, FileSystemEventArgs e) //@true GB2007
    {
        return;
    }

    private static void OnFileError(object sender, ErrorEventArgs e) { } //@true GB2007

    private void DoWork(object? sender, DoWorkEventArgs e) { } //@true GB2007

    private void WorkCompleted(object? sender, RunWorkerCompletedEventArgs e) { } //@true GB2007

    private void OnPropertyChanged(object? sender, PropertyChangedEventArgs e) //@true GB2007
    {
    }

    private static void LogUnhandled(object sender, UnhandledExceptionEventArgs e) { } //@true GB2007

    private async void CancelPressed(object? sender, ConsoleCancelEventArgs e) => await Task.Delay(1);

    private static void SaveOnExit(object? sender, EventArgs e) { } //@true GB2007

    public void Rename() => PropertyChanged?.Invoke(this, new PropertyChangedEventArgs("Name"));
}

public sealed class Sensors
{
    public event Action<SensorEventArgs>? Measured;

    public void Connect()
    {
        Measured += HandleMeasured;
        Measured += StoreAsync;
    }

    private void HandleMeasured(SensorEventArgs e) { } //@true GB2007

    private async void StoreAsync(SensorEventArgs e) //@true GB2007
    {
        await Task.CompletedTask;
    }

    public void Measure() => Measured?.Invoke(new SensorEventArgs());
}

public sealed class SensorEventArgs : EventArgs;

public interface ISubscriber<T>
{
    Task HandleMessageAsync(T message, CancellationToken cancellation = default);
}

public sealed class StockSubscriber(List<string> articles) : ISubscriber<StockLow>
{
    public Task HandleMessageAsync(StockLow message, CancellationToken cancellation = default) => Task.CompletedTask; //@true GB2007

    public int Known() => articles.Count;
}

public abstract class BatchProcessor<T>
{
    public int Done { get; private set; }

    public async Task RunAllAsync(IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            await ProcessAsync(item);
            Done++;
        }
    }

    protected abstract ValueTask ProcessAsync(T item);
}

public sealed class StockProcessor : BatchProcessor<StockLow>
{
    protected override ValueTask ProcessAsync(StockLow item) => new(); //@true GB2007
}

public interface ILedger
{
    void Book(int account, decimal amount);

    decimal Balance(int account);
}

internal sealed class Ledger : ILedger
{
    private readonly Dictionary<int, decimal> _accounts = [];

    public void Book(int account, decimal amount) //@true GB2007
    {
    }

    public decimal Balance(int account) => _accounts.GetValueOrDefault(account);
}

public static class Shutdown
{
    public static void Watch(Process2 process) => process.Exited += RestartProcess;

    private static void RestartProcess(object? sender, EventArgs e) { } //@true GB2007
}

public sealed class Process2
{
    public event EventHandler? Exited;

    public void Exit() => Exited?.Invoke(this, EventArgs.Empty);
}
