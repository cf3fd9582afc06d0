using System.Net;
using Ghostbusters.Functions.Client.Models;

namespace Ghostbusters.Functions.Client;

/// <summary>The service refused a call, or could not answer it.</summary>
public sealed class GhostbustersException : Exception
{
    public GhostbustersException(HttpStatusCode status, ApiProblem? problem, TimeSpan? retryAfter = null)
        : base(TextOf(status, problem)) => (Status, Problem, RetryAfter) = (status, problem, retryAfter);

    public HttpStatusCode Status { get; }

    /// <summary>What the service said; null where it said nothing that is understood.</summary>
    public ApiProblem? Problem { get; }

    /// <summary>When to try again; null where the service did not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The problem's kind, such as <c>not-found</c>; null where there is none.</summary>
    public string? Kind => Problem?.Type?.Split(':')[^1];

    private static string TextOf(HttpStatusCode status, ApiProblem? problem)
    {
        if (problem is null) return $"The service answered {(int)status} {status}.";
        var fields = string.Concat((problem.Errors ?? []).Select(static e => $" {e.Field}: {e.Reason}"));
        var trace = problem.TraceId is { } id ? $" (trace {id})" : "";
        return $"{problem.Title ?? status.ToString()} ({(int)status}). {problem.Detail}{fields}{trace}".TrimEnd();
    }
}
