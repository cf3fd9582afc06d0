namespace Ghostbusters.Functions.Client.Models;

/// <summary>An error as the API tells it (RFC 9457).</summary>
/// <param name="Type">For programs: ends with the kind, such as <c>not-found</c>.</param>
/// <param name="Title">The same for every problem of the kind.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong with this request and what to do.</param>
/// <param name="TraceId">The service's logs have more under it.</param>
/// <param name="RetryAfter">Seconds.</param>
/// <param name="Errors">Fields that are wrong.</param>
public sealed record ApiProblem(
    string? Type, string? Title, int? Status, string? Detail, string? TraceId, long? RetryAfter, IReadOnlyList<ApiProblemField>? Errors);

/// <summary>A field that is wrong.</summary>
public sealed record ApiProblemField(string Field, string Reason);
