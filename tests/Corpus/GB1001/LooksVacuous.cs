using Xunit;

namespace Corpus.GB1001.LooksVacuous;

#pragma warning disable CS0660, CS0661
public sealed class Dose(int amount)
{
    public int Amount { get; } = amount;

    public static bool operator ==(Dose? dose, int amount) => dose is not null && dose.Amount == amount;

    public static bool operator !=(Dose? dose, int amount) => !(dose == amount);
}

public class DoseTests
{
    // Which of the operators the compiler takes for null is the question.
    [Fact]
    public void Null_is_compared_as_a_reference()
    {
        Assert.True(default(Dose) == null); //@near GB1001
        Assert.False(default(Dose) != default(Dose)); //@near GB1001
        Assert.True(new Dose(3) == 3);
    }

    // It makes the runtime load the assembly in which the plug-ins are looked for.
    [Fact]
    public void Finds_readers_in_loaded_assemblies()
    {
        Assert.NotNull(typeof(System.Xml.XmlReader)); //@near GB1001
        Assert.Contains(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetType("System.Xml.XmlReader") is not null);
    }

    // A pointer may be null, though its type is of no reference.
    [Fact]
    public unsafe void Reader_points_at_what_it_read()
    {
        byte* found = null;
        byte first = 1;
        Assert.True(TryRead(ref found, &first));
        Assert.True(found != null); //@near GB1001
    }

    private static unsafe bool TryRead(ref byte* found, byte* start)
    {
        found = start;
        return *start > 0;
    }
}
