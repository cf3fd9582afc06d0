namespace Amazon.Lambda.Annotations.S3;

/// <summary>The function takes notifications of a bucket.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class S3EventAttribute(string bucket) : Attribute
{
    private string resourceName;

    /// <summary><c>@</c> and the name of a resource.</summary>
    public string Bucket { get; set; } = bucket;

    public string ResourceName
    {
        get => resourceName ?? (Bucket is ['@', .. var name] ? name : Bucket);
        set => resourceName = value;
    }

    /// <summary>Event types, separated by semicolons.</summary>
    public string Events { get; set; } = "s3:ObjectCreated:*";

    public string FilterPrefix { get; set; }

    public string FilterSuffix { get; set; }

    public bool Enabled { get; set; } = true;
}
