namespace Corpus.GB3005.TrueWords;

public interface IRegistry
{
    void Register(string name);

    Task DeleteAsync(string name);
}

// What was done stands beside the word of success.
public sealed class Plugins(IRegistry registry)
{
    public void Add(string name)
    {
        Console.WriteLine("Successfully registered"); //@true GB3005
        registry.Register(name);
    }

    public async Task RemoveAsync(string name)
    {
        Console.WriteLine($"Plugin {name} was successfully deleted"); //@true GB3005
        await registry.DeleteAsync(name);
    }

    public void Again(string name)
    {
        Console.WriteLine("Successfully validated"); //@near GB3005
        registry.Register(name);
    }
}
