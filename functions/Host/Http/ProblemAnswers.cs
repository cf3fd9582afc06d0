using Ghostbusters.Functions.Problems;
using Microsoft.AspNetCore.Http;

namespace Ghostbusters.Functions.Host.Http;

/// <summary>Problems that the host itself answers with, where API Gateway would.</summary>
internal static class ProblemAnswers
{
    public static Problem MethodNotAllowed { get; } =
        new(405, "method-not-allowed", "This path takes other methods") { Detail = "See the header Allow." };

    public static Problem Timeout { get; } =
        new(504, "timeout", "The answer took too long") { Detail = "Try again; what was accepted goes on." };

    public static async Task WriteAsync(HttpResponse response, Problem problem)
    {
        response.StatusCode = problem.Status;
        foreach (var (name, value) in ProblemWriter.Headers(problem)) response.Headers[name] = value;
        var body = ProblemWriter.Write(problem);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body).ConfigureAwait(false);
    }
}
