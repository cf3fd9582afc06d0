using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>As its base, and names in camel case.</summary>
[RequiresUnreferencedCode(Trimming)]
[RequiresDynamicCode(Trimming)]
public class CamelCaseLambdaJsonSerializer()
    : DefaultLambdaJsonSerializer(options => options.PropertyNamingPolicy = new AwsNamingPolicy(JsonNamingPolicy.CamelCase));
