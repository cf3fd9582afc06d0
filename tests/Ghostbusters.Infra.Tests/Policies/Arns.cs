using Ghostbusters.IamPolicies;
using Ghostbusters.LambdaService;

namespace Ghostbusters.Infra.Tests.Policies;

/// <summary>What the emulators call a thing, as the stack of the tests calls it.</summary>
internal static class Arns
{
    private const string Here = $":{Aws.Region}:{Aws.Account}:";

    public static Request Of(AwsCall call) => new(call.Action, call.Action.Split(':')[0] switch
    {
        "dynamodb" => $"arn:aws:dynamodb{Here}table/{Table(call.Resource)}",
        "s3" => "arn:aws:s3:::ghostbusters-dev-blobs-" + Aws.Account + (call.Action == "s3:ListBucket" ? "" : call.Resource.Contains('/', StringComparison.Ordinal) ? call.Resource[call.Resource.IndexOf('/', StringComparison.Ordinal)..] : "/*"),
        "sqs" => $"arn:aws:sqs{Here}ghostbusters-dev-{call.Resource}",
        "ssm" => $"arn:aws:ssm{Here}parameter{call.Resource.Replace("/ghostbusters/test/", "/ghostbusters/dev/", StringComparison.Ordinal)}",
        "execute-api" => $"arn:aws:execute-api{Here}ws123/v1/POST/@connections/{call.Resource.Split('/')[^1]}",
        var service => throw new NotSupportedException($"Nobody knows what an ARN of {service} looks like."),
    });

    /// <summary>Tables of a run have its number: <c>analysis-3</c>, and <c>analysis-3/index/GSI1</c>.</summary>
    private static string Table(string resource)
    {
        var parts = resource.Split('/', 2);
        return $"ghostbusters-dev-{parts[0][..parts[0].LastIndexOf('-')]}{(parts.Length > 1 ? "/" + parts[1] : "")}";
    }
}

/// <summary>A statement of a function's policy.</summary>
internal sealed record Grant(string Function, string Sid);

/// <summary>Statements that the wire does not show, and why they are there.</summary>
/// <param name="Function">The function; <c>*</c> for all.</param>
/// <param name="Sid">The statement; <c>*</c> for all of the function's.</param>
/// <param name="Reason">Why.</param>
internal sealed record Explained(string Function, string Sid, string Reason)
{
    private const string NoMachine = "Step Functions invokes it, and there is none on this wire; the tests of fanning out run it.";

    public static IReadOnlyList<Explained> All { get; } =
    [
        new("*", "WriteLogs", "Lambda writes what a function prints, with the function's role."),
        new("*", "WriteTraces", "Lambda sends traces, with the function's role."),
        new("*", "ListBlobs", "Without it S3 answers for a missing object that it is forbidden, and the adapter could not tell."),
        new("*", "Take*", "Lambda's poller takes messages, with the function's role."),
        new("*", "Send*", "A record that is changed may hold a message whose writer died; whoever changes it next sends it."),
        new("SweepOutbox", "*", "It works where a writer died between its write and its send; here none did."),
        new("NotifyStage", "ReadBlobs", "Findings are told to a forge that gave a token; here none did."),
        new("AnalyseStage", "StartWorkflow", "It fans out what is large, and there is no Step Functions on this wire."),
        new("AnalyseStage", "WatchWorkflow", "It fans out what is large, and there is no Step Functions on this wire."),
        new("PlanParts", "*", NoMachine),
        new("AnalysePart", "*", NoMachine),
        new("JoinParts", "*", NoMachine),
        new("FailParts", "*", NoMachine),
    ];

    public bool Covers(Grant grant) => (Function == "*" || Function == grant.Function) && (Sid.EndsWith('*') ? grant.Sid.StartsWith(Sid[..^1], StringComparison.Ordinal) : Sid == grant.Sid);
}
