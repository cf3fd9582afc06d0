using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Corpus.GB8213.Listing;

public sealed class Startup(IHostEnvironment environment)
{
    public void Services(IServiceCollection services) => services.AddDirectoryBrowser(); //@true GB8213

    public void Browser(IApplicationBuilder app) => app.UseDirectoryBrowser("/files"); //@true GB8213

    public void Server(IApplicationBuilder app) => app.UseFileServer(enableDirectoryBrowsing: true); //@true GB8213

    public void ByPosition(IApplicationBuilder app) => app.UseFileServer(true); //@true GB8213

    public FileServerOptions Options() => new() { EnableDirectoryBrowsing = true }; //@true GB8213

    public void Reversed(IApplicationBuilder app)
    {
        if (!environment.IsDevelopment())
            app.UseDeveloperExceptionPage(); //@true GB8213
        else
            app.UseExceptionHandler("/error");
    }

    public void ElseWay(IApplicationBuilder app)
    {
        if (environment.IsDevelopment())
            app.UseExceptionHandler("/error");
        else
            app.UseDeveloperExceptionPage(); //@true GB8213
    }

    public void InProduction(IApplicationBuilder app)
    {
        if (environment.IsProduction())
            app.UseDeveloperExceptionPage(); //@true GB8213
    }

    public object Sent(X509Certificate2Collection authorities) => SslCertificateTrust.CreateForX509Collection(authorities, sendTrustInHandshake: true); //@true GB8213

    public void Files(IApplicationBuilder app) => app.UseStaticFiles(); //@near GB8213

    public void NotBrowsed(IApplicationBuilder app) => app.UseFileServer(enableDirectoryBrowsing: false); //@near GB8213

    public void Plain(IApplicationBuilder app) => app.UseFileServer(); //@near GB8213

    public FileServerOptions Closed() => new() { EnableDirectoryBrowsing = false }; //@near GB8213

    public void BrowsedInDevelopment(IApplicationBuilder app)
    {
        if (environment.IsDevelopment())
            app.UseDirectoryBrowser(); //@near GB8213
    }

    public void Right(IApplicationBuilder app)
    {
        if (!environment.IsDevelopment())
            app.UseExceptionHandler("/error");
        else
            app.UseDeveloperExceptionPage(); //@near GB8213
    }

    public void NotInProduction(IApplicationBuilder app)
    {
        if (!environment.IsProduction())
            app.UseDeveloperExceptionPage(); //@near GB8213
    }

    public object NotSent(X509Certificate2Collection authorities) => SslCertificateTrust.CreateForX509Collection(authorities); //@near GB8213
}
