using Xunit;

namespace Corpus.GB3003.Elsewhere;

public static class Throw
{
    public static void Unsupported(object value) => throw new NotSupportedException($"{value}");
}

public sealed class Values
{
    public object Convert(object value, Type type)
    {
        if (type.IsEnum)
        {
            try
            {
                return Enum.ToObject(type, value);
            }
            catch //@near GB3003
            {
            }
        }

        Throw.Unsupported(value);
        return value;
    }

    public async Task WaitAsync(int failures, CancellationToken cancellation)
    {
        try
        {
            var delay = TimeSpan.FromSeconds(failures);
            // Ends early at a shutdown: the catch drops the cancellation, and the loop looks at the token next.
            await Task.Delay(delay, cancellation);
        }
        catch //@near GB3003
        {
        }
    }

    public string? Connection { get; private set; }

    public void Load()
    {
        try
        { // on most machines it won't exist
            Connection = File.ReadAllText("connection.txt");
        }
        catch { } //@near GB3003
    }
}

public class ScopeTests
{
    [Fact]
    public void AnAbortedScope_IsLeft()
    {
        var scope = new Queue<int>();
        try
        {
            scope.Enqueue(5);
            throw new InvalidDataException("abort");
        }
        catch (Exception) //@near GB3003
        {
        }

        Assert.Single(scope);
    }
}
