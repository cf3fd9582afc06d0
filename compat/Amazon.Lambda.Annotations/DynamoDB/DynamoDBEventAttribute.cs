namespace Amazon.Lambda.Annotations.DynamoDB;

/// <summary>The function takes the changes of a table.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class DynamoDBEventAttribute(string stream) : Attribute
{
    private string resourceName;

    /// <summary>The stream's ARN, or <c>@</c> and the name of a resource.</summary>
    public string Stream { get; set; } = stream;

    /// <summary>If it is not set: the resource's or the table's name without what a resource name may not have.</summary>
    public string ResourceName
    {
        get => resourceName ?? NameOf(Stream);
        set => resourceName = value;
    }

    /// <summary>1 to 10,000.</summary>
    public uint BatchSize { get; set; } = 100;

    public StartingPosition StartingPosition { get; set; } = StartingPosition.LATEST;

    public bool Enabled { get; set; } = true;

    /// <summary>0 to 300.</summary>
    public uint MaximumBatchingWindowInSeconds { get; set; }

    /// <summary>Filter patterns, separated by semicolons.</summary>
    public string Filters { get; set; }

    private static string NameOf(string stream) => stream switch
    {
        null => string.Empty,
        ['@', .. var name] => name,
        _ => string.Concat((stream.Split('/') is [_, var table, ..] ? table : stream).Where(char.IsLetterOrDigit)),
    };
}
