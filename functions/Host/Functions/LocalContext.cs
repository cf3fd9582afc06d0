using Amazon.Lambda.Core;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Logs;

namespace Ghostbusters.Functions.Host.Functions;

/// <summary>What a function learns of its invocation on this machine.</summary>
/// <param name="remaining">The time until the invocation is given up.</param>
internal sealed class LocalContext(AnnotatedFunction function, string requestId, Func<TimeSpan> remaining, JsonLog log) : ILambdaContext
{
    public string AwsRequestId => requestId;

    public IClientContext ClientContext => null!;

    public string FunctionName => function.Name;

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "local:" + function.Name;

    public ILambdaLogger Logger => new LocalLogger(log, function.Name);

    public string LogGroupName => "local";

    public string LogStreamName => "local";

    public int MemoryLimitInMB => function.MemorySize;

    public TimeSpan RemainingTime => remaining();

    private sealed class LocalLogger(JsonLog log, string name) : ILambdaLogger
    {
        public void Log(string message) => LogLine(message);

        public void LogLine(string message) => log.Information("function-said", ("function", name), ("message", message));
    }
}
