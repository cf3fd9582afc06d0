using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Model;
using Ghostbusters.Compat;

namespace Amazon.StepFunctions.Internal;

/// <summary>Step Functions' protocol: JSON 1.0, the operation in a header, the error's name in the answer.</summary>
internal static class StepFunctionsCall
{
    public static InvokeOptions Of<TRequest>(string operation, Action<TRequest, Utf8JsonWriter> write, Func<JsonElement, AmazonWebServiceResponse> read)
        where TRequest : AmazonStepFunctionsRequest => new()
        {
            RequestMarshaller = new RequestWriter<TRequest>("Amazon.StepFunctions", (input, request) => Write(operation, input, request, write)),
            ResponseUnmarshaller = new AnswerReader(read, Fail),
        };

    /// <summary>What is not set is not sent.</summary>
    public static void WriteSet(this Utf8JsonWriter writer, string name, string value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static void Write<TRequest>(string operation, TRequest input, IRequest request, Action<TRequest, Utf8JsonWriter> write)
    {
        request.HttpMethod = "POST";
        request.ResourcePath = "/";
        request.Headers["X-Amz-Target"] = $"AWSStepFunctions.{operation}";
        request.Headers["Content-Type"] = "application/x-amz-json-1.0";
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            write(input, writer);
            writer.WriteEndObject();
        }

        request.Content = body.ToArray();
    }

    private static AmazonServiceException Fail(ErrorResponse error)
    {
        var (message, cause, type, code, id, status) = (error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
        return code switch
        {
            "ExecutionAlreadyExists" => new ExecutionAlreadyExistsException(message, cause, type, code, id, status),
            "ExecutionDoesNotExist" => new ExecutionDoesNotExistException(message, cause, type, code, id, status),
            "ExecutionLimitExceeded" => new ExecutionLimitExceededException(message, cause, type, code, id, status),
            "InvalidArn" => new InvalidArnException(message, cause, type, code, id, status),
            "InvalidExecutionInput" => new InvalidExecutionInputException(message, cause, type, code, id, status),
            "InvalidName" => new InvalidNameException(message, cause, type, code, id, status),
            "StateMachineDeleting" => new StateMachineDeletingException(message, cause, type, code, id, status),
            "StateMachineDoesNotExist" => new StateMachineDoesNotExistException(message, cause, type, code, id, status),
            "ValidationException" => new ValidationException(message, cause, type, code, id, status),
            _ => new AmazonStepFunctionsException(message, cause, type, code, id, status),
        };
    }
}
