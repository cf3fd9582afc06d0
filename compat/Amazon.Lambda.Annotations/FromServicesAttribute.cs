namespace Amazon.Lambda.Annotations;

/// <summary>The parameter comes from the service provider, from a scope of its own for each invocation.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromServicesAttribute : Attribute;
