namespace Amazon.Lambda.Annotations;

/// <summary>The class whose <c>ConfigureServices(IServiceCollection)</c> registers what functions are made from.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class LambdaStartupAttribute : Attribute;
