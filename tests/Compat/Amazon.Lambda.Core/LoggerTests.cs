using Amazon.Lambda.Core;

namespace Ghostbusters.Compat.Tests;

/// <summary>What an implementer of the interface gets from its default members.</summary>
public class LoggerTests
{
    [Fact]
    public void Levels_ReachTheOneMethodThatIsImplemented()
    {
        var log = new Recorder();
        ILambdaLogger logger = log;

        logger.LogInformation("one");
        logger.LogError(new TimeoutException("late"), "two {Number}", 2);
        logger.Log(LogLevel.Critical, "three");

        Assert.Contains("one", log.Lines);
        Assert.Contains(log.Lines, line => line.StartsWith("two", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("late", StringComparison.Ordinal));
        Assert.Contains("three", log.Lines);
    }

    private sealed class Recorder : ILambdaLogger
    {
        public List<string> Lines { get; } = [];

        public void Log(string message) => Lines.Add(message);

        public void LogLine(string message) => Lines.Add(message);

        public void Log(string level, string message, params object[] args) => Lines.Add(message);
    }
}
