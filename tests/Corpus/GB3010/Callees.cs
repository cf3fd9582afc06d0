using Microsoft.Extensions.Logging;

namespace Corpus.GB3010.Callees;

public sealed record Parcel(int Id, string Street);

public sealed class Day
{
    public string Status { get; set; } = "";

    public bool IsCompleted { get; set; }
}

public interface IDepot
{
    void Ship(Parcel parcel);

    Task ShipAsync(Parcel parcel);

    Parcel Look(string label);
}

public interface INoter
{
    void Note(Parcel parcel, Exception e);
}

// The loop looks clean: the method that it calls keeps the failure to itself.
public sealed class Deliveries(IDepot depot, INoter noter, ILogger<Deliveries> logger)
{
    private readonly List<Exception> _failures = [];
    private int _lost;

    public bool DeliverAll(IEnumerable<Parcel> parcels)
    {
        foreach (var parcel in parcels)
            Deliver(parcel);

        return true; //@true GB3010
    }

    public async Task<bool> DeliverAllAsync(IEnumerable<Parcel> parcels)
    {
        foreach (var parcel in parcels)
        {
            await DeliverAsync(parcel).ConfigureAwait(false);
        }

        return true; //@true GB3010
    }

    // Handed on twice before somebody catches.
    public void DeliverDay(List<Parcel> parcels, Day day)
    {
        foreach (var parcel in parcels)
            DeliverFirst(parcel);
        day.Status = "Completed"; //@true GB3010
    }

    public void DeliverCounted(Parcel[] parcels)
    {
        for (var i = 0; i < parcels.Length; i++)
        {
            var parcel = parcels[i];
            Deliver(parcel);
        }

        logger.LogInformation("All parcels delivered"); //@true GB3010
    }

    public int DeliverQueue(Queue<Parcel> waiting)
    {
        while (waiting.TryDequeue(out var parcel))
            DeliverOrLeave(parcel);
        logger.LogInformation("every parcel of the queue was shipped successfully"); //@true GB3010
        return waiting.Count;
    }

    // A helper of another class.
    public bool StoreAll(IReadOnlyList<Parcel> parcels)
    {
        foreach (var parcel in parcels)
            Shelf.Store(parcel, logger);
        return true; //@true GB3010
    }

    // The false is the failure's, and nobody looks at it.
    public bool SendAll(List<Parcel> parcels)
    {
        foreach (var parcel in parcels)
            Send(parcel); //@true GB3007
        return true; //@true GB3010
    }

    // Told: thrown again, counted, handed on, collected.
    public bool RethrownAll(IEnumerable<Parcel> parcels)
    {
        foreach (var parcel in parcels)
            DeliverOrThrow(parcel);
        return true; //@near GB3010
    }

    public bool NotedAll(IEnumerable<Parcel> parcels)
    {
        foreach (var parcel in parcels)
            DeliverOrNote(parcel);
        return true; //@near GB3010
    }

    public bool CountedAll(IEnumerable<Parcel> parcels)
    {
        _lost = 0;
        foreach (var parcel in parcels)
            DeliverOrCount(parcel);
        return _lost == 0; //@near GB3010
    }

    public bool CollectedAll(IEnumerable<Parcel> parcels)
    {
        foreach (var parcel in parcels)
            DeliverOrCollect(parcel);
        if (_failures.Count > 0)
            throw new AggregateException(_failures);
        return true; //@near GB3010
    }

    public bool AskedAll(List<Parcel> parcels)
    {
        var all = true;
        foreach (var parcel in parcels)
            all &= Send(parcel);
        return all; //@near GB3010
    }

    // The name of what is called says that it may fail.
    public bool TriedAll(IEnumerable<Parcel> parcels)
    {
        foreach (var parcel in parcels)
            TryDeliver(parcel);
        return true; //@near GB3010
    }

    public bool RemindAll(IEnumerable<Parcel> parcels)
    {
        foreach (var parcel in parcels)
            NotifyBestEffort(parcel);
        return true; //@near GB3010
    }

    // What fails is no business of the item.
    public bool ShipAll(IEnumerable<Parcel> parcels)
    {
        foreach (var parcel in parcels)
        {
            depot.Ship(parcel);
            Beat();
        }

        return true; //@near GB3010
    }

    // The part that may fail is not what the method is for.
    public bool LookUpAll(IEnumerable<Parcel> parcels)
    {
        foreach (var parcel in parcels)
            Look(parcel);
        return true; //@near GB3010
    }

    public bool TwoStepsAll(IEnumerable<Parcel> parcels)
    {
        foreach (var parcel in parcels)
            LabelAndShip(parcel);
        return true; //@near GB3010
    }

    public void Finished(IEnumerable<Parcel> parcels)
    {
        foreach (var parcel in parcels)
            Deliver(parcel);
        logger.LogInformation("Delivery run finished"); //@near GB3010
    }

    private void Deliver(Parcel parcel)
    {
        try
        {
            depot.Ship(parcel);
        }
        catch (Exception e)
        {
            logger.LogError(e, "parcel {Id}", parcel.Id);
        }
    }

    private async Task DeliverAsync(Parcel parcel)
    {
        try
        {
            await depot.ShipAsync(parcel);
        }
        catch (Exception e)
        {
            logger.LogError(e, "parcel {Id}", parcel.Id);
        }
    }

    private void DeliverFirst(Parcel parcel) => DeliverNext(parcel);

    private void DeliverNext(Parcel parcel)
    {
        Deliver(parcel);
    }

    private void DeliverOrLeave(Parcel parcel)
    {
        try
        {
            depot.Ship(parcel);
        }
        catch (Exception e)
        {
            logger.LogError(e, "parcel {Id}", parcel.Id);
            return;
        }
    }

    private bool Send(Parcel parcel)
    {
        try
        {
            depot.Ship(parcel);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private void DeliverOrThrow(Parcel parcel)
    {
        try
        {
            depot.Ship(parcel);
        }
        catch (Exception e)
        {
            logger.LogError(e, "parcel {Id}", parcel.Id);
            throw;
        }
    }

    private void DeliverOrNote(Parcel parcel)
    {
        try
        {
            depot.Ship(parcel);
        }
        catch (Exception e)
        {
            noter.Note(parcel, e);
        }
    }

    private void DeliverOrCount(Parcel parcel)
    {
        try
        {
            depot.Ship(parcel);
        }
        catch (Exception e)
        {
            logger.LogError(e, "parcel {Id}", parcel.Id);
            _lost++;
        }
    }

    private void DeliverOrCollect(Parcel parcel)
    {
        try
        {
            depot.Ship(parcel);
        }
        catch (Exception e)
        {
            _failures.Add(e);
        }
    }

    private void TryDeliver(Parcel parcel)
    {
        try
        {
            depot.Ship(parcel);
        }
        catch (Exception e)
        {
            logger.LogError(e, "parcel {Id}", parcel.Id);
        }
    }

    private void NotifyBestEffort(Parcel parcel)
    {
        try
        {
            depot.Ship(parcel);
        }
        catch (Exception e)
        {
            logger.LogError(e, "parcel {Id}", parcel.Id);
        }
    }

    private void Beat()
    {
        try
        {
            File.WriteAllText("heartbeat", "");
        }
        catch (Exception e)
        {
            logger.LogError(e, "heartbeat");
        }
    }

    private void Look(Parcel parcel)
    {
        try
        {
            logger.LogInformation("{Parcel}", depot.Look(parcel.Street));
        }
        catch (Exception e)
        {
            logger.LogError(e, "parcel {Id}", parcel.Id);
        }
    }

    private void LabelAndShip(Parcel parcel)
    {
        try
        {
            File.WriteAllText(parcel.Id + ".label", parcel.Street);
        }
        catch (Exception e)
        {
            logger.LogError(e, "label of {Id}", parcel.Id);
        }

        depot.Ship(parcel);
    }
}

public static class Shelf
{
    public static void Store(Parcel parcel, ILogger logger)
    {
        try
        {
            File.WriteAllText(parcel.Id + ".json", parcel.Street);
        }
        catch (IOException e)
        {
            logger.LogWarning(e, "parcel {Id}", parcel.Id);
        }
    }
}
