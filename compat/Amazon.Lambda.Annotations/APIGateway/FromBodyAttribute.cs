namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>The parameter is the request's body: as it is if it is a string, else read from JSON.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromBodyAttribute : Attribute;
