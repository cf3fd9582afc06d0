namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Types of the official packages, by metadata name.</summary>
internal static class Names
{
    public const string LambdaFunction = "Amazon.Lambda.Annotations.LambdaFunctionAttribute";
    public const string LambdaStartup = "Amazon.Lambda.Annotations.LambdaStartupAttribute";
    public const string GlobalProperties = "Amazon.Lambda.Annotations.LambdaGlobalPropertiesAttribute";
    public const string FromServices = "Amazon.Lambda.Annotations.FromServicesAttribute";
    public const string FromRoute = "Amazon.Lambda.Annotations.APIGateway.FromRouteAttribute";
    public const string FromQuery = "Amazon.Lambda.Annotations.APIGateway.FromQueryAttribute";
    public const string FromHeader = "Amazon.Lambda.Annotations.APIGateway.FromHeaderAttribute";
    public const string FromBody = "Amazon.Lambda.Annotations.APIGateway.FromBodyAttribute";
    public const string HttpResult = "Amazon.Lambda.Annotations.APIGateway.IHttpResult";

    public const string RestApi = "Amazon.Lambda.Annotations.APIGateway.RestApiAttribute";
    public const string HttpApi = "Amazon.Lambda.Annotations.APIGateway.HttpApiAttribute";
    public const string SqsEvent = "Amazon.Lambda.Annotations.SQS.SQSEventAttribute";
    public const string S3Event = "Amazon.Lambda.Annotations.S3.S3EventAttribute";
    public const string DynamoDbEvent = "Amazon.Lambda.Annotations.DynamoDB.DynamoDBEventAttribute";
    public const string ScheduleEvent = "Amazon.Lambda.Annotations.Schedule.ScheduleEventAttribute";

    public const string Serializer = "Amazon.Lambda.Core.LambdaSerializerAttribute";
    public const string Context = "Amazon.Lambda.Core.ILambdaContext";
    public const string Bootstrap = "Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder";
    public const string ServiceProvider = "Microsoft.Extensions.DependencyInjection.ServiceProvider";
    public const string ServiceCollection = "Microsoft.Extensions.DependencyInjection.IServiceCollection";

    public const string ProxyRequest = "Amazon.Lambda.APIGatewayEvents.APIGatewayProxyRequest";
    public const string ProxyResponse = "Amazon.Lambda.APIGatewayEvents.APIGatewayProxyResponse";
    public const string HttpRequest = "Amazon.Lambda.APIGatewayEvents.APIGatewayHttpApiV2ProxyRequest";
    public const string HttpResponse = "Amazon.Lambda.APIGatewayEvents.APIGatewayHttpApiV2ProxyResponse";

    public static readonly string[] Events = [RestApi, HttpApi, SqsEvent, S3Event, DynamoDbEvent, ScheduleEvent];
}
