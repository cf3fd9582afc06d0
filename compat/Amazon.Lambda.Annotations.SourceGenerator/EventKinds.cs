namespace Amazon.Lambda.Annotations.SourceGenerator;

internal static class EventKinds
{
    public static bool IsApi(this EventKind kind) => kind is EventKind.RestApi or EventKind.HttpApiV1 or EventKind.HttpApiV2;

    public static string RequestType(this EventKind kind) => kind == EventKind.HttpApiV2 ? Names.HttpRequest : Names.ProxyRequest;

    public static string ResponseType(this EventKind kind) => kind == EventKind.HttpApiV2 ? Names.HttpResponse : Names.ProxyResponse;

    /// <summary>The only event type that the function may take; null if there are several or any.</summary>
    public static string? EventType(this EventKind kind) => kind switch
    {
        EventKind.Sqs => "Amazon.Lambda.SQSEvents.SQSEvent",
        EventKind.S3 => "Amazon.Lambda.S3Events.S3Event",
        EventKind.DynamoDb => "Amazon.Lambda.DynamoDBEvents.DynamoDBEvent",
        EventKind.Schedule => "Amazon.Lambda.CloudWatchEvents.ScheduledEvents.ScheduledEvent",
        _ => null,
    };
}
