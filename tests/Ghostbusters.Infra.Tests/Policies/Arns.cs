using Ghostbusters.Functions.Tenancy;
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
        "s3" => "arn:aws:s3:::ghostbusters-dev-blobs-" + Aws.Account + (call.Resource.Contains('/', StringComparison.Ordinal) ? call.Resource[call.Resource.IndexOf('/', StringComparison.Ordinal)..] : call.Action == "s3:ListBucket" ? "" : "/*"),
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

/// <summary>Something that a function may do.</summary>
internal sealed record Grant(string Function, string Sid, string Action);

/// <summary>Grants that the wire does not show, and why they are there.</summary>
/// <param name="Function">The function; <c>*</c> for all.</param>
/// <param name="Action">The action, or the Sid of a statement.</param>
/// <param name="Reason">Why.</param>
internal sealed record Explained(string Function, string Action, string Reason)
{
    public static IReadOnlyList<Explained> All { get; } =
    [
        new("*", "WriteLogs", "Lambda writes what a function prints, with the function's role."),
        new("*", "WriteTraces", "Lambda sends traces, with the function's role."),
    ];

    public bool Covers(Grant grant) => (Function == "*" || Function == grant.Function) && (Action == grant.Action || Action == grant.Sid);
}
