using System.Text.Json.Serialization;
using Amazon.Lambda.S3Events;

namespace Ghostbusters.Compat.Tests;

/// <summary>A payload with the fields that the documentation of S3 names.</summary>
public class S3EventTests
{
    [Fact]
    public void S3Notification_DecodesTheKey()
    {
        var notification = Json.Read<S3Event, S3Json>("""
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
}

[JsonSerializable(typeof(S3Event))]
internal sealed partial class S3Json : JsonSerializerContext;
