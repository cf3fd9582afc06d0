//@broken
using Microsoft.AspNetCore.Builder;
using Unknown.Hosting;

namespace Corpus.GB8208.Unbound;

public static class Startup
{
    public static void Configure(IUnknownBuilder app)
    {
        app.UseCors(x => x.AllowAnyOrigin().AllowAnyHeader().AllowCredentials()); //@true GB8208
        app.UseCors(x => x.AllowAnyOrigin().AllowAnyHeader()); //@near GB8208
        app.UseCors(x => x.WithOrigins("https://shop.example").AllowCredentials()); //@near GB8208
    }
}
