using System.Text.Json;
using Amazon.ApiGatewayManagementApi.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Ghostbusters.Compat;

namespace Amazon.ApiGatewayManagementApi.Internal;

/// <summary>The API's protocol: the connection in the path, the error's name in a header.</summary>
internal static class ConnectionCall
{
    public static InvokeOptions Of<TRequest>(
        string method, Func<TRequest, string> connection, Func<JsonElement, AmazonWebServiceResponse> read, Action<TRequest, IRequest> write = null)
        where TRequest : AmazonApiGatewayManagementApiRequest => new()
        {
            RequestMarshaller = new RequestWriter<TRequest>("Amazon.ApiGatewayManagementApi", (input, request) =>
            {
                request.HttpMethod = method;
                request.ResourcePath = "/@connections/{ConnectionId}";
                request.AddPathResource("{ConnectionId}", connection(input)
                    ?? throw new AmazonApiGatewayManagementApiException("The request has no ConnectionId."));
                write?.Invoke(input, request);
            }),
            ResponseUnmarshaller = new AnswerReader(read, Fail),
        };

    private static AmazonServiceException Fail(ErrorResponse error)
    {
        var (message, cause, type, code, id, status) = (error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
        return code switch
        {
            "ForbiddenException" => new ForbiddenException(message, cause, type, code, id, status),
            "GoneException" => new GoneException(message, cause, type, code, id, status),
            "LimitExceededException" => new LimitExceededException(message, cause, type, code, id, status),
            "PayloadTooLargeException" => new PayloadTooLargeException(message, cause, type, code, id, status),
            _ => new AmazonApiGatewayManagementApiException(message, cause, type, code, id, status),
        };
    }
}
