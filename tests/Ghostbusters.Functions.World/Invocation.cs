using Amazon.Lambda.Core;

namespace Ghostbusters.Functions.World;

/// <summary>What Lambda tells a handler.</summary>
internal sealed class Invocation : ILambdaContext
{
    public string AwsRequestId => "request-1";

    public IClientContext ClientContext => null!;

    public string FunctionName => "test";

    public string FunctionVersion => "1";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "arn:aws:lambda:eu-central-1:000000000000:function:test";

    public ILambdaLogger Logger => null!;

    public string LogGroupName => "group";

    public string LogStreamName => "stream";

    public int MemoryLimitInMB => 1024;

    public TimeSpan RemainingTime { get; init; } = TimeSpan.FromMinutes(10);
}
