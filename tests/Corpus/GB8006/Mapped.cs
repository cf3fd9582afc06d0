using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Corpus.GB8006.Mapped;

public static class Routes
{
    public static void MapOrders(IEndpointRouteBuilder app, IList<string> orders)
    {
        app.MapGet("/orders", () => orders); //@near GB8006
        app.MapPost("/orders", (string text) => orders.Add(text)).RequireAuthorization(); //@near GB8006
        app.MapPut("/orders/{id}", (int id, string text) => orders[id] = text).WithName("update").RequireAuthorization(); //@near GB8006
        app.MapDelete("/orders/{id}", (int id) => orders.RemoveAt(id)); //@true GB8006
    }

    public static void MapPrices(IEndpointRouteBuilder app, IDictionary<int, decimal> prices)
    {
        app.MapPost("/prices/{id}/raise", [Authorize] (int id) => prices[id] += 1); //@near GB8006
        app.MapPost("/prices/{id}/lower", [Authorize] (int id) => prices[id] -= 1); //@near GB8006
        app.MapPost("/prices/{id}/free", (int id) => prices[id] = 0); //@true GB8006
    }

    public static void MapUsers(WebApplication app, ISet<string> users)
    {
        var group = app.MapGroup("/users");
        group.MapPost("/", (string name) => users.Add(name)).RequireAuthorization("admins");
        group.MapDelete("/{name}", (string name) => users.Remove(name)).RequireAuthorization("admins");
        group.MapPut("/{name}", (string name, string to) => users.Remove(name) && users.Add(to)).WithTags("users"); //@true GB8006
    }

    // Handlers are methods, and the attribute stands on them.
    public static void MapStock(IEndpointRouteBuilder app)
    {
        app.MapPost("/stock/in", PutIn);
        app.MapPost("/stock/out", TakeOut);
        app.MapPost("/stock/zero", Zero); //@true GB8006
    }

    public static void MapReports(IEndpointRouteBuilder app)
    {
        app.MapGet("/year", () => 1).RequireAuthorization();
        app.MapGet("/quarter", () => 2).RequireAuthorization();
        app.MapGet("/month", () => 3).RequireAuthorization();
        app.MapGet("/day", () => 4); //@true GB8006
    }

    // The group asks for all of them.
    public static void MapGuarded(WebApplication app, ISet<string> names)
    {
        var group = app.MapGroup("/names").RequireAuthorization();
        group.MapPost("/", (string name) => names.Add(name)).RequireAuthorization("admins"); //@near GB8006
        group.MapPatch("/", (string name) => names.Add(name)).RequireAuthorization("admins"); //@near GB8006
        group.MapDelete("/{name}", (string name) => names.Remove(name)); //@near GB8006
    }

    public static void MapSessions(IEndpointRouteBuilder app, ISet<string> names)
    {
        app.MapPost("/names", (string name) => names.Add(name)).RequireAuthorization(); //@near GB8006
        app.MapPut("/names", (string name) => names.Add(name)).RequireAuthorization(); //@near GB8006
        app.MapPost("/login", (string name) => names.Contains(name)); //@near GB8006
        app.MapPost("/names/search", (string text) => names.Where(n => n.Contains(text))); //@near GB8006
    }

    public static void MapOpen(IEndpointRouteBuilder app, ISet<string> names)
    {
        app.MapPost("/a", (string name) => names.Add(name)).RequireAuthorization(); //@near GB8006
        app.MapPut("/a", (string name) => names.Add(name)).RequireAuthorization(); //@near GB8006
        app.MapDelete("/a", (string name) => names.Remove(name)).AllowAnonymous(); //@near GB8006
    }

    // It asks by itself.
    public static void MapAsking(IEndpointRouteBuilder app, ISet<string> names)
    {
        app.MapPost("/b", (string name) => names.Add(name)).RequireAuthorization(); //@near GB8006
        app.MapPut("/b", (string name) => names.Add(name)).RequireAuthorization(); //@near GB8006
        app.MapDelete("/b", (string name, ClaimsPrincipal user) => user.IsInRole("admin") ? Results.Ok(names.Remove(name)) : Results.Forbid()); //@near GB8006
    }

    // Guarded later, through the variable.
    public static void MapLater(IEndpointRouteBuilder app, ISet<string> names)
    {
        app.MapPost("/c", (string name) => names.Add(name)).RequireAuthorization(); //@near GB8006
        app.MapPut("/c", (string name) => names.Add(name)).RequireAuthorization(); //@near GB8006
        var drop = app.MapDelete("/c", (string name) => names.Remove(name)); //@near GB8006
        drop.RequireAuthorization();
    }

    [Authorize]
    private static int PutIn(int count) => count;

    [Authorize]
    private static int TakeOut(int count) => -count;

    private static int Zero() => 0;
}
