using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

namespace Ghostbusters.Compat.Tests;

/// <summary>A payload with the fields that the documentation of EventBridge names.</summary>
public class ScheduledEventTests
{
    [Fact]
    public void Schedule_IsAnEnvelope()
    {
        var due = Json.Read<ScheduledEvent, ScheduleJson>("""
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

[JsonSerializable(typeof(ScheduledEvent))]
internal sealed partial class ScheduleJson : JsonSerializerContext;
