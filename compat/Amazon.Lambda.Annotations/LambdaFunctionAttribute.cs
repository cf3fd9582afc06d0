namespace Amazon.Lambda.Annotations;

/// <summary>The method is a Lambda function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class LambdaFunctionAttribute : Attribute
{
    public string ResourceName { get; set; }

    /// <summary>Seconds; 0 for the default.</summary>
    public uint Timeout { get; set; }

    /// <summary>Megabytes; 0 for the default.</summary>
    public uint MemorySize { get; set; }

    public string Role { get; set; }

    public string Policies { get; set; }

    public LambdaPackageType PackageType { get; set; }
}
