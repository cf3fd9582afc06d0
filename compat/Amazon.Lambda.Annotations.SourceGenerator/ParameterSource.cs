namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Where an argument comes from.</summary>
internal enum ParameterSource
{
    /// <summary>The event itself.</summary>
    Event,
    Context,
    Services,
    Route,
    Query,
    Header,
    Body,
}
