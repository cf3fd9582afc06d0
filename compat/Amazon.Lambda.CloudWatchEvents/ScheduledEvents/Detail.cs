namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

/// <summary>A schedule has nothing to say but that it came due.</summary>
public class Detail;
