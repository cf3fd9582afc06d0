using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Annotations;

namespace Ghostbusters.Functions.Analysis;

/// <summary>Whether the service answers.</summary>
internal sealed class HealthRoute
{
    private static readonly string Version = typeof(HealthRoute).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Says that this process answers. It asks no store.</summary>
    [LambdaFunction(ResourceName = "Health", MemorySize = 256, Timeout = 5)]
    [RestApi(LambdaHttpMethod.Get, "/health")]
    [Anonymous("It tells a version and nothing else.")]
    [Answers(200, typeof(HealthAnswer))]
    public Task<APIGatewayProxyResponse> Health(APIGatewayProxyRequest request, ILambdaContext context) =>
        Task.FromResult(Answers.Json(200, new HealthAnswer("ok", Version), AnalysisJson.Default.HealthAnswer));
}
