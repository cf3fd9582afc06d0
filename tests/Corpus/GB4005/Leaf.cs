using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Honest.Leaf;

public static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health", () => Results.Ok()); //@near GB4005
        app.MapGet("/square/{n:int}", (int n) => n * n);
    }
}
