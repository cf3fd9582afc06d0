namespace Amazon.Lambda.Annotations.SQS;

/// <summary>The function takes messages from a queue. A number that is not set reads as 0 and means Lambda's default.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class SQSEventAttribute(string queue) : Attribute
{
    private string resourceName;

    /// <summary>The queue's ARN, or <c>@</c> and the name of a resource.</summary>
    public string Queue { get; set; } = queue;

    /// <summary>If it is not set: the queue's name without what a resource name may not have.</summary>
    public string ResourceName
    {
        get => resourceName ?? (Queue.StartsWith('@') ? Queue[1..] : string.Concat(Queue.Split(':', 6)[5].Where(char.IsLetterOrDigit)));
        set => resourceName = value;
    }

    public bool Enabled { get; set; } = true;

    /// <summary>1 to 10,000; above 10 it needs a batching window.</summary>
    public uint BatchSize { get; set; }

    /// <summary>0 to 300.</summary>
    public uint MaximumBatchingWindowInSeconds { get; set; }

    /// <summary>Filter patterns, separated by semicolons.</summary>
    public string Filters { get; set; }

    /// <summary>2 to 1,000.</summary>
    public uint MaximumConcurrency { get; set; }
}
