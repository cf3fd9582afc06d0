namespace Amazon.Lambda.Core;

/// <summary>The log, from code that has no <see cref="ILambdaContext"/>. Outside of Lambda it writes to the console.</summary>
public static class LambdaLogger
{
    private static ILambdaLogger target = new ConsoleLogger();

    public static void Log(string message) => target.Log(message);

    public static void Log(string level, string message, params object[] args) => target.Log(level, message, args);

    public static void Log(LogLevel level, string message, params object[] args) => target.Log(level, message, args);

    public static void Log(string level, Exception exception, string message, params object[] args) =>
        target.Log(level, exception, message, args);

    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        target.Log(level, exception, message, args);

    /// <summary>The runtime directs the log to its own.</summary>
    internal static void SendTo(ILambdaLogger logger) => target = logger;

    private sealed class ConsoleLogger : ILambdaLogger
    {
        public void Log(string message) => Console.WriteLine(message);

        public void LogLine(string message) => Console.WriteLine(message);

        public void Log(string level, string message) => Console.WriteLine($"{level}: {message}");
    }
}
