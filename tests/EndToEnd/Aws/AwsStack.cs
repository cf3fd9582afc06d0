using Ghostbusters.Functions.Analysis;
using Ghostbusters.Functions.Client;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.LambdaService;
using Xunit.Abstractions;

namespace Ghostbusters.EndToEnd.Aws;

/// <summary>The analysis context, deployed.</summary>
internal static class AwsStack
{
    public static readonly TenantId Ada = TenantId.Parse("ada");

    public static Task<ServiceStack> StartAsync(ITestOutputHelper output, string executable, params IEnumerable<(string Name, string Value)> variables) =>
        ServiceStack.StartAsync(typeof(Startup).Assembly, executable, output.WriteLine, variables);

    /// <summary>A client with a key of its own.</summary>
    public static async Task<GhostbustersClient> ClientAsync(this ServiceStack stack, TenantId tenant) =>
        new(new ClientOptions(stack.Gateway.Address, await stack.KeyAsync(tenant, "analyses:read", "analyses:write")));
}
