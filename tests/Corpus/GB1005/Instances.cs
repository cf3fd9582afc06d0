using Xunit;

namespace Corpus.GB1005.Instances;

public sealed class Rooms(bool isShared)
{
    private readonly Dictionary<Type, object> _kept = [];

    public T Find<T>()
        where T : class, new()
    {
        if (isShared && _kept.TryGetValue(typeof(T), out var kept))
            return (T)kept;
        var made = new T();
        _kept[typeof(T)] = made;
        return made;
    }
}

public class RoomsTests
{
    [Fact]
    public void Shared()
    {
        var rooms = new Rooms(isShared: true);
        Assert.Equal(rooms.Find<object>(), rooms.Find<object>()); //@near GB1005
    }
}
