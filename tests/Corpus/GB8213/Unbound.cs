//@broken
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Unknown.Hosting;

namespace Corpus.GB8213.Unbound;

public static class Startup
{
    public static void Configure(IUnknownApp app)
    {
        app.UseDeveloperExceptionPage(); //@true GB8213
        if (app.Environment.IsDevelopment())
            app.UseDeveloperExceptionPage(); //@near GB8213
        app.AddDbContext(options => options.EnableSensitiveDataLogging()); //@true GB8213
        app.UseMigrationsEndPoint(); //@true GB8213
        app.UseRouting(); //@near GB8213
    }
}
