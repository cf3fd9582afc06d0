namespace Pulumi.Aws;

/// <summary>The type token of a resource of this provider.</summary>
internal sealed class AwsResourceTypeAttribute(string type) : ResourceTypeAttribute(type, version: null);
