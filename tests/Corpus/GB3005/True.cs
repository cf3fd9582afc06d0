using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Corpus.GB3005.True;

public sealed class Order
{
    public int Id { get; set; }

    public string Status { get; set; } = "";

    public bool IsProcessed { get; set; }

    public DateTime? CompletedAt { get; set; }
}

public sealed record Message(string Id);

public sealed class Result
{
    public bool IsSuccess { get; private init; }

    public static Result Success() => new() { IsSuccess = true };
}

public interface IStore
{
    Task SaveAsync(Order order);

    Task<int> DeleteAsync(int id);

    Task WriteAsync(Message message);

    Task UploadAsync(string path);

    void Add(Order order);

    Task SaveChangesAsync();
}

public interface IQueue
{
    Task CompleteMessageAsync(Message message);

    Task PublishAsync(Order order);
}

public interface IMailer
{
    void Send(string to);
}

// The task runs, and what it does is reported as done.
public sealed class Tasks(IStore store, IQueue queue, ILogger logger) : ControllerBase
{
    public async Task LogsFirst(Order order)
    {
        var save = store.SaveAsync(order);
        logger.LogInformation("Order {Id} saved", order.Id); //@true GB3005
        await save;
    }

    [HttpPost]
    public IActionResult Post(Order order)
    {
        var save = store.SaveAsync(order); //@true GB3006
        return Ok(); //@true GB3005
    }

    [HttpDelete]
    public async Task<IActionResult> Delete(int id, bool wait)
    {
        var delete = store.DeleteAsync(id);
        if (wait)
            await delete;
        return Ok(id); //@true GB3005
    }

    public async Task StatusFirst(Order order)
    {
        var save = store.SaveAsync(order);
        order.Status = "Completed"; //@true GB3005
        await save;
    }

    public async Task FlagFirst(Order order)
    {
        Task save;
        save = store.SaveAsync(order);
        order.IsProcessed = true; //@true GB3005
        await save.ConfigureAwait(false);
    }

    public async Task StampFirst(Order order)
    {
        var upload = store.UploadAsync("a");
        order.CompletedAt = DateTime.UtcNow; //@true GB3005
        await upload;
    }

    public bool SaveNow(Order order)
    {
        var save = store.SaveAsync(order); //@true GB3006
        return true; //@true GB3005
    }

    public Result Import(Order order)
    {
        var save = store.SaveAsync(order); //@true GB3006
        logger.LogDebug("{Id}", order.Id);
        return Result.Success(); //@true GB3005
    }

    public void Waits(string path)
    {
        var upload = store.UploadAsync(path);
        Console.WriteLine($"{path} uploaded"); //@true GB3005
        upload.Wait();
    }

    public async Task Strong(Order order)
    {
        var save = store.SaveAsync(order);
        logger.LogInformation("Success!"); //@true GB3005
        await save;
    }

    public async Task AcksFirst(Message message)
    {
        var write = store.WriteAsync(message);
        await queue.CompleteMessageAsync(message); //@true GB3005
        await write;
    }

    public async Task Each(IEnumerable<Order> orders)
    {
        foreach (var order in orders)
        {
            var save = store.SaveAsync(order);
            logger.LogInformation("Saved {Id}", order.Id); //@true GB3005
            await save;
        }
    }

    public Func<Order, IResult> Handler() => order =>
    {
        var save = store.SaveAsync(order); //@true GB3006
        return Results.Ok(); //@true GB3005
    };

    public async Task Finally(Order order)
    {
        var publish = queue.PublishAsync(order);
        try
        {
            Console.WriteLine("Order published"); //@true GB3005
        }
        finally
        {
            await publish;
        }
    }

    public Task<bool> SaveLater(Order order)
    {
        return Save();

        Task<bool> Save()
        {
            var save = store.SaveAsync(order); //@true GB3006
            return Task.FromResult(true); //@true GB3005
        }
    }
}

// The words come before the call.
public sealed class Words(IStore store, IQueue queue, IMailer mailer, DbConnection connection, ILogger logger)
{
    public void Commit(Order order)
    {
        using var transaction = connection.BeginTransaction();
        store.Add(order);
        logger.LogInformation("Order created"); //@true GB3005
        transaction.Commit();
    }

    public async Task CommitAsync(Order order)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        store.Add(order);
        Console.WriteLine("Import completed successfully"); //@true GB3005
        await transaction.CommitAsync();
    }

    public async Task ChangesAsync(Order order)
    {
        store.Add(order);
        logger.LogInformation("Order {Id} stored", order.Id); //@true GB3005
        await store.SaveChangesAsync();
    }

    public void Mail(string to)
    {
        logger.LogInformation("Mail sent to {To}", to); //@true GB3005
        mailer.Send(to);
    }

    public void Report(string path, string text)
    {
        Console.WriteLine("Report written."); //@true GB3005
        File.WriteAllText(path, text);
    }

    public async Task PublishAsync(Order order)
    {
        order.Status = "Out";
        logger.LogInformation("Order published"); //@true GB3005
        await queue.PublishAsync(order).ConfigureAwait(false);
    }

    public async Task DeleteAsync(int id)
    {
        try
        {
            logger.LogInformation("Deleted {Id}", id); //@true GB3005
            logger.LogDebug("really");
            await store.DeleteAsync(id);
        }
        catch (InvalidOperationException e)
        {
            logger.LogError(e, "not deleted");
            throw;
        }
    }
}
