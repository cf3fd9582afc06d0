using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Model;
using Ghostbusters.Compat;

namespace Amazon.StepFunctions.Internal;

internal static class DescribeExecution
{
    public static InvokeOptions Operation { get; } = StepFunctionsCall.Of<DescribeExecutionRequest>(
        "DescribeExecution",
        (request, writer) =>
        {
            writer.WriteSet("executionArn", request.ExecutionArn);
            writer.WriteSet("includedData", request.IncludedData?.Value);
        },
        Read);

    private static DescribeExecutionResponse Read(JsonElement answer) => new()
    {
        Cause = answer.Text("cause"),
        Error = answer.Text("error"),
        ExecutionArn = answer.Text("executionArn"),
        Input = answer.Text("input"),
        InputDetails = Details(answer, "inputDetails"),
        MapRunArn = answer.Text("mapRunArn"),
        Name = answer.Text("name"),
        Output = answer.Text("output"),
        OutputDetails = Details(answer, "outputDetails"),
        RedriveCount = answer.Number("redriveCount"),
        RedriveDate = answer.Time("redriveDate"),
        RedriveStatus = answer.Text("redriveStatus"),
        RedriveStatusReason = answer.Text("redriveStatusReason"),
        StartDate = answer.Time("startDate"),
        StateMachineAliasArn = answer.Text("stateMachineAliasArn"),
        StateMachineArn = answer.Text("stateMachineArn"),
        StateMachineVersionArn = answer.Text("stateMachineVersionArn"),
        Status = answer.Text("status"),
        StopDate = answer.Time("stopDate"),
        TraceHeader = answer.Text("traceHeader"),
    };

    private static CloudWatchEventsExecutionDataDetails Details(JsonElement answer, string name) =>
        answer.Field(name) is { } details ? new CloudWatchEventsExecutionDataDetails { Included = details.Flag("included") } : null;
}
