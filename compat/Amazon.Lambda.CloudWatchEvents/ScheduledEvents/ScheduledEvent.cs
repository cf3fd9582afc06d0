namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

/// <summary>A schedule came due.</summary>
public class ScheduledEvent : CloudWatchEvent<Detail>;
