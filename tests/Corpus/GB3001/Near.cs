using System.Data;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Xunit;

namespace Corpus.GB3001.Near;

public sealed record Order(int Id, decimal Total);

public sealed class BlobAlreadyExistsException : Exception;

public sealed class ConditionalCheckFailedException : Exception;

public enum SyncStatus
{
    Failed,
    Success,
}

public sealed class Response
{
    public bool Success { get; set; }

    public string? Error { get; set; }
}

public interface IStore
{
    void Put(Order order);

    Order? Get(int id);
}

public sealed class OrderService(IStore store, IStore backup, IDbConnection connection)
{
    private readonly List<string> _errors = [];
    private readonly Queue<Order> _later = [];
    private Exception? _lastError;

    public event Action<Exception>? Failed;

    // The exception is the answer.
    public static bool IsFileLocked(string path)
    {
        try
        {
            using var stream = File.OpenWrite(path);
            return false;
        }
        catch (IOException)
        {
            return true; //@near GB3001
        }
    }

    public bool NeedsRebuild(string path)
    {
        try
        {
            return File.GetLastWriteTimeUtc(path) < DateTime.UtcNow.AddDays(-1);
        }
        catch (IOException)
        {
            return true; //@near GB3001
        }
    }

    public bool ShouldRefresh(int id)
    {
        try
        {
            return store.Get(id) is null;
        }
        catch (Exception)
        {
            return true; //@near GB3001
        }
    }

    public static bool RunFails(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (Exception)
        {
            return true; //@near GB3001
        }
    }

    public static bool RunUntilRefused(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true; //@near GB3001
        }
    }

    // What was asked for holds already.
    public bool Create(Order order)
    {
        try
        {
            store.Put(order);
            return true;
        }
        catch (BlobAlreadyExistsException)
        {
            return true; //@near GB3001
        }
        catch (ConditionalCheckFailedException)
        {
            return true; //@near GB3001
        }
    }

    public static bool Delete(string path)
    {
        try
        {
            Directory.Delete(path);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true; //@near GB3001
        }
    }

    public static bool Open(string path)
    {
        try
        {
            File.Create(path).Dispose();
            return true;
        }
        catch (IOException e) when (e.HResult == unchecked((int)0x80070050))
        {
            return true; //@near GB3001
        }
    }

    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(-1, cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return true; //@near GB3001
        }
    }

    // The failure goes somewhere else.
    public bool Handle(Order order)
    {
        try
        {
            store.Put(order);
        }
        catch (Exception e) //@near GB3001
        {
            _lastError = e;
        }

        return true;
    }

    public bool Process(Order order)
    {
        try
        {
            store.Put(order);
            return true;
        }
        catch (Exception e)
        {
            _errors.Add($"{order.Id}: {e.Message}");
            return true; //@near GB3001
        }
    }

    public bool Execute(Order order)
    {
        try
        {
            store.Put(order);
            return true;
        }
        catch (Exception e)
        {
            Failed?.Invoke(e);
            return true; //@near GB3001
        }
    }

    // Another way was gone.
    public bool Save(Order order)
    {
        try
        {
            store.Put(order);
            return true;
        }
        catch (Exception)
        {
            backup.Put(order);
            return true; //@near GB3001
        }
    }

    public bool Submit(Order order)
    {
        try
        {
            store.Put(order);
        }
        catch (TimeoutException) //@near GB3001
        {
            _later.Enqueue(order);
        }

        return true;
    }

    public bool Send(Order order)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                store.Put(order);
                return true; //@near GB3001
            }
            catch (TimeoutException e) //@near GB3001
            {
                Console.Error.WriteLine(e);
            }
        }

        return false;
    }

    public bool Connect()
    {
        var connected = false;
        while (!connected)
        {
            try
            {
                connection.Open();
                connected = true;
            }
            catch (DataException) //@near GB3001
            {
                Thread.Sleep(100);
            }
        }

        return true;
    }

    // The success is about the work outside of the try.
    public bool Update(Order order)
    {
        store.Put(order);
        try
        {
            File.AppendAllText("audit.log", order.ToString());
        }
        catch (IOException e) //@near GB3001
        {
            Console.Error.WriteLine(e);
        }

        return true;
    }

    // It fails, seen on the path.
    public bool Store(Order order)
    {
        var ok = true;
        try
        {
            store.Put(order);
        }
        catch (Exception) //@near GB3001
        {
            ok = false;
        }

        return ok;
    }

    public bool Apply(Order order)
    {
        try
        {
            store.Put(order);
            return true;
        }
        catch (IOException e)
        {
            if (e.InnerException is TimeoutException)
                return false;
            return true; //@near GB3001
        }
    }

    public SyncStatus Sync(Order order)
    {
        var status = SyncStatus.Success;
        try
        {
            store.Put(order);
        }
        catch (Exception) //@near GB3001
        {
            status = SyncStatus.Failed;
        }

        return status;
    }

    public Response Cancel(Order order)
    {
        var response = new Response { Success = true };
        try
        {
            store.Put(order);
        }
        catch (Exception e) //@near GB3001
        {
            response.Success = false;
            response.Error = e.Message;
        }

        return response;
    }

    public bool Remove(Order order)
    {
        try
        {
            store.Put(order with { Total = 0 });
            return true;
        }
        catch (InvalidOperationException)
        {
            // Another instance has removed it already, which is what we want.
            return true; //@near GB3001
        }
    }

    // It judges exceptions; true means that this one is dealt with.
    public bool HandleException(Exception exception)
    {
        try
        {
            Failed?.Invoke(exception);
            return true;
        }
        catch (Exception)
        {
            return true; //@near GB3001
        }
    }

    // Zero is a count here.
    public static int Count(string path)
    {
        try
        {
            return File.ReadLines(path).Count();
        }
        catch (IOException)
        {
            return 0; //@near GB3001
        }
    }

    // A property of the data, not an action.
    public static bool IsEmpty(string path)
    {
        try
        {
            return new FileInfo(path).Length == 0;
        }
        catch (IOException)
        {
            return true; //@near GB3001
        }
    }
}

public sealed class OrdersController(IStore store) : ControllerBase
{
    [HttpPost]
    public IActionResult Create(Order order)
    {
        try
        {
            store.Put(order);
            return Ok(new { success = true });
        }
        catch (Exception e)
        {
            return Ok(new { success = false, error = e.Message }); //@near GB3001
        }
    }

    [HttpGet]
    public IActionResult Find(int id)
    {
        try
        {
            return Ok(store.Get(id));
        }
        catch (JsonException)
        {
            return NotFound(); //@near GB3001
        }
    }

    [HttpPut]
    public IActionResult Put(Order order)
    {
        try
        {
            store.Put(order);
            return Ok(new Response { Success = true });
        }
        catch (Exception)
        {
            return Ok(new Response { Success = false }); //@near GB3001
        }
    }
}

public class StoreTests
{
    [Fact]
    public void Refuses_a_second_order()
    {
        Assert.True(Run());

        bool Run()
        {
            try
            {
                _ = new Order(1, 1m);
                return true;
            }
            catch (InvalidOperationException)
            {
                return true; //@near GB3001
            }
        }
    }
}
