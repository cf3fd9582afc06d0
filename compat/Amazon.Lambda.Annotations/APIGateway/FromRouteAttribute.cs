namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>The parameter comes from the request's route.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromRouteAttribute : Attribute, INamedAttribute
{
    /// <summary>The name there, if it is not the parameter's.</summary>
    public string Name { get; set; }
}
