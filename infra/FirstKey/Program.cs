using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Ghostbusters.Functions.Aws.Dynamo;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Keys;
using Ghostbusters.Functions.Tenancy;

// FirstKey TABLE TENANT: makes a tenant's first key in the accounts table, with whatever AWS credentials are there, and shows it this once.
if (args is not [var table, var name] || !TenantId.TryParse(name, out var tenant))
{
    await Console.Error.WriteLineAsync("Give the accounts table (pulumi stack output Tables) and a tenant (a-z, 0-9 and '-'): FirstKey ghostbusters-dev-accounts my-team");
    return 3;
}

try
{
    using var dynamo = new AmazonDynamoDBClient();
    var keys = new ApiKeys(new DynamoTable(dynamo, table, TimeProvider.System), new UlidGenerator(TimeProvider.System), TimeProvider.System);
    var scopes = new FunctionCatalogue(typeof(Ghostbusters.Functions.Analysis.Startup).Assembly).Scopes;
    if (await Ghostbusters.Functions.Keys.FirstKey.MakeAsync(keys, tenant, scopes, CancellationToken.None) is { } key)
    {
        await Console.Out.WriteLineAsync(key);
        return 0;
    }

    await Console.Error.WriteLineAsync($"{tenant} has keys already; whoever has one with keys:admin can make more.");
    return 1;
}
catch (ResourceNotFoundException)
{
    await Console.Error.WriteLineAsync($"There is no table {table} in this account and region. Set AWS_REGION and AWS_PROFILE to those of the stack.");
    return 1;
}
