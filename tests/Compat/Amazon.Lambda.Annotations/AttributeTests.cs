using System.Reflection;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.Annotations.DynamoDB;
using Amazon.Lambda.Annotations.S3;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.Annotations.SQS;

namespace Ghostbusters.Compat.Tests;

/// <summary>What a reader of the annotations by reflection sees: the infrastructure, the local host.</summary>
public class AttributeTests
{
    [Fact]
    public void Function_SaysWhatIsSet()
    {
        var function = new LambdaFunctionAttribute { ResourceName = "Fetch", MemorySize = 1024, Timeout = 60, Role = "@R", Policies = "P", PackageType = LambdaPackageType.Image };

        Assert.Equal((1024u, 60u, LambdaPackageType.Image), (function.MemorySize, function.Timeout, function.PackageType));
        Assert.Equal((0u, 0u, LambdaPackageType.Zip), (new LambdaFunctionAttribute().MemorySize, new LambdaFunctionAttribute().Timeout, new LambdaFunctionAttribute().PackageType));
    }

    [Fact]
    public void Routes_HaveMethodAndTemplate()
    {
        Assert.Equal((LambdaHttpMethod.Post, "/scans"), (new RestApiAttribute(LambdaHttpMethod.Post, "/scans").Method, new RestApiAttribute(LambdaHttpMethod.Post, "/scans").Template));
        Assert.Equal(HttpApiVersion.V2, new HttpApiAttribute(LambdaHttpMethod.Any, "/").Version);
    }

    [Theory]
    [InlineData("@Messages", "Messages")]
    [InlineData("arn:aws:sqs:eu-central-1:123456789012:my-queue", "myqueue")]
    public void Queue_NamesItsMapping(string queue, string expected) => Assert.Equal(expected, new SQSEventAttribute(queue).ResourceName);

    [Fact]
    public void Queue_HasDefaults_AndZeroMeansUnset()
    {
        var queue = new SQSEventAttribute("@Q");

        Assert.Equal((true, 0u, 0u, 0u), (queue.Enabled, queue.BatchSize, queue.MaximumBatchingWindowInSeconds, queue.MaximumConcurrency));
        Assert.Null(queue.Filters);
    }

    [Fact]
    public void OtherSources_NameTheirMapping()
    {
        Assert.Equal("Uploads", new S3EventAttribute("@Uploads").ResourceName);
        Assert.Equal("s3:ObjectCreated:*", new S3EventAttribute("@Uploads").Events);
        Assert.Equal("Table", new DynamoDBEventAttribute("@Table").ResourceName);
        Assert.Equal("myscans", new DynamoDBEventAttribute("arn:aws:dynamodb:eu-central-1:1:table/my-scans/stream/2026").ResourceName);
        Assert.Equal((100u, StartingPosition.LATEST), (new DynamoDBEventAttribute("@T").BatchSize, new DynamoDBEventAttribute("@T").StartingPosition));
        Assert.Equal("rate1day", new ScheduleEventAttribute("rate(1 day)").ResourceName);
    }

    [Theory]
    [InlineData(typeof(SQSEventAttribute), true)]
    [InlineData(typeof(S3EventAttribute), true)]
    [InlineData(typeof(DynamoDBEventAttribute), true)]
    [InlineData(typeof(ScheduleEventAttribute), false)]
    [InlineData(typeof(RestApiAttribute), false)]
    [InlineData(typeof(LambdaFunctionAttribute), false)]
    public void Events_MayBeSeveral(Type attribute, bool several) =>
        Assert.Equal(several, attribute.GetCustomAttribute<AttributeUsageAttribute>()!.AllowMultiple);
}
