using Amazon.Lambda.Annotations;
using Ghostbusters.Functions.Analysis.Analysing;
using Ghostbusters.Functions.Analysis.FanningOut;
using Ghostbusters.Functions.Analysis.Fetching;
using Ghostbusters.Functions.Analysis.Hooks;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Keys;
using Ghostbusters.Functions.Analysis.Notifying;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Progress;
using Ghostbusters.Functions.Analysis.Proposing;
using Ghostbusters.Functions.Analysis.Reading;
using Ghostbusters.Functions.Analysis.Reporting;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Analysis.Submitting;
using Ghostbusters.Functions.Analysis.Webhooks;
using Ghostbusters.Functions.Aws;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Keys;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Metrics;
using Ghostbusters.Functions.Outbox;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ghostbusters.Functions.Analysis;

/// <summary>What the context's functions are made from. Adapters are the host's where there is one, else AWS's.</summary>
[LambdaStartup]
public sealed class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        if (!HostAdapters.TryRegister(services)) AwsAdapters.Register(services);
        UserPool.Register(services);
        services.TryAddSingleton(OutboundOptions.FromEnvironment());
        services.TryAddSingleton(static provider => Log(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static provider => new EmfMetrics(
            Console.OpenStandardOutput(), provider.GetRequiredService<TimeProvider>(), "Ghostbusters", new Dictionary<string, string> { ["Context"] = "analysis" }));
        services.AddSingleton<UlidGenerator>();
        services.AddSingleton(static provider => new ApiKeys(
            provider.GetRequiredKeyedService<ITable>(TableNames.Accounts), provider.GetRequiredService<UlidGenerator>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(static provider => new Authentication(provider.GetRequiredService<ApiKeys>(), provider.GetService<TokenVerifier>()));
        services.TryAddSingleton(new RateScale(1));
        services.AddSingleton<ApiDoor>();
        services.AddSingleton<AnonymousDoor>();
        services.AddSingleton<AnalysisStore>();
        services.AddSingleton<Submission>();
        services.AddSingleton<History>();
        services.AddSingleton<ResultReading>();
        services.AddSingleton<Removal>();
        services.AddSingleton<Recovery>();
        services.AddSingleton<KeyAdministration>();
        services.AddSingleton<HookStore>();
        services.AddSingleton<HookAdministration>();
        services.AddSingleton<WebhookIntake>();
        services.AddSingleton<ProgressFeed>();
        services.AddSingleton<ProgressDesk>();
        services.AddSingleton<ParkedMessages>();
        services.AddSingleton<AnalysisProgression>();
        services.AddSingleton<StageRunner>();
        services.AddSingleton(static provider => new SafeHttp(provider.GetRequiredService<OutboundOptions>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ForgeCalls>();
        services.AddSingleton<RepositoryFetch>();
        services.AddSingleton<EngineRun>();
        services.AddSingleton<FetchStage>();
        services.TryAddSingleton(FanOutOptions.FromEnvironment());
        services.AddSingleton<FanOut>();
        services.AddSingleton<SourceAnalysis>();
        services.AddSingleton<Parts>();
        services.AddSingleton<PartRunner>();
        services.AddSingleton<AnalyseStage>();
        services.AddSingleton<RecoverStage>();
        services.AddSingleton<ProposeStage>();
        services.AddSingleton<ReportStage>();
        services.AddSingleton<Notification>();
        services.AddSingleton<NotifyStage>();
        services.AddSingleton(static provider => new OutboxSweep(
            provider.GetRequiredKeyedService<IPendingItems>(TableNames.Analysis),
            new OutboxMessages(provider.GetRequiredKeyedService<ITable>(TableNames.Analysis), provider.GetRequiredService<IQueue>()), provider.GetRequiredService<TimeProvider>()));
    }

    private static JsonLog Log(TimeProvider clock) => new(
        Console.OpenStandardOutput(), clock, LogLevels.Parse(Environment.GetEnvironmentVariable(LogLevels.Variable)), new LogContext { Stage = "analysis" });
}
