namespace Amazon.Lambda.Annotations.DynamoDB;

/// <summary>Where in a stream to begin.</summary>
public enum StartingPosition
{
    LATEST,
    TRIM_HORIZON,
}
