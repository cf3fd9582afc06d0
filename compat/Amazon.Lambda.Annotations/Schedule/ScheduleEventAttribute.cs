namespace Amazon.Lambda.Annotations.Schedule;

/// <summary>The function runs on a schedule.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
public class ScheduleEventAttribute(string schedule) : Attribute
{
    private string resourceName;

    /// <summary><c>rate(…)</c> or <c>cron(…)</c>.</summary>
    public string Schedule { get; set; } = schedule;

    /// <summary>If it is not set: the schedule's letters and digits.</summary>
    public string ResourceName
    {
        get => resourceName ?? (string.Concat((Schedule ?? "").Where(char.IsLetterOrDigit)) is { Length: > 0 } name ? name : "ScheduleEvent");
        set => resourceName = value;
    }

    public string Description { get; set; }

    /// <summary>JSON that the function gets instead of the event.</summary>
    public string Input { get; set; }

    public bool Enabled { get; set; } = true;
}
