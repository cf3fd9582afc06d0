using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Writes to standard output, which is the function's log. Messages without a level are written as they are; with one, as a line of
/// text or, where <c>AWS_LAMBDA_LOG_FORMAT</c> is <c>JSON</c>, of JSON. <c>AWS_LAMBDA_LOG_LEVEL</c> is the least level that is written.
/// </summary>
internal sealed class FunctionLogger(string requestId, string traceId) : ILambdaLogger
{
    private static readonly bool AsJson =
        string.Equals(Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_FORMAT"), "JSON", StringComparison.OrdinalIgnoreCase);

    private static readonly LogLevel Least = LevelOf(Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL"), otherwise: LogLevel.Trace);

    public static void WriteFailure(Exception failure, string requestId) =>
        Console.Error.WriteLine(Line(nameof(LogLevel.Error), failure.ToString(), null, requestId, null));

    public void Log(string message) => Console.Write(message);

    public void LogLine(string message) => Console.WriteLine(message);

    public void Log(string level, string message) => Write(level, null, message);

    public void Log(string level, string message, params object[] args) => Write(level, null, Fill(message, args));

    public void Log(string level, Exception exception, string message, params object[] args) => Write(level, exception, Fill(message, args));

    private static LogLevel LevelOf(string name, LogLevel otherwise) => name?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "INFO" or "INFORMATION" => LogLevel.Information,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" or "CRITICAL" => LogLevel.Critical,
        _ => otherwise,
    };

    private static string Line(string level, string message, Exception exception, string requestId, string traceId)
    {
        var time = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        if (!AsJson)
            return $"{time}\t{requestId}\t{level.ToLowerInvariant()}\t{message}{(exception is null ? null : $"\n{exception}")}";

        var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp", time);
            writer.WriteString("level", level);
            writer.WriteString("requestId", requestId);
            writer.WriteString("traceId", traceId);
            writer.WriteString("message", message);
            if (exception is not null)
            {
                writer.WriteString("errorType", exception.GetType().FullName);
                writer.WriteString("errorMessage", exception.Message);
                writer.WriteString("stackTrace", exception.StackTrace);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Puts the arguments into the placeholders, in order; <c>{{</c> and <c>}}</c> are braces.</summary>
    private static string Fill(string message, object[] args)
    {
        if (args is null or [] || message is null)
            return message;

        var filled = new StringBuilder(message.Length + 32);
        var next = 0;
        for (var i = 0; i < message.Length; i++)
        {
            var c = message[i];
            if (c is '{' or '}' && i + 1 < message.Length && message[i + 1] == c)
            {
                filled.Append(c);
                i++;
            }
            else if (c == '{' && next < args.Length && message.IndexOf('}', i) is > 0 and var end)
            {
                filled.Append(CultureInfo.InvariantCulture, $"{args[next++]}");
                i = end;
            }
            else
            {
                filled.Append(c);
            }
        }

        return filled.ToString();
    }

    private void Write(string level, Exception exception, string message)
    {
        if (LevelOf(level, otherwise: LogLevel.Information) >= Least)
            Console.WriteLine(Line(level, message, exception, requestId, traceId));
    }
}
