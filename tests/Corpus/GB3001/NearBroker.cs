namespace Corpus.GB3001.NearBroker;

public sealed class Listener(Action<string> handle, TextWriter log)
{
    // For the broker the answer means that the letter is dealt with, not that it was understood.
    public bool TryHandle(string letter)
    {
        try
        {
            handle(letter);
            return true;
        }
        catch (FormatException e)
        {
            // Not a letter of ours: true, so the broker does not send it again.
            log.WriteLine(e);
            return true; //@near GB3001
        }
    }
}
