using System.ComponentModel;
using System.Globalization;
using System.Text;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.Core;

namespace Ghostbusters.Compat;

/// <summary>
/// Reads a function's arguments from a request, for generated code only: the official package has no such type. What cannot be read is
/// remembered by its name in our code, never by the caller's value.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestBinding
{
    private readonly List<string> invalid = [];

    public bool IsValid => invalid.Count == 0;

    public T Route<T>(IDictionary<string, string> parameters, string name)
        where T : IParsable<T> =>
        parameters is not null && parameters.TryGetValue(name, out var text) ? Parse<T>(text, $"path parameter '{name}'") : default;

    public T Query<T>(IDictionary<string, string> parameters, string name)
        where T : IParsable<T> =>
        parameters is not null && parameters.TryGetValue(name, out var text) ? Parse<T>(text, $"query parameter '{name}'") : default;

    public T Header<T>(IDictionary<string, string> headers, string name)
        where T : IParsable<T> =>
        Find(headers, name) is { } text ? Parse<T>(text, $"header '{name}'") : default;

    public List<T> Queries<T>(IDictionary<string, IList<string>> parameters, string name)
        where T : IParsable<T> =>
        parameters is not null && parameters.TryGetValue(name, out var texts) ? ParseAll<T>(texts, $"query parameter '{name}'") : null;

    /// <summary>HTTP APIs join several values by commas.</summary>
    public List<T> Queries<T>(IDictionary<string, string> parameters, string name)
        where T : IParsable<T> =>
        parameters is not null && parameters.TryGetValue(name, out var text) ? ParseAll<T>(text.Split(','), $"query parameter '{name}'") : null;

    public List<T> Headers<T>(IDictionary<string, IList<string>> headers, string name)
        where T : IParsable<T> =>
        Find(headers, name) is { } texts ? ParseAll<T>(texts, $"header '{name}'") : null;

    /// <summary>HTTP APIs join several values by commas.</summary>
    public List<T> Headers<T>(IDictionary<string, string> headers, string name)
        where T : IParsable<T> =>
        Find(headers, name) is { } text ? ParseAll<T>(text.Split(','), $"header '{name}'") : null;

    public T Body<T>(string body, ILambdaSerializer serializer)
    {
        try
        {
            if (body is not null)
                return serializer.Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(body)));
        }
        catch (Exception)
        {
            // Which serializer it is, and so what it throws, is the function's choice. Its message may quote the body: it is not passed on.
        }

        invalid.Add("body");
        return default;
    }

    public string ProblemDetails() => Problem.BadRequest(invalid);

    /// <summary>The answer of a function that returns <see cref="IHttpResult"/>.</summary>
    public Stream Refusal(HttpResultSerializationOptions options) => HttpResults.BadRequest(ProblemDetails())
        .AddHeader("content-type", Problem.ContentType)
        .AddHeader("x-amzn-errortype", Problem.ErrorType)
        .Serialize(options);

    public Dictionary<string, string> RefusalHeaders() =>
        new() { ["Content-Type"] = Problem.ContentType, ["x-amzn-ErrorType"] = Problem.ErrorType };

    public static string Json<T>(T value, ILambdaSerializer serializer)
    {
        using var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static TValue Find<TValue>(IDictionary<string, TValue> values, string name)
        where TValue : class
    {
        foreach (var (key, value) in values ?? new Dictionary<string, TValue>())
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    private List<T> ParseAll<T>(IList<string> texts, string source)
        where T : IParsable<T> => [.. texts.Select(text => Parse<T>(text, source))];

    private T Parse<T>(string text, string source)
        where T : IParsable<T>
    {
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var value))
            return value;

        invalid.Add(source);
        return default;
    }
}
