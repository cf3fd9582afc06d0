dynamic engine = new Engine();
Console.WriteLine(engine.ToString());

public sealed class Engine
{
    // What is dynamic is looked up when it runs.
    /// <summary>Starts with a gear.</summary>
    public int Shift(int gear) => gear + 1; //@near GB2006
}
