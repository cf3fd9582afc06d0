using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Utilities;
using Aws = Pulumi.Aws;

namespace Ghostbusters.Compat.Tests;

/// <summary>AWS's resources and functions: what they send, and what they make of what they are given.</summary>
public sealed class ResourceTests
{
    [Fact]
    public async Task Inputs_GoByTheirNamesOnTheWire_AndNumbersAsDoubles()
    {
        var recorder = await Recorder.RunAsync(() => _ = new Aws.Lambda.Function("function", new()
        {
            Role = "role",
            Runtime = Aws.Lambda.Runtime.CustomAL2023,
            Timeout = 10,
            Architectures = { "arm64" },
            Environment = new FunctionEnvironmentArgs { Variables = { ["A"] = Output.Create("1"), ["B"] = Output.CreateSecret("2") } },
            Code = new FileArchive("artifacts"),
        }));

        var sent = recorder["function"];
        Assert.Equal("aws:lambda/function:Function", sent.Type);
        Assert.Equal(["architectures", "code", "environment", "role", "runtime", "timeout"], sent.Inputs.Keys.Order());
        Assert.Equal("provided.al2023", sent.Inputs["runtime"]);
        Assert.Equal(10.0, sent.Inputs["timeout"]);
        Assert.Equal("arm64", Assert.Single((ImmutableArray<object>)sent.Inputs["architectures"]));
        var variables = (ImmutableDictionary<string, object>)((ImmutableDictionary<string, object>)sent.Inputs["environment"])["variables"];
        Assert.Equal(["1", "2"], variables.OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.IsType<FileArchive>(sent.Inputs["code"]);
    }

    [Fact]
    public async Task NestedOutputs_AreMadeOfTheState()
    {
        Aws.DynamoDB.Table? table = null;
        await Recorder.RunAsync(() => table = new("table", new()
        {
            Attributes = { new Aws.DynamoDB.Inputs.TableAttributeArgs { Name = "PK", Type = "S" } },
            HashKey = "PK",
            PointInTimeRecovery = new Aws.DynamoDB.Inputs.TablePointInTimeRecoveryArgs { Enabled = true },
        }));

        Assert.Equal(("PK", "S"), (await OutputUtilities.GetValueAsync(table!.Attributes)).Select(attribute => (attribute.Name, attribute.Type)).Single());
        Assert.True((await OutputUtilities.GetValueAsync(table.PointInTimeRecovery)).Enabled);
    }

    [Fact]
    public async Task SecretInput_IsASecretWhateverItIsGiven()
    {
        Input<string>? value = null;
        await Recorder.RunAsync(() => value = new Aws.Ssm.ParameterArgs { Type = Aws.Ssm.ParameterType.SecureString, Value = "plain" }.Value);

        Assert.True(await Output.IsSecretAsync(value!.ToOutput()));
    }

    [Fact]
    public async Task Invoke_CallsTheProvidersFunction()
    {
        var recorder = new Recorder { CallResult = new() { ["accountId"] = "123456789012", ["arn"] = "a", ["id"] = "i", ["userId"] = "u" } };
        string? account = null, again = null;
        await Deployment.TestAsync(recorder, Recorder.Options(), async () =>
        {
            account = (await Aws.GetCallerIdentity.InvokeAsync()).AccountId;
            again = await OutputUtilities.GetValueAsync(Aws.GetCallerIdentity.Invoke().Apply(identity => identity.AccountId));
        });

        Assert.Equal(("123456789012", "123456789012"), (account, again));
        Assert.All(recorder.Calls, call => Assert.Equal("aws:index/getCallerIdentity:getCallerIdentity", call.Token));
    }

    [Fact]
    public async Task Invoke_OfSomethingUnknown_IsUnknownAndNotCalled()
    {
        var recorder = new Recorder();
        Output<string>? region = null;
        await Deployment.TestAsync(recorder, Recorder.Options(preview: true), () =>
        {
            region = Aws.GetRegion.Invoke(new() { Region = new Aws.Sqs.Queue("queue").Url }).Apply(result => result.Description);
        });

        Assert.False(await OutputUtilities.GetIsKnownAsync(region!));
        Assert.Empty(recorder.Calls);
    }
}
