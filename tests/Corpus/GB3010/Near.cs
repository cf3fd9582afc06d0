using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Corpus.GB3010.Near;

public sealed record Order(int Id, string Customer);

public sealed class Run
{
    public string Status { get; set; } = "";

    public int Saved { get; set; }
}

public interface IOrderHandler
{
    void Handle(Order order);
}

public interface IOrders
{
    void Save(Order order);

    bool Ship(Order order);

    bool IsShipped(Order order);

    bool Validate(Order order);

    Order Read(string path);

    void Delete(Order order);

    void Archive();
}

public sealed class Imports(IOrders orders, ILogger<Imports> logger, List<IOrderHandler> handlers)
{
    private readonly List<string> _errors = [];
    private bool _broken;

    // The failures are counted, and the count decides.
    public bool ImportCounted(List<Order> items)
    {
        var failed = 0;
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
                failed++;
            }
        }

        return failed == 0; //@near GB3010
    }

    // The message carries the count of what failed.
    public void ImportTold(List<Order> items)
    {
        var failed = 0;
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
                failed++;
            }
        }

        logger.LogInformation("All orders processed, {Failed} without success", failed); //@near GB3010
    }

    // The successes are counted, and the message carries them.
    public void ImportSuccesses(List<Order> items)
    {
        var saved = 0;
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
                saved++;
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        logger.LogInformation("Successfully saved {Saved} of {Count} orders", saved, items.Count); //@near GB3010
    }

    // A flag remembers it.
    public bool ImportFlagged(List<Order> items)
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
                ok = false;
            }
        }

        return ok; //@near GB3010
    }

    // The errors are collected for the caller.
    public bool ImportCollected(List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                _errors.Add(e.Message);
            }
        }

        return true; //@near GB3010
    }

    // They are thrown together at the end.
    public bool ImportAggregated(List<Order> items)
    {
        var failures = new List<Exception>();
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException(failures);
        return true; //@near GB3010
    }

    // It gives the ones that went well: the caller can tell.
    public List<Order> SaveAndGive(List<Order> items)
    {
        var saved = new List<Order>();
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
                saved.Add(item);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        return saved; //@near GB3010
    }

    // The number of the ones that went well.
    public int ImportNumber(List<Order> items)
    {
        var saved = 0;
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
                saved++;
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        return saved; //@near GB3010
    }

    // The name says that it does what it can.
    public bool SaveBestEffort(List<Order> items)
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

        return true; //@near GB3010
    }

    // A comment says why that is right.
    public bool ImportExplained(List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                // The nightly job sends again whatever is still open, because the store is often busy.
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        return true; //@near GB3010
    }

    // The log line says that it is tried again.
    public bool ImportLater(List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "order {Id} will be retried later", item.Id);
            }
        }

        return true; //@near GB3010
    }

    // It goes to another place.
    public bool ImportElsewhere(List<Order> items)
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
                Park(item);
            }
        }

        return true; //@near GB3010
    }

    // What is asked for holds already.
    public bool DeleteAll(List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Delete(item);
            }
            catch (KeyNotFoundException e)
            {
                logger.LogDebug(e, "order {Id} is gone", item.Id);
            }
        }

        return true; //@near GB3010
    }

    // It looks for one that works.
    public bool ShipAny(List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
                return true;
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        return false; //@near GB3010
    }

    // It reads what can be read: a scan.
    public bool LoadAll(string[] paths)
    {
        foreach (var path in paths)
        {
            try
            {
                _errors.Add(orders.Read(path).Customer);
            }
            catch (Exception e)
            {
                logger.LogError(e, "no order in {Path}", path);
            }
        }

        return true; //@near GB3010
    }

    // Each listener by itself: one that fails is no business of the others.
    public bool PublishOrder(Order order)
    {
        foreach (var handler in handlers)
        {
            try
            {
                handler.Handle(order);
            }
            catch (Exception e)
            {
                logger.LogError(e, "a handler failed");
            }
        }

        return true; //@near GB3010
    }

    // Tries the same again; the loop does not go through items.
    public bool SaveAgain(Order item)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                orders.Save(item);
                return true;
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        return false; //@near GB3010
    }

    // The end of the loop is told, not its success.
    public void ImportEnds(List<Order> items)
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

        logger.LogInformation("Import completed"); //@near GB3010
    }

    // The message says that there may be errors.
    public void ImportDoubts(List<Order> items)
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

        logger.LogInformation("All orders processed, see the log for errors"); //@near GB3010
    }

    // The success is about what follows the loop.
    public bool ArchiveAll(List<Order> items)
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

        orders.Archive();
        return true; //@near GB3010
    }

    // The failure ends the loop, and the method.
    public bool ImportStops(List<Order> items)
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
                return false;
            }
        }

        return true; //@near GB3010
    }

    // It goes on to the caller.
    public bool ImportThrows(List<Order> items)
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
                throw;
            }
        }

        return true; //@near GB3010
    }

    // A field remembers it.
    public bool ImportRemembers(List<Order> items)
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
                _broken = true;
            }
        }

        return !_broken; //@near GB3010
    }

    // What was saved is noted in the run.
    public void ImportRun(Run run, List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
                run.Saved++;
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        run.Status = "Completed"; //@near GB3010
    }

    // The payload carries what went well.
    public IActionResult ImportPayload(List<Order> items)
    {
        var saved = new List<int>();
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
                saved.Add(item.Id);
            }
            catch (Exception e)
            {
                logger.LogError(e, "order {Id}", item.Id);
            }
        }

        return new OkObjectResult(saved); //@near GB3010
    }

    // A predicate: true is no success.
    public bool HasOrders(List<Order> items)
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

        return true; //@near GB3010
    }

    // Called off, not failed.
    public bool ImportUntil(List<Order> items)
    {
        foreach (var item in items)
        {
            try
            {
                orders.Save(item);
            }
            catch (OperationCanceledException e)
            {
                logger.LogDebug(e, "called off");
            }
        }

        return true; //@near GB3010
    }

    // Sorts out what needs no work.
    public bool ImportOpen(List<Order> items)
    {
        foreach (var item in items)
        {
            if (orders.IsShipped(item))
                continue;
            orders.Save(item);
        }

        return true; //@near GB3010
    }

    // Sorts out what is not valid.
    public bool ImportValid(List<Order> items)
    {
        foreach (var item in items)
        {
            if (!orders.Validate(item))
                continue;
            orders.Save(item);
        }

        return true; //@near GB3010
    }

    // Sorts out what is no number.
    public bool ImportNumbers(List<Order> items)
    {
        foreach (var item in items)
        {
            if (!int.TryParse(item.Customer, out _))
                continue;
            orders.Save(item);
        }

        return true; //@near GB3010
    }

    // Shipped ones need not be saved: the good way is left.
    public bool SaveUnshipped(List<Order> items)
    {
        foreach (var item in items)
        {
            if (orders.Ship(item))
                continue;
            orders.Save(item);
        }

        return true; //@near GB3010
    }

    // The failed ones are noted before it goes on.
    public bool ShipNoted(List<Order> items)
    {
        foreach (var item in items)
        {
            if (!orders.Ship(item))
            {
                _errors.Add(item.Customer);
                continue;
            }

            logger.LogDebug("order {Id} is on its way", item.Id);
        }

        return true; //@near GB3010
    }

    // A failure that it goes on from makes the whole a failure.
    public bool ShipWhole(List<Order> items)
    {
        var shipped = 0;
        foreach (var item in items)
        {
            if (!orders.Ship(item))
                continue;
            shipped++;
        }

        return shipped == items.Count; //@near GB3010
    }

    private void Park(Order order) => _errors.Add(order.Customer);
}
