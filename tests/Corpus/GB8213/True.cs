using System.ServiceModel;
using System.ServiceModel.Description;
using System.Web.Http;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Logging;

namespace Microsoft.IdentityModel.Logging
{
    public static class IdentityModelEventSource
    {
        public static bool ShowPII { get; set; }
    }
}

namespace Microsoft.EntityFrameworkCore
{
    public class DbContextOptionsBuilder
    {
        public bool IsSensitive { get; private set; }

        public DbContextOptionsBuilder EnableSensitiveDataLogging(bool enabled = true)
        {
            IsSensitive = enabled;
            return this;
        }
    }
}

namespace Grpc.AspNetCore.Server
{
    public class GrpcServiceOptions
    {
        public bool? EnableDetailedErrors { get; set; }
    }
}

namespace System.ServiceModel
{
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class ServiceBehaviorAttribute : Attribute
    {
        public bool IncludeExceptionDetailInFaults { get; set; }
    }
}

namespace System.ServiceModel.Description
{
    public class ServiceDebugBehavior
    {
        public bool IncludeExceptionDetailInFaults { get; set; }
    }
}

namespace System.Web.Http
{
    public enum IncludeErrorDetailPolicy
    {
        LocalOnly,
        Always,
    }

    public class HttpConfiguration
    {
        public IncludeErrorDetailPolicy IncludeErrorDetailPolicy { get; set; }
    }
}

namespace Corpus.GB8213.True
{
    public sealed class Startup
    {
        private const bool On = true;
        private static readonly bool Verbose = true;

        public void Configure(IApplicationBuilder app)
        {
            app.UseDeveloperExceptionPage(); //@true GB8213
            app.UseRouting();
        }

        public void Chained(IApplicationBuilder app) => app.UseRouting().UseDeveloperExceptionPage(); //@true GB8213

        public void WithOptions(IApplicationBuilder app) => app.UseDeveloperExceptionPage(new DeveloperExceptionPageOptions { SourceCodeLineCount = 5 }); //@true GB8213

        public void Static(IApplicationBuilder app) => DeveloperExceptionPageExtensions.UseDeveloperExceptionPage(app); //@true GB8213

        public void AfterGuard(IApplicationBuilder app, string path)
        {
            if (path.Length > 0)
                app.UsePathBase(path);
            app.UseDeveloperExceptionPage(); //@true GB8213
        }

        public void InBranch(IApplicationBuilder app) => app.Map("/admin", admin => admin.UseDeveloperExceptionPage()); //@true GB8213

        public void ByPath(IApplicationBuilder app, string path)
        {
            if (path.StartsWith('/'))
                app.UseDeveloperExceptionPage(); //@true GB8213
        }

        public void Personal() => IdentityModelEventSource.ShowPII = true; //@true GB8213

        public void PersonalByConstant() => IdentityModelEventSource.ShowPII = On; //@true GB8213

        public DbContextOptionsBuilder Database(DbContextOptionsBuilder builder) => builder.EnableSensitiveDataLogging(); //@true GB8213

        public DbContextOptionsBuilder DatabaseByArgument(DbContextOptionsBuilder builder) => builder.EnableSensitiveDataLogging(true); //@true GB8213

        public DbContextOptionsBuilder DatabaseByField(DbContextOptionsBuilder builder) => builder.EnableSensitiveDataLogging(Verbose); //@true GB8213

        public void Hubs(IServiceCollection services) => services.AddSignalR(hub => hub.EnableDetailedErrors = true); //@true GB8213

        public HubOptions HubOptions() => new() { EnableDetailedErrors = true }; //@true GB8213

        public void Circuits(IServiceCollection services) => services.AddServerSideBlazor(circuit => circuit.DetailedErrors = true); //@true GB8213

        public GrpcServiceOptions Grpc() => new() { EnableDetailedErrors = true }; //@true GB8213

        public ServiceDebugBehavior Wcf() => new() { IncludeExceptionDetailInFaults = true }; //@true GB8213

        public void WcfLater(ServiceDebugBehavior behavior)
        {
            var on = true;
            behavior.IncludeExceptionDetailInFaults = on; //@true GB8213
        }

        public void WebApi(HttpConfiguration configuration) => configuration.IncludeErrorDetailPolicy = IncludeErrorDetailPolicy.Always; //@true GB8213
    }

    [ServiceBehavior(IncludeExceptionDetailInFaults = true)] //@true GB8213
    public sealed class OrderService;

    public sealed class Near(IWebHostEnvironment environment)
    {
        public void Guarded(IApplicationBuilder app)
        {
            if (environment.IsDevelopment())
                app.UseDeveloperExceptionPage(); //@near GB8213
            else
                app.UseExceptionHandler("/error");
        }

        public void GuardedInElse(IApplicationBuilder app)
        {
            if (environment.IsProduction())
            {
                app.UseExceptionHandler("/error");
            }
            else
            {
                app.UseDeveloperExceptionPage(); //@near GB8213
            }
        }

        public void EarlyReturn(IApplicationBuilder app)
        {
            if (!environment.IsDevelopment())
                return;
            app.UseDeveloperExceptionPage(); //@near GB8213
        }

        public void ByChoice(IApplicationBuilder app) => _ = environment.IsDevelopment() ? app.UseDeveloperExceptionPage() : app; //@near GB8213

        public void ConfigureDevelopment(IApplicationBuilder app) => app.UseDeveloperExceptionPage(); //@near GB8213

        public void OnlyCalledThere(IApplicationBuilder app)
        {
            if (environment.IsDevelopment())
                AddPages(app);
        }

        private static void AddPages(IApplicationBuilder app) => app.UseDeveloperExceptionPage(); //@near GB8213

        public void ByName(IApplicationBuilder app)
        {
            switch (environment.EnvironmentName)
            {
                case "Development":
                    app.UseDeveloperExceptionPage(); //@near GB8213
                    break;
            }
        }

        public void ByDebugger()
        {
            if (System.Diagnostics.Debugger.IsAttached)
                IdentityModelEventSource.ShowPII = true; //@near GB8213
        }

        public void ByOption(bool showPersonalData)
        {
            if (showPersonalData)
                IdentityModelEventSource.ShowPII = true; //@near GB8213
        }

        public void Off() => IdentityModelEventSource.ShowPII = false; //@near GB8213

        public DbContextOptionsBuilder Database(DbContextOptionsBuilder builder) => builder.EnableSensitiveDataLogging(environment.IsDevelopment()); //@near GB8213

        public DbContextOptionsBuilder DatabaseOff(DbContextOptionsBuilder builder) => builder.EnableSensitiveDataLogging(false); //@near GB8213

        public void Hubs(IServiceCollection services) => services.AddSignalR(hub => hub.EnableDetailedErrors = environment.IsDevelopment()); //@near GB8213

        public HubOptions HubOff() => new() { EnableDetailedErrors = false }; //@near GB8213

        public void Circuits(IServiceCollection services, bool detailed) => services.AddServerSideBlazor(circuit => circuit.DetailedErrors = detailed); //@near GB8213

        public void Handler(IApplicationBuilder app) => app.UseExceptionHandler("/error"); //@near GB8213

        public void StatusPages(IApplicationBuilder app) => app.UseStatusCodePages(); //@near GB8213

        public ServiceDebugBehavior Wcf() => new() { IncludeExceptionDetailInFaults = false }; //@near GB8213

        public void WebApi(HttpConfiguration configuration) => configuration.IncludeErrorDetailPolicy = IncludeErrorDetailPolicy.LocalOnly; //@near GB8213

        public void Filtered(IApplicationBuilder app) => app.UseWhen(c => environment.IsDevelopment() && c.Request.IsHttps, branch => branch.UseExceptionHandler("/error")); //@near GB8213
    }

    [ServiceBehavior(IncludeExceptionDetailInFaults = false)] //@near GB8213
    public sealed class QuietService;

    /// <summary>A page of one's own that has the name.</summary>
    public sealed class Site
    {
        public bool EnableDetailedErrors { get; set; }

        public Site UseDeveloperExceptionPage() => this;

        public Site Build() => new Site { EnableDetailedErrors = true }.UseDeveloperExceptionPage(); //@near GB8213
    }
}
