using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace Corpus.GB8215.Redirected;

public sealed class Startup
{
    public void Pages(WebApplication app)
    {
        app.UseExceptionHandler("/error");
        app.UseHttpsRedirection(); //@true GB8215
        app.MapRazorPages();
    }

    public void Configure(IApplicationBuilder app, IWebHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
            app.UseExceptionHandler("/error");
        app.UseHttpsRedirection(); //@true GB8215
        app.UseRouting();
        app.UseEndpoints(static endpoints => endpoints.MapDefaultControllerRoute());
    }

    public void Interface(WebApplication app)
    {
        app.UseHttpsRedirection(); //@near GB8215
        app.MapGet("/orders", static () => "none");
    }

    public void BehindAProxy(WebApplication app) => app.MapRazorPages(); //@near GB8215
}
