using Ghostbusters.Functions.Catalogue;
using Ghostbusters.IamPolicies;
using Ghostbusters.Infra.Compute;
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
        "states" => $"arn:aws:states{Here}{call.Resource.Split(':')[5]}:ghostbusters-dev-{string.Join(':', call.Resource.Split(':')[6..])}",
        "execute-api" => $"arn:aws:execute-api{Here}ws123/v1/POST/@connections/{call.Resource.Split('/')[^1]}",
        var service => throw new NotSupportedException($"Nobody knows what an ARN of {service} looks like."),
    });

    /// <summary>Whoever invokes a function invokes its alias.</summary>
    public static Request OfInvocation(AnnotatedFunction function) => new("lambda:InvokeFunction", $"arn:aws:lambda{Here}function:ghostbusters-dev-{function.Id}:{FunctionResource.AliasName}");

    /// <summary>Tables of a run have its number: <c>analysis-3</c>, and <c>analysis-3/index/GSI1</c>.</summary>
    private static string Table(string resource)
    {
        var parts = resource.Split('/', 2);
        return $"ghostbusters-dev-{parts[0][..parts[0].LastIndexOf('-')]}{(parts.Length > 1 ? "/" + parts[1] : "")}";
    }
}
