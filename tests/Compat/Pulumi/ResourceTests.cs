using Pulumi;
using Pulumi.Utilities;
using Aws = Pulumi.Aws;

namespace Ghostbusters.Compat.Tests;

/// <summary>What resources send and what they give.</summary>
public sealed class ResourceTests
{
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

    private sealed class Group(string name, ComponentResourceOptions options) : ComponentResource("contract:index:Group", name, options);
}
