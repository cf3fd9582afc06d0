using System.Text.Json.Serialization;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Ghostbusters.Compat.Tests;

/// <summary>Payloads with the fields that the documentation of DynamoDB names.</summary>
public class DynamoDbEventTests
{
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
}

[JsonSerializable(typeof(DynamoDBEvent))]
[JsonSerializable(typeof(StreamsEventResponse))]
internal sealed partial class StreamJson : JsonSerializerContext;
