namespace Corpus.GB3006.Kept;

public sealed class Worker
{
    private Task _running = Task.CompletedTask;

    public void Notify()
    {
        Start(); //@near GB3006
    }

    private Task Start()
    {
        var task = RunAsync();
        _running = task;
        return task;
    }

    public void Redraw()
    {
        Draw(); //@near GB3006
    }

    private Task Draw()
    {
        var drawing = RunAsync();
        drawing.ContinueWith(t => Console.Error.WriteLine(t.Exception), TaskContinuationOptions.OnlyOnFaulted);
        return drawing;
    }

    private static async Task RunAsync()
    {
        await Task.Delay(5);
        Console.WriteLine("done");
    }

    public Task StopAsync() => _running;
}
