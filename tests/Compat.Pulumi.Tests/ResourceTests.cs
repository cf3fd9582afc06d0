using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Utilities;
using Aws = Pulumi.Aws;

namespace Ghostbusters.Compat.Pulumi.Tests;

/// <summary>What resources send and what they give.</summary>
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
    public async Task Outputs_AreWhatTheMockGives_WithTheirResource()
    {
        Aws.Sqs.Queue? queue = null;
        await Recorder.RunAsync(() => queue = new("queue", new() { DelaySeconds = 5, Tags = { ["a"] = "b" } }));

        Assert.Equal("queue-id", await OutputUtilities.GetValueAsync(queue!.Id));
        Assert.Equal("arn:queue", await OutputUtilities.GetValueAsync(queue.Arn));
        Assert.Equal(5, await OutputUtilities.GetValueAsync(queue.DelaySeconds));
        Assert.Equal("b", (await OutputUtilities.GetValueAsync(queue.Tags))!["a"]);
        Assert.Equal("urn:pulumi:test::contract::pulumi:pulumi:Stack$aws:sqs/queue:Queue::queue", await OutputUtilities.GetValueAsync(queue.Urn));
        Assert.Equal([queue], await OutputUtilities.GetDependenciesAsync(queue.Arn));
    }

    [Fact]
    public async Task Preview_DoesNotKnowWhatTheMockDoesNotGive()
    {
        Aws.Sqs.Queue? queue = null;
        var recorder = await Recorder.RunAsync(() =>
        {
            queue = new("queue");
            _ = new Aws.Sqs.QueuePolicy("policy", new() { QueueUrl = queue.Url, Policy = "{}" });
        }, preview: true);

        Assert.False(await OutputUtilities.GetIsKnownAsync(queue!.Url));
        Assert.True(await OutputUtilities.GetIsKnownAsync(queue.Arn));
        Assert.Equal(["policy"], recorder["policy"].Inputs.Keys);
    }

    [Fact]
    public async Task Deployment_GivesTheDefaultForWhatTheMockDoesNotGive()
    {
        Aws.Sqs.Queue? queue = null;
        await Recorder.RunAsync(() => queue = new("queue"));

        Assert.True(await OutputUtilities.GetIsKnownAsync(queue!.Url));
        Assert.Null(await OutputUtilities.GetValueAsync(queue.Url));
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
    public async Task Component_GroupsResources_AndItsTransformationsReachThem()
    {
        var recorder = await Recorder.RunAsync(() =>
        {
            var options = new ComponentResourceOptions();
            options.ResourceTransformations.Add(args => args.Args is Aws.Sqs.QueueArgs queue
                ? Named(queue, args)
                : null);
            var group = new Group("group", options);
            Assert.Equal("contract:index:Group", group.GetResourceType());
            _ = new Aws.Sqs.Queue("queue", new(), new() { Parent = group });
        });

        Assert.Equal("from the transformation", recorder["queue"].Inputs["name"]);
        Assert.Equal(["contract:index:Group", "aws:sqs/queue:Queue"], recorder.Resources.Select(resource => resource.Type!));

        static ResourceTransformationResult Named(Aws.Sqs.QueueArgs queue, ResourceTransformationArgs args)
        {
            queue.Name = "from the transformation";
            return new(queue, args.Options);
        }
    }

    [Fact]
    public async Task Provider_IsInherited_AndNamedToTheMock()
    {
        var recorder = await Recorder.RunAsync(() =>
        {
            var provider = new Aws.Provider("provider", new() { Region = "eu-west-1", SkipCredentialsValidation = true });
            var group = new Group("group", new() { Provider = provider });
            _ = new Aws.Sqs.Queue("queue", new(), new() { Parent = group });
        });

        Assert.EndsWith("pulumi:providers:aws::provider::provider-id", recorder["queue"].Provider);
        Assert.Equal("true", recorder["provider"].Inputs["skipCredentialsValidation"]);
        Assert.Equal("eu-west-1", recorder["provider"].Inputs["region"]);
    }

    [Fact]
    public async Task SecretInput_IsASecretWhateverItIsGiven()
    {
        Input<string>? value = null;
        await Recorder.RunAsync(() => value = new Aws.Ssm.ParameterArgs { Type = Aws.Ssm.ParameterType.SecureString, Value = "plain" }.Value);

        Assert.True(await Output.IsSecretAsync(value!.ToOutput()));
    }

    [Fact]
    public async Task MergedOptions_AreTheSecondsWhereBothSaySomething()
    {
        CustomResourceOptions? merged = null;
        await Recorder.RunAsync(() => merged = CustomResourceOptions.Merge(
            new() { Protect = true, IgnoreChanges = { "a" }, DeleteBeforeReplace = true },
            new() { Protect = false, IgnoreChanges = { "b" } }));

        Assert.False(merged!.Protect);
        Assert.True(merged.DeleteBeforeReplace);
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
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

    private sealed class Group(string name, ComponentResourceOptions options) : ComponentResource("contract:index:Group", name, options);
}
