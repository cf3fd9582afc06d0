using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Corpus.GB3005.Near;

public sealed class Order
{
    public int Id { get; set; }

    public string Status { get; set; } = "";
}

public interface IStore
{
    Task SaveAsync(Order order);

    Task<Order> LoadAsync(int id);

    void Add(Order order);

    Task SaveChangesAsync();
}

public interface IMailer
{
    Task SendAsync(string to);

    void Send(string to);
}

public sealed class Tasks(IStore store, IMailer mailer, ILogger logger) : ControllerBase
{
    private readonly List<Task> _running = [];
    private Task? _last;

    public async Task First(Order order)
    {
        var save = store.SaveAsync(order);
        await save;
        logger.LogInformation("Order saved"); //@near GB3005
    }

    [HttpPost]
    public IActionResult Post(Order order)
    {
        var save = store.SaveAsync(order); //@true GB3006
        return Accepted(); //@near GB3005
    }

    public bool SaveInBackground(Order order)
    {
        var backgroundSave = store.SaveAsync(order);
        return true; //@near GB3005
    }

    public async Task Starts(Order order)
    {
        var save = store.SaveAsync(order);
        logger.LogInformation("Save started"); //@near GB3005
        await save;
    }

    public async Task Saving(Order order)
    {
        var save = store.SaveAsync(order);
        logger.LogInformation("Saving order"); //@near GB3005
        await save;
    }

    public async Task Both(Order order)
    {
        var save = store.SaveAsync(order);
        var send = mailer.SendAsync("a");
        logger.LogInformation("Two tasks started"); //@near GB3005
        await Task.WhenAll(save, send);
        logger.LogInformation("Order saved and mail sent"); //@near GB3005
    }

    public IActionResult Tracked(Order order)
    {
        var save = store.SaveAsync(order);
        _running.Add(save);
        return Ok(); //@near GB3005
    }

    public IActionResult Kept(Order order)
    {
        var save = store.SaveAsync(order);
        _last = save;
        return Ok(_last.Id); //@near GB3005
    }

    public IActionResult Continued(Order order)
    {
        var save = store.SaveAsync(order);
        save.ContinueWith(t => logger.LogError(t.Exception, "not saved"), TaskContinuationOptions.OnlyOnFaulted);
        return Ok(); //@near GB3005
    }

    public Task Returned(Order order)
    {
        var save = store.SaveAsync(order);
        return save; //@near GB3005
    }

    public IActionResult Captured(Order order)
    {
        var save = store.SaveAsync(order);
        Response.OnCompleted(() => save);
        return Ok(); //@near GB3005
    }

    // Reading has no effect that could be claimed.
    public async Task<IActionResult> Loads(int id)
    {
        var load = store.LoadAsync(id);
        logger.LogInformation("Request completed"); //@near GB3005
        return Ok(await load);
    }

    // Another thing was done meanwhile.
    public async Task Meanwhile(Order order)
    {
        var save = store.SaveAsync(order);
        await mailer.SendAsync("a");
        logger.LogInformation("Mail sent successfully"); //@near GB3005
        await save;
    }

    public async Task Status(Order order)
    {
        var send = mailer.SendAsync("a");
        await store.SaveAsync(order);
        order.Status = "Completed"; //@near GB3005
        await send;
    }

    public async Task<IActionResult> Branch(Order order, bool wait)
    {
        var save = store.SaveAsync(order);
        if (!wait)
            return Accepted(); //@near GB3005
        await save;
        return Ok(); //@near GB3005
    }

    public IActionResult Blocks(Order order)
    {
        var save = store.SaveAsync(order);
        save.GetAwaiter().GetResult();
        return Ok(); //@near GB3005
    }
}

public sealed class Words(IStore store, IMailer mailer, DbConnection connection, ILogger logger)
{
    public void Before(Order order)
    {
        using var transaction = connection.BeginTransaction();
        store.Add(order);
        transaction.Commit();
        logger.LogInformation("Order created"); //@near GB3005
    }

    public async Task SaysNothing(Order order)
    {
        store.Add(order);
        logger.LogInformation("About to save the changes"); //@near GB3005
        await store.SaveChangesAsync();
    }

    // It is true when it is said.
    public async Task Sent(Order order)
    {
        await mailer.SendAsync("a");
        logger.LogInformation("Mail sent"); //@near GB3005
        order.Status = "Mailed";
        await store.SaveChangesAsync();
    }

    public void Second()
    {
        mailer.Send("a");
        logger.LogInformation("First mail sent"); //@near GB3005
        mailer.Send("b");
    }

    public async Task Other(Order order)
    {
        logger.LogInformation("Validation completed"); //@near GB3005
        await store.SaveAsync(order);
    }

    public async Task Saved(Order order)
    {
        await store.SaveAsync(order);
        logger.LogInformation("Order saved"); //@near GB3005
        await mailer.SendAsync("a");
    }

    public void NotYet(string to)
    {
        logger.LogInformation("Mail not sent yet"); //@near GB3005
        mailer.Send(to);
    }

    public void Until(string to)
    {
        Console.WriteLine("Wait until the mail is sent"); //@near GB3005
        mailer.Send(to);
    }

    public async Task Again(Order order)
    {
        await store.SaveChangesAsync();
        logger.LogInformation("Order stored"); //@near GB3005
        order.Status = "Stored";
        await store.SaveChangesAsync();
    }
}
