using Amazon.ApiGatewayManagementApi;
using Amazon.DynamoDBv2;
using Amazon.S3;
using Amazon.SimpleSystemsManagement;
using Amazon.SQS;
using Amazon.StepFunctions;
using Ghostbusters.Functions.Aws.Dynamo;
using Ghostbusters.Functions.Aws.S3;
using Ghostbusters.Functions.Aws.Sqs;
using Ghostbusters.Functions.Aws.Ssm;
using Ghostbusters.Functions.Aws.StepFunctions;
using Ghostbusters.Functions.Aws.WebSockets;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Aws;

/// <summary>
/// The adapters of a function on AWS, from its environment: <c>GHOSTBUSTERS_TABLE_ANALYSIS</c>, <c>GHOSTBUSTERS_TABLE_ACCOUNTS</c>,
/// <c>GHOSTBUSTERS_BUCKET</c>, <c>GHOSTBUSTERS_QUEUES</c> (name=url, separated by spaces), <c>GHOSTBUSTERS_WORKFLOWS</c> (name=arn), <c>GHOSTBUSTERS_SECRETS</c> (prefix of
/// the parameters), <c>GHOSTBUSTERS_WEBSOCKET</c> (the stage's address). A function that uses none of a kind needs no variable for it.
/// </summary>
public static class AwsAdapters
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IAmazonDynamoDB>(static _ => new AmazonDynamoDBClient());
        foreach (var table in new[] { TableNames.Analysis, TableNames.Accounts })
        {
            services.AddKeyedSingleton(table, static (provider, name) => new DynamoTable(
                provider.GetRequiredService<IAmazonDynamoDB>(), Variable("GHOSTBUSTERS_TABLE_" + ((string)name!).ToUpperInvariant()), provider.GetRequiredService<TimeProvider>()));
            services.AddKeyedSingleton<ITable>(table, static (provider, name) => provider.GetRequiredKeyedService<DynamoTable>(name));
            services.AddKeyedSingleton<IPendingItems>(table, static (provider, name) => provider.GetRequiredKeyedService<DynamoTable>(name));
        }
        services.AddSingleton<IBlobs>(static _ => new S3Blobs(new AmazonS3Client(), Variable("GHOSTBUSTERS_BUCKET")));
        services.AddSingleton<IQueue>(static _ => new SqsQueue(new AmazonSQSClient(), Queues()));
        services.AddSingleton<IWorkflow>(static _ => new StepFunctionsWorkflow(new AmazonStepFunctionsClient(), Pairs("GHOSTBUSTERS_WORKFLOWS")));
        services.AddSingleton<ISecrets>(static provider =>
            new SsmSecrets(new AmazonSimpleSystemsManagementClient(), Variable("GHOSTBUSTERS_SECRETS"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IConnections>(static provider => new ApiGatewayConnections(
            static () => new AmazonApiGatewayManagementApiClient(new AmazonApiGatewayManagementApiConfig { ServiceURL = Variable("GHOSTBUSTERS_WEBSOCKET") }),
            provider.GetRequiredKeyedService<ITable>(TableNames.Analysis)));
    }

    private static Dictionary<QueueName, SqsAddress> Queues() =>
        Pairs("GHOSTBUSTERS_QUEUES").ToDictionary(static pair => new QueueName(pair.Key), static pair => new SqsAddress(pair.Value));

    private static Dictionary<string, string> Pairs(string variable) =>
        (Environment.GetEnvironmentVariable(variable) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(static text => text.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new InvalidOperationException($"The environment variable {name} is missing.");
}
