namespace Ghostbusters.Functions.Local.Sqlite;

/// <summary>A write that waits for its commit.</summary>
internal abstract class PendingWrite
{
    /// <summary>False where its caller gave up before it began.</summary>
    public abstract bool IsWanted { get; }

    /// <summary>Runs it; false where it threw, and its changes must be undone.</summary>
    public abstract bool TryRun(SqliteSession session);

    /// <summary>Answers the caller: with the result, its own failure or its cancellation.</summary>
    public abstract void Complete();

    /// <summary>Answers the caller that the commit failed.</summary>
    public abstract void Fail(Exception failure);
}

internal sealed class PendingWrite<T>(Func<SqliteSession, T> write, CancellationToken cancellation) : PendingWrite
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _failure;
    private bool _ran;

    public Task<T> Task => _completion.Task;

    public override bool IsWanted => !cancellation.IsCancellationRequested;

    public override bool TryRun(SqliteSession session)
    {
        try
        {
            _result = write(session);
            _ran = true;
            return true;
        }
        catch (Exception failure)
        {
            _failure = failure; // Complete gives it to the caller.
            return false;
        }
    }

    public override void Complete()
    {
        if (_ran) _completion.TrySetResult(_result!);
        else if (_failure is not null) _completion.TrySetException(_failure);
        else _completion.TrySetCanceled(cancellation);
    }

    public override void Fail(Exception failure) => _completion.TrySetException(_failure ?? failure);
}
