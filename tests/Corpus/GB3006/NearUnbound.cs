//@broken
namespace Corpus.GB3006.Unbound;

public sealed class Listener(Missing group) //@true GB5003
{
    private Task? _listening;

    public void Start()
    {
        _listening = Task.Factory.StartNew(
            state => ((Listener)state!).ListenAsync(), //@near GB3006
            this,
            CancellationToken.None,
            TaskCreationOptions.None,
            group.Scheduler).Unwrap();
    }

    public Task? Listening => _listening;

    private async Task ListenAsync() => await Task.Delay(5);
}
