using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;

namespace Ghostbusters.Compat.Events.Tests;

/// <summary>Payloads with the fields that the documentation of SQS, S3, DynamoDB and EventBridge names.</summary>
public class QueueAndStorageEventTests
{
    [Fact]
    public void SqsBatch_WithAttributesOfTextAndBytes()
    {
        var batch = Json.Read<SQSEvent, EventJson>("""
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
        var serializer = new SourceGeneratorLambdaJsonSerializer<EventJson>();

        Assert.Equal("""{"batchItemFailures":[]}""", Json.Write(new SQSBatchResponse(), serializer));
        Assert.Equal(
            """{"batchItemFailures":[{"itemIdentifier":"m1"}]}""",
            Json.Write(new SQSBatchResponse([new SQSBatchResponse.BatchItemFailure { ItemIdentifier = "m1" }]), serializer));
    }

    [Fact]
    public void S3Notification_DecodesTheKey()
    {
        var notification = Json.Read<S3Event, EventJson>("""
            {
              "Records": [{
                "eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "eu-central-1", "eventTime": "2026-11-26T01:02:03.456Z",
                "eventName": "ObjectCreated:Put", "userIdentity": { "principalId": "AWS:A" }, "requestParameters": { "sourceIPAddress": "203.0.113.9" },
                "responseElements": { "x-amz-request-id": "D8", "x-amz-id-2": "vl" },
                "s3": {
                  "s3SchemaVersion": "1.0", "configurationId": "c1",
                  "bucket": { "name": "uploads", "ownerIdentity": { "principalId": "A3" }, "arn": "arn:aws:s3:::uploads" },
                  "object": { "key": "acme/my+file%C3%BC.zip", "size": 1305107, "eTag": "b2", "versionId": "v1", "sequencer": "0C0F" }
                }
              }]
            }
            """);

        var record = Assert.Single(notification.Records);
        Assert.Equal("acme/my fileü.zip", record.S3.Object.KeyDecoded);
        Assert.Equal(("uploads", 1305107, "b2"), (record.S3.Bucket.Name, record.S3.Object.Size, record.S3.Object.ETag));
        Assert.Equal(("D8", "vl"), (record.ResponseElements.XAmzRequestId, record.ResponseElements.XAmzId2));
        Assert.Equal(new DateTime(2026, 11, 26, 1, 2, 3, 456, DateTimeKind.Utc), record.EventTime);
    }

    [Fact]
    public void DynamoDbStream_HoldsEachKindOfValue()
    {
        var stream = Json.Read<DynamoDBEvent, StreamJson>("""
            {
              "Records": [{
                "eventID": "1", "eventName": "MODIFY", "eventVersion": "1.1", "eventSource": "aws:dynamodb", "awsRegion": "eu-central-1",
                "eventSourceARN": "arn:aws:dynamodb:eu-central-1:123456789012:table/scans/stream/2026-11-26T00:00:00.000",
                "dynamodb": {
                  "ApproximateCreationDateTime": 1795654923,
                  "Keys": { "PK": { "S": "TENANT#acme" } },
                  "NewImage": {
                    "count": { "N": "3" }, "done": { "BOOL": false }, "none": { "NULL": true }, "raw": { "B": "AQI=" },
                    "tags": { "SS": ["a", "b"] }, "numbers": { "NS": ["1"] }, "list": { "L": [{ "S": "x" }] }, "map": { "M": { "k": { "S": "v" } } }
                  },
                  "SequenceNumber": "4421584500000000017450439091", "SizeBytes": 112, "StreamViewType": "NEW_AND_OLD_IMAGES"
                }
              }]
            }
            """);

        var record = Assert.Single(stream.Records);
        var image = record.Dynamodb.NewImage;
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1795654923), record.Dynamodb.ApproximateCreationDateTime);
        Assert.Equal("TENANT#acme", record.Dynamodb.Keys["PK"].S);
        Assert.Equal(("3", false, true), (image["count"].N, image["done"].BOOL, image["none"].NULL));
        Assert.Equal([1, 2], image["raw"].B.ToArray());
        Assert.Equal(["a", "b"], image["tags"].SS);
        Assert.Equal("x", image["list"].L[0].S);
        Assert.Equal("v", image["map"].M["k"].S);
    }

    [Fact]
    public void DynamoDbResponse_NamesWhereToResume()
    {
        var response = new StreamsEventResponse { BatchItemFailures = [new StreamsEventResponse.BatchItemFailure { ItemIdentifier = "7" }] };

        Assert.Equal(
            """{"batchItemFailures":[{"itemIdentifier":"7"}]}""", Json.Write(response, new SourceGeneratorLambdaJsonSerializer<StreamJson>()));
    }

    [Fact]
    public void Schedule_IsAnEnvelope()
    {
        var due = Json.Read<ScheduledEvent, EventJson>("""
            {
              "version": "0", "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa", "detail-type": "Scheduled Event", "source": "aws.events",
              "account": "123456789012", "time": "2026-11-26T01:00:00Z", "region": "eu-central-1",
              "resources": ["arn:aws:events:eu-central-1:123456789012:rule/nightly"], "detail": {}
            }
            """);

        Assert.Equal(("Scheduled Event", "aws.events"), (due.DetailType, due.Source));
        Assert.Equal(new DateTime(2026, 11, 26, 1, 0, 0, DateTimeKind.Utc), due.Time);
        Assert.Single(due.Resources);
        Assert.NotNull(due.Detail);
    }
}
