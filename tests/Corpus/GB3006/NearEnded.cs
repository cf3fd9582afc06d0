namespace Corpus.GB3006.NearEnded;

public sealed class Wire(Stream stream)
{
    private volatile TaskCompletionSource<bool> _signal = new();

    // The synchronous half of a method that has both.
    public void Flush()
    {
        WriteAsync(async: false, "flush", default); //@near GB3006
    }

    public Task FlushAsync(CancellationToken cancellation) => WriteAsync(async: true, "flush", cancellation);

    // Who waits, waits for the source.
    public void Set()
    {
        var signal = _signal;
        Task.Factory.StartNew(s => ((TaskCompletionSource<bool>)s!).TrySetResult(true), signal, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default); //@near GB3006
        signal.Task.Wait();
    }

    public void Release()
    {
        Task.Run(() => _signal.TrySetResult(true)); //@near GB3006
    }

    private async Task WriteAsync(bool async, string text, CancellationToken cancellation)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        if (async)
            await stream.WriteAsync(bytes, cancellation);
        else
            stream.Write(bytes);
    }
}
