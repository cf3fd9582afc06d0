namespace Amazon.StepFunctions.Model;

/// <summary>Starts a state machine. With the name and the input of a running execution it has no second effect.</summary>
public class StartExecutionRequest : AmazonStepFunctionsRequest
{
    public string Input { get; set; }

    public string Name { get; set; }

    public string StateMachineArn { get; set; }

    public string TraceHeader { get; set; }
}
