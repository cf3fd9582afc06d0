using Microsoft.AspNetCore.Builder;

namespace Corpus.GB8215.Strict;

public sealed class Startup
{
    public void Pages(WebApplication app)
    {
        app.UseHsts();
        app.UseHttpsRedirection(); //@near GB8215
        app.MapRazorPages();
    }
}

public sealed class Other
{
    public void Pages(WebApplication app)
    {
        app.UseHttpsRedirection(); //@near GB8215
        app.MapControllerRoute("default", "{controller}/{action}");
    }
}
