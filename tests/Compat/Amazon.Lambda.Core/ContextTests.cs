using Amazon.Lambda.Core;

namespace Ghostbusters.Compat.Tests;

/// <summary>What a host that makes contexts itself has to give, and what it may leave out.</summary>
public class ContextTests
{
    [Fact]
    public void AContext_IsWhatItsMembersSay()
    {
        ILambdaContext context = new Given();

        Assert.Equal(("request", "function", "7", 1024), (context.AwsRequestId, context.FunctionName, context.FunctionVersion, context.MemoryLimitInMB));
        Assert.Equal(("arn", "group", "stream"), (context.InvokedFunctionArn, context.LogGroupName, context.LogStreamName));
        Assert.Equal(TimeSpan.FromSeconds(3), context.RemainingTime);
        Assert.Null(context.Logger);
        Assert.Equal(("pool", "identity"), (context.Identity.IdentityPoolId, context.Identity.IdentityId));
        Assert.Equal("1.0", context.ClientContext.Client.AppVersionName);
        Assert.Equal("b", context.ClientContext.Custom["a"]);
    }

    [Fact]
    public void ASerializer_IsNamedByItsType() =>
        Assert.Equal(typeof(ContextTests), new LambdaSerializerAttribute(typeof(ContextTests)).SerializerType);

    private sealed class Given : ILambdaContext, IClientContext, IClientApplication, ICognitoIdentity
    {
        public string AwsRequestId => "request";

        public IClientContext ClientContext => this;

        public string FunctionName => "function";

        public string FunctionVersion => "7";

        public ICognitoIdentity Identity => this;

        public string InvokedFunctionArn => "arn";

        public ILambdaLogger Logger => null!;

        public string LogGroupName => "group";

        public string LogStreamName => "stream";

        public int MemoryLimitInMB => 1024;

        public TimeSpan RemainingTime => TimeSpan.FromSeconds(3);

        public string IdentityId => "identity";

        public string IdentityPoolId => "pool";

        public IDictionary<string, string> Environment => new Dictionary<string, string>();

        public IClientApplication Client => this;

        public IDictionary<string, string> Custom => new Dictionary<string, string> { ["a"] = "b" };

        public string AppPackageName => "package";

        public string AppTitle => "title";

        public string AppVersionCode => "1";

        public string AppVersionName => "1.0";

        public string InstallationId => "installation";
    }
}
