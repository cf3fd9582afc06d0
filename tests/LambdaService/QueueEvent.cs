using System.Text;
using System.Text.Json.Nodes;
using Amazon.SQS.Model;

namespace Ghostbusters.LambdaService;

/// <summary>Messages of SQS as Lambda's event: every field that the documentation names.</summary>
internal static class QueueEvent
{
    public static byte[] Of(string queue, string region, IReadOnlyList<Message> messages) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["Records"] = new JsonArray([.. messages.Select(message => Record(queue, region, message))]),
    }.ToJsonString());

    private static JsonObject Record(string queue, string region, Message message) => new()
    {
        ["messageId"] = message.MessageId,
        ["receiptHandle"] = message.ReceiptHandle,
        ["body"] = message.Body,
        ["attributes"] = new JsonObject(message.Attributes.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["messageAttributes"] = new JsonObject((message.MessageAttributes ?? []).Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonObject
        {
            ["stringValue"] = pair.Value.StringValue,
            ["stringListValues"] = new JsonArray(),
            ["binaryListValues"] = new JsonArray(),
            ["dataType"] = pair.Value.DataType,
        }))),
        ["md5OfBody"] = message.MD5OfBody,
        ["eventSource"] = "aws:sqs",
        ["eventSourceARN"] = $"arn:aws:sqs:{region}:{GatewayRequest.Account}:{queue}",
        ["awsRegion"] = region,
    };
}
