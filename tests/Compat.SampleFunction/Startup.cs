using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Compat.SampleFunction;

[LambdaStartup]
public sealed class Startup
{
    public void ConfigureServices(IServiceCollection services) => services.AddSingleton<Greeting>();
}
