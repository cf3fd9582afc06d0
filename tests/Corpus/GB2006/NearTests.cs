using Xunit;

Console.WriteLine(new Probe().Name);

public sealed class Probe
{
    public string Name => "probe";

    // A test project has a start, too, and nothing in it ships.
    /// <summary>Measures twice.</summary>
    public int MeasureTwice(int value) => value * 2; //@near GB2006
}

public class ProbeTests
{
    [Fact]
    public void Name_OfAProbe_IsProbe() => Assert.Equal("probe", new Probe().Name);
}
