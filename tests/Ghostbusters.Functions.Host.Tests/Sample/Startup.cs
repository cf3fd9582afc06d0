using Amazon.Lambda.Annotations;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Keys;
using Ghostbusters.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Host.Tests.Sample;

[LambdaStartup]
public sealed class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        if (!HostAdapters.TryRegister(services)) throw new InvalidOperationException("No host gave its adapters.");
        services.AddSingleton(static provider => new ApiKeys(
            provider.GetRequiredKeyedService<ITable>(TableNames.Accounts), new UlidGenerator(TimeProvider.System), TimeProvider.System));
    }
}
