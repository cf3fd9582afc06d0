using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Model;
using Ghostbusters.Compat;

namespace Amazon.StepFunctions.Internal;

internal static class StartExecution
{
    public static InvokeOptions Operation { get; } = StepFunctionsCall.Of<StartExecutionRequest>(
        "StartExecution",
        (request, writer) =>
        {
            writer.WriteSet("input", request.Input);
            writer.WriteSet("name", request.Name);
            writer.WriteSet("stateMachineArn", request.StateMachineArn);
            writer.WriteSet("traceHeader", request.TraceHeader);
        },
        answer => new StartExecutionResponse { ExecutionArn = answer.Text("executionArn"), StartDate = answer.Time("startDate") });
}
