using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Corpus.GB3010.True;

public enum RunStatus
{
    Running,
    Completed,
    Failed,
}

public sealed record Order(int Id, string Customer);

public sealed record SendResult(bool Success, string? Error);

public sealed class Run
{
    public RunStatus Status { get; set; }

    public DateTime? CompletedAt { get; set; }

    public bool IsCompleted { get; set; }
}

public interface IOrders
{
    void Save(Order order);

    Task SaveAsync(Order order);

    bool Ship(Order order);

    Task<bool> ShipAsync(Order order);

    SendResult Send(Order order);

    Task<SendResult> SendAsync(Order order);

    IAsyncEnumerable<Order> StreamAsync();

    Task<List<Order>> PendingAsync();

    Task SaveChangesAsync();
}

public interface IRuns
{
    void MarkAsCompleted(Run run);
}

public sealed class Imports(IOrders orders, IRuns runs, ILogger<Imports> logger)
{
    public bool ImportAll(List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "could not save {Id}", item.Id);
            }
        }

        return true; //@true GB3010
    }

    public async Task<bool> ImportAllAsync(IReadOnlyList<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                await orders.SaveAsync(item).ConfigureAwait(false);
            }
            catch (Exception)
            {
                continue;
            }
        }

        return true; //@true GB3010
    }

    public void ExportAll(Order[] items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            try
            {
                orders.Save(items[i]);
            }
            catch (IOException e)
            {
                Console.WriteLine(e.Message);
            }
        }

        Console.WriteLine("All orders were exported."); //@true GB3010
    }

    // The number of all items stands for the number of the ones that were saved.
    public void CountsInput(List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "order {Id} was not saved", item.Id);
            }
        }

        logger.LogInformation("Saved {Count} orders", items.Count); //@true GB3010
    }

    public void CountsInputBefore(List<Order> items)
    {
        var total = items.Count;
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        Console.WriteLine($"{total} orders imported"); //@true GB3010
    }

    public int ImportCounted(List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        return items.Count; //@true GB3010
    }

    public void SaysSuccess(IEnumerable<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        logger.LogInformation("Import finished successfully"); //@true GB3010
    }

    public void SetsStatus(Run run, List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        run.Status = RunStatus.Completed; //@true GB3010
    }

    public void SetsFlag(Run run, List<Order> items)
    {
        foreach (var item in items)
        {
            if (!orders.Ship(item))
                continue;
        }

        run.IsCompleted = true; //@true GB3010
    }

    public void SetsTime(Run run, List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
                continue;
            }
        }

        run.CompletedAt = DateTime.UtcNow; //@true GB3010
    }

    public void Marks(Run run, List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        runs.MarkAsCompleted(run); //@true GB3010
    }

    public bool ProcessQueue(ConcurrentQueue<Order> queue)
    {
        while (queue.TryDequeue(out var order))
        {
            try
            {
                orders.Save(order);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id} is lost", order.Id);
            }
        }

        return true; //@true GB3010
    }

    public async Task<bool> SyncStreamAsync()
    {
        await foreach (var order in orders.StreamAsync())
        {
            try
            {
                await orders.SaveAsync(order);
            }
            catch (HttpRequestException e)
            {
                logger.LogError(e, "order {Id}", order.Id);
            }
        }

        return true; //@true GB3010
    }

    // What is saved after the loop belongs to the loop's work.
    public async Task<bool> SyncAsync()
    {
        var pending = await orders.PendingAsync();
        foreach (var order in pending)
        {
            try
            {
                await orders.SaveAsync(order);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", order.Id);
            }
        }

        await orders.SaveChangesAsync();
        return true; //@true GB3010
    }

    public bool ProcessShipments(List<Order> items)
    {
        foreach (var item in items)
        {
            if (!orders.Ship(item))
                continue;
            logger.LogDebug("order {Id} is on its way", item.Id);
        }

        return true; //@true GB3010
    }

    public async Task<bool> SubmitShipmentsAsync(List<Order> items)
    {
        foreach (var item in items)
        {
            var shipped = await orders.ShipAsync(item);
            if (!shipped)
            {
                logger.LogWarning("order {Id} did not go out", item.Id);
                continue;
            }

            logger.LogDebug("order {Id} is on its way", item.Id);
        }

        return true; //@true GB3010
    }

    public async Task SendsByResult(List<Order> items)
    {
        foreach (var item in items)
        {
            var result = await orders.SendAsync(item);
            if (!result.Success)
            {
                logger.LogError("order {Id}: {Error}", item.Id, result.Error);
                continue;
            }

            logger.LogDebug("order {Id} sent", item.Id);
        }

        logger.LogInformation("Every order was sent"); //@true GB3010
    }

    public async Task SendsByResponse(HttpClient http, List<Order> items)
    {
        foreach (var item in items)
        {
            var response = await http.PostAsync("orders", new StringContent(item.Customer));
            if (!response.IsSuccessStatusCode)
                continue;
            logger.LogDebug("order {Id} posted", item.Id);
        }

        logger.LogInformation("Posted {Count} orders", items.Count); //@true GB3010
    }

    public void InLocalFunction(List<Order> items)
    {
        bool SaveThem()
        {
            foreach (var item in items)
            {
                try
                {
                    orders.Save(item);
                }
                catch (Exception e)
                {
                    logger.LogError(e, "order {Id}", item.Id);
                }
            }

            return true; //@true GB3010
        }

        logger.LogDebug("saved: {Saved}", SaveThem());
    }

    public Func<List<Order>, IResult> InLambda() => items =>
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        return Results.Ok(); //@true GB3010
    };

    // The variable is true on every way.
    public bool UpdateAll(List<Order> items)
    {
        var ok = true;
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        return ok; //@true GB3010
    }
}

public sealed class OrdersController(IOrders orders, ILogger<OrdersController> logger) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Put(List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                await orders.SaveAsync(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        return Ok(); //@true GB3010
    }

    [HttpPost("bulk")]
    public IActionResult Bulk(List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        return Ok(new { imported = items.Count }); //@true GB3010
    }

    [HttpPost("ship")]
    public IActionResult ShipMany(List<Order> items)
    {
        try
        {
            foreach (var item in items)
            {
                try
                {
                    orders.Save(item);
                }
                catch (TimeoutException e)
                {
                    logger.LogError(e, "order {Id}", item.Id);
                }
            }

            return StatusCode(200); //@true GB3010
        }
        catch (Exception e)
        {
            logger.LogError(e, "nothing was saved");
            return StatusCode(500);
        }
    }
}

public static class Program
{
    public static int Main(string[] args)
    {
        foreach (var path in args)
        {
            try
            {
                File.Copy(path, path + ".bak"); //@true GB8103
            }
            catch (Exception e)
            {
                Console.Error.WriteLine(e.Message);
            }
        }

        return 0; //@true GB3010
    }
}
