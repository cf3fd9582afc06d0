using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Problems;

namespace Ghostbusters.Functions.Tests.Core;

public class ProblemWriterTests
{
    [Fact]
    public void AProblem_IsOfTheStandard()
    {
        var problem = Problem.TooManyRequests(TimeSpan.FromMilliseconds(1200)) with { TraceId = "t-1", Fields = [new FieldProblem("/files/0/path", "A relative path is wanted.")] };
        using var document = JsonDocument.Parse(ProblemWriter.Write(problem));
        Assert.Equal(
            """{"type":"urn:ghostbusters:problem:too-many-requests","title":"Too many requests","status":429,"detail":"Try again later.","trace_id":"t-1","retry_after":2,"errors":[{"field":"/files/0/path","reason":"A relative path is wanted."}]}""",
            document.RootElement.GetRawText());
        Assert.Equal(("application/problem+json", "2"), (ProblemWriter.Headers(problem)["content-type"], ProblemWriter.Headers(problem)["retry-after"]));
    }

    [Fact]
    public void AnyText_IsValidJson() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string?>(), static text =>
    {
        using var document = JsonDocument.Parse(ProblemWriter.Write(Problem.Invalid(text ?? "", new FieldProblem(text ?? "", text ?? "")) with { TraceId = text }));
        return document.RootElement.GetProperty("status").GetInt32() == 400;
    }));

    [Fact]
    public void RetryAfter_IsNeverZero() => Assert.Equal("1", ProblemWriter.Headers(Problem.TooManyRequests(TimeSpan.Zero))["retry-after"]);

    [Fact]
    public void A401_SaysHowToSignIn() => Assert.Equal("Bearer", ProblemWriter.Headers(Problem.Unauthorized)["www-authenticate"]);
}
