namespace Ghostbusters.Functions.Problems;

/// <summary>
/// An error as a caller sees it (RFC 9457). Its texts are the service's own: nothing of the request's body is echoed.
/// </summary>
/// <param name="Status">HTTP status, 400 to 599.</param>
/// <param name="Type">Name of the kind, the last part of <c>type</c>'s address; for programs.</param>
/// <param name="Title">The same for every problem of the kind.</param>
public sealed record Problem(int Status, string Type, string Title)
{
    /// <summary>What is wrong with this request and what to do.</summary>
    public string? Detail { get; init; }

    /// <summary>Fields that are wrong, by JSON pointer or parameter name.</summary>
    public IReadOnlyList<FieldProblem> Fields { get; init; } = [];

    /// <summary>When to try again; also sent as <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Id under which the logs have more.</summary>
    public string? TraceId { get; init; }

    public static Problem Invalid(string detail, params IReadOnlyList<FieldProblem> fields) =>
        new(400, "invalid-request", "The request is not valid") { Detail = detail, Fields = fields };

    public static Problem InvalidCursor { get; } =
        new(400, "invalid-cursor", "The cursor is not valid") { Detail = "Use the cursor of a page as it was answered, with the same filters." };

    public static Problem Unauthorized { get; } =
        new(401, "unauthorized", "Sign in first") { Detail = "Send a valid access token or API key." };

    public static Problem Forbidden { get; } =
        new(403, "forbidden", "Your role or key does not allow this");

    /// <summary>Also the answer for another tenant's ids, so that nobody learns what exists.</summary>
    public static Problem NotFound { get; } =
        new(404, "not-found", "There is no such thing");

    public static Problem Conflict(string detail) =>
        new(409, "conflict", "The request contradicts an earlier one") { Detail = detail };

    public static Problem TooLarge(string detail) =>
        new(413, "too-large", "The request is too large") { Detail = detail };

    public static Problem UnsupportedMedia(string detail) =>
        new(415, "unsupported-media-type", "The request has a form that is not understood") { Detail = detail };

    public static Problem TooManyRequests(TimeSpan retryAfter) =>
        new(429, "too-many-requests", "Too many requests") { Detail = "Try again later.", RetryAfter = retryAfter };

    public static Problem Internal { get; } =
        new(500, "internal", "Something went wrong here") { Detail = "Try again; if it stays, report the trace id." };

    public static Problem Unavailable(TimeSpan retryAfter) =>
        new(503, "unavailable", "The service cannot answer at the moment") { Detail = "Try again later.", RetryAfter = retryAfter };
}

/// <summary>A field that is wrong.</summary>
/// <param name="Field">Its name in the documentation, not as the request wrote it.</param>
/// <param name="Reason">What is wanted.</param>
public sealed record FieldProblem(string Field, string Reason);
