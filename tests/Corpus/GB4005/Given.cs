namespace Corpus.GB4005.Given;

public interface IDatabase
{
    Task<bool> PingAsync(CancellationToken cancellation);
}

// What was handed to the constructor could be asked.
public class OrderStore(IDatabase database)
{
    public Task<bool> ReadAsync(CancellationToken cancellation) => database.PingAsync(cancellation);

    public Task<bool> CheckHealthAsync(CancellationToken cancellation) => Task.FromResult(true); //@true GB4005
}

public class BasketStore(IDatabase database)
{
    public Task<bool> ReadAsync(CancellationToken cancellation) => database.PingAsync(cancellation);

    public bool IsHealthy() => true; //@true GB4005
}

public class PriceStore(IDatabase database)
{
    public Task<bool> CheckHealthAsync(CancellationToken cancellation) => database.PingAsync(cancellation); //@near GB4005
}

// There is nobody to ask.
public class Clock
{
    public Task<bool> CheckHealthAsync(CancellationToken cancellation) => Task.FromResult(true); //@near GB4005

    public bool IsHealthy() => true; //@near GB4005
}
