using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class LambdaContext(Invocation invocation, FunctionEnvironment environment, ILambdaLogger logger, ILambdaSerializer serializer)
    : ILambdaContext
{
    private ClientContext clientContext;
    private CognitoIdentity identity;

    public string AwsRequestId => invocation.RequestId;

    public IClientContext ClientContext => clientContext ??= RuntimeSupport.ClientContext.Parse(invocation.ClientContext);

    public string FunctionName => environment.Name;

    public string FunctionVersion => environment.Version;

    public ICognitoIdentity Identity => identity ??= CognitoIdentity.Parse(invocation.CognitoIdentity);

    public string InvokedFunctionArn => invocation.FunctionArn;

    public ILambdaLogger Logger => logger;

    public string LogGroupName => environment.LogGroup;

    public string LogStreamName => environment.LogStream;

    public int MemoryLimitInMB => environment.MemoryMegabytes;

    /// <summary>Negative once the deadline has passed. Without a deadline, all the time that Lambda ever gives: 15 minutes.</summary>
    public TimeSpan RemainingTime =>
        long.TryParse(invocation.DeadlineMs, NumberStyles.None, CultureInfo.InvariantCulture, out var deadline)
            ? DateTimeOffset.FromUnixTimeMilliseconds(deadline) - TimeProvider.System.GetUtcNow()
            : TimeSpan.FromMinutes(15);

    public string TenantId => invocation.TenantId;

    public string TraceId => invocation.TraceId;

    public ILambdaSerializer Serializer => serializer;
}
