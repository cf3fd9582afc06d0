namespace Amazon.Lambda.Annotations;

/// <summary>Settings of all functions of an assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class LambdaGlobalPropertiesAttribute : Attribute
{
    /// <summary>Generates a <c>Main</c> that runs the function which the environment variable <c>ANNOTATIONS_HANDLER</c> names.</summary>
    public bool GenerateMain { get; set; }

    /// <summary>Such as <c>provided.al2023</c>.</summary>
    public string Runtime { get; set; }
}
