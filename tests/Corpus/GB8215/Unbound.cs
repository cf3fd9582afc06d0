//@broken
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Unknown.Hosting;

namespace Corpus.GB8215.Unbound;

public static class Startup
{
    public static void Services(IUnknownServices services, bool isDevelopment)
    {
        services.AddAuthentication().AddJwtBearer(options =>
        {
            options.RequireHttpsMetadata = false; //@true GB8215
        });
        services.AddAuthentication().AddJwtBearer(options =>
        {
            options.RequireHttpsMetadata = !isDevelopment; //@near GB8215
        });
        services.AddAuthentication().AddJwtBearer(options =>
        {
            options.Authority = "http://localhost:5000";
            options.RequireHttpsMetadata = true; //@near GB8215
        });
    }
}
