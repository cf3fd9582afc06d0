using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Model;
using Ghostbusters.Compat;

namespace Amazon.StepFunctions.Internal;

internal static class StopExecution
{
    public static InvokeOptions Operation { get; } = StepFunctionsCall.Of<StopExecutionRequest>(
        "StopExecution",
        (request, writer) =>
        {
            writer.WriteSet("cause", request.Cause);
            writer.WriteSet("error", request.Error);
            writer.WriteSet("executionArn", request.ExecutionArn);
        },
        answer => new StopExecutionResponse { StopDate = answer.Time("stopDate") });
}
