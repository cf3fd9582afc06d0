using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;

namespace Ghostbusters.Compat.Tests;

/// <summary>Payloads with the fields that the documentation of SQS names.</summary>
public class SqsEventTests
{
    [Fact]
    public void SqsBatch_WithAttributesOfTextAndBytes()
    {
        var batch = Json.Read<SQSEvent, SqsJson>("""
            {
              "Records": [{
                "messageId": "059f36b4-87a3-44ab-83d2-661975830a7d", "receiptHandle": "AQEB", "body": "Test message.",
                "attributes": { "ApproximateReceiveCount": "2", "SentTimestamp": "1545082649183", "MessageGroupId": "g1" },
                "messageAttributes": {
                  "trace": { "stringValue": "abc", "stringListValues": [], "binaryListValues": [], "dataType": "String" },
                  "digest": { "binaryValue": "AQID", "dataType": "Binary" }
                },
                "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3", "md5OfMessageAttributes": "00", "eventSource": "aws:sqs",
                "eventSourceARN": "arn:aws:sqs:eu-central-1:123456789012:my-queue", "awsRegion": "eu-central-1"
              }]
            }
            """);

        var message = Assert.Single(batch.Records);
        Assert.Equal("059f36b4-87a3-44ab-83d2-661975830a7d", message.MessageId);
        Assert.Equal("2", message.Attributes["ApproximateReceiveCount"]);
        Assert.Equal(("abc", "String"), (message.MessageAttributes["trace"].StringValue, message.MessageAttributes["trace"].DataType));
        Assert.Equal([1, 2, 3], message.MessageAttributes["digest"].BinaryValue.ToArray());
        Assert.Equal("arn:aws:sqs:eu-central-1:123456789012:my-queue", message.EventSourceArn);
        Assert.Equal("e4e68fb7bd0e697a0ae8f1bb342846b3", message.Md5OfBody);
    }

    [Fact]
    public void SqsBatchResponse_NamesTheFailedOnes()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<SqsJson>();

        Assert.Equal("""{"batchItemFailures":[]}""", Json.Write(new SQSBatchResponse(), serializer));
        Assert.Equal(
            """{"batchItemFailures":[{"itemIdentifier":"m1"}]}""",
            Json.Write(new SQSBatchResponse([new SQSBatchResponse.BatchItemFailure { ItemIdentifier = "m1" }]), serializer));
    }
}

[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
internal sealed partial class SqsJson : JsonSerializerContext;
