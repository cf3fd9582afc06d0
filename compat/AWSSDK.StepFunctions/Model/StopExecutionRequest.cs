namespace Amazon.StepFunctions.Model;

/// <summary>Stops an execution.</summary>
public class StopExecutionRequest : AmazonStepFunctionsRequest
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string ExecutionArn { get; set; }
}
