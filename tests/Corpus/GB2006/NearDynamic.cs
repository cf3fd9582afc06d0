dynamic engine = new Engine();
Console.WriteLine(engine.Shift(2));

public sealed class Engine
{
    // What is dynamic is called by its name, too.
    /// <summary>Starts with a gear.</summary>
    public int Shift(int gear) => gear + 1; //@near GB2006
}
