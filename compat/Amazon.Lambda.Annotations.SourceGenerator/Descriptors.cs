using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What is wrong with an annotated function. The numbers are the official generator's; COMPAT ones are what this one lacks.</summary>
internal static class Descriptors
{
    public const string SeveralStartups = "AWSLambda0101";
    public const string SeveralEvents = "AWSLambda0102";
    public const string MissingPackage = "AWSLambda0104";
    public const string HttpResultWithoutApi = "AWSLambda0105";
    public const string ResourceName = "AWSLambda0106";
    public const string MissingSerializer = "AWSLambda0108";
    public const string ParameterType = "AWSLambda0109";
    public const string ParameterName = "AWSLambda0110";
    public const string NotExecutable = "AWSLambda0111";
    public const string Runtime = "AWSLambda0112";
    public const string NoFunctions = "AWSLambda0113";
    public const string ParameterWithoutApi = "AWSLambda0115";
    public const string Sqs = "AWSLambda0116";
    public const string Signature = "AWSLambda0117";
    public const string NoLambdaFunction = "AWSLambda0129";
    public const string S3 = "AWSLambda0136";
    public const string DynamoDb = "AWSLambda0137";
    public const string Schedule = "AWSLambda0139";
    public const string NotSupported = "COMPAT0001";
    public const string SameHandler = "COMPAT0002";

    private static readonly Dictionary<string, DiagnosticDescriptor> All = new[]
    {
        Error(SeveralStartups, "Several startup classes", "Several classes have [LambdaStartup]: {0}. Keep one."),
        Error(SeveralEvents, "Several events on one function", "'{0}' has several event attributes. Make one function for each event."),
        Error(MissingPackage, "A package is missing", "This needs a reference to {0}."),
        Error(HttpResultWithoutApi, "IHttpResult without an API", "'{0}' returns IHttpResult and has neither [RestApi] nor [HttpApi], so nothing reads that answer."),
        Error(ResourceName, "Invalid resource name", "The resource name '{0}' may have letters and digits only."),
        Error(MissingSerializer, "No serializer", "'{0}' has no serializer. Add [assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<YourContext>))]."),
        Error(ParameterType, "Unsupported parameter type", "{0}. Take a string, a number, a bool, or a list of them."),
        Error(ParameterName, "Invalid parameter name", "The name '{0}' may have letters, digits and . _ $ - only."),
        Error(NotExecutable, "Not an executable", "GenerateMain is set, and the project is no console application{0}. Set OutputType to Exe."),
        Error(Runtime, "Unknown runtime", "The runtime '{0}' is not one of dotnet8, dotnet10, provided.al2, provided.al2023."),
        Error(NoFunctions, "No functions", "GenerateMain is set, and no method has [LambdaFunction]{0}."),
        Error(ParameterWithoutApi, "Request parameter without an API", "Parameter '{0}' comes from a request, and the function has neither [RestApi] nor [HttpApi]."),
        Error(Sqs, "Invalid SQSEvent", "[SQSEvent]: {0}."),
        Error(Signature, "Invalid signature", "{0}."),
        Error(NoLambdaFunction, "Event without a function", "[{0}] has no effect without [LambdaFunction]. Add it."),
        Error(S3, "Invalid S3Event", "[S3Event]: {0}."),
        Error(DynamoDb, "Invalid DynamoDBEvent", "[DynamoDBEvent]: {0}."),
        Error(Schedule, "Invalid ScheduleEvent", "[ScheduleEvent]: {0}."),
        Error(NotSupported, "Not supported by the stand-in", "{0}: the stand-in for Amazon.Lambda.Annotations does not support this."),
        Error(SameHandler, "Two functions of one name", "Two functions are called '{0}', so ANNOTATIONS_HANDLER cannot tell them apart. Rename one."),
    }.ToDictionary(descriptor => descriptor.Id);

    public static DiagnosticDescriptor Of(string id) => All[id];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "AWSLambdaCSharpGenerator", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
