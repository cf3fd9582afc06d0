namespace Amazon.StepFunctions.Model;

/// <summary>Whether input or output is in the answer.</summary>
public class CloudWatchEventsExecutionDataDetails
{
    public bool? Included { get; set; }
}
