using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Corpus.GB8208.Near;

public sealed class Startup(IWebHostEnvironment environment, string[] allowed)
{
    public void PublicApi(CorsPolicyBuilder builder) => builder.AllowAnyOrigin().AllowAnyMethod().AllowAnyHeader(); //@near GB8208

    public void PublicReading(CorsPolicyBuilder builder) => builder.AllowAnyOrigin().WithMethods("GET"); //@near GB8208

    public void Named(CorsPolicyBuilder builder) => builder.WithOrigins("https://shop.example").AllowCredentials(); //@near GB8208

    public void Configured(CorsPolicyBuilder builder) => builder.WithOrigins(allowed).AllowCredentials(); //@near GB8208

    public void Checked(CorsPolicyBuilder builder) => builder.SetIsOriginAllowed(origin => allowed.Contains(origin)).AllowCredentials(); //@near GB8208

    public void Loopback(CorsPolicyBuilder builder) => builder.SetIsOriginAllowed(static origin => new Uri(origin).IsLoopback).AllowCredentials(); //@near GB8208

    public void Subdomains(CorsPolicyBuilder builder) => builder.WithOrigins("https://*.shop.example").SetIsOriginAllowedToAllowWildcardSubdomains().AllowCredentials(); //@near GB8208

    public void Without(CorsPolicyBuilder builder) => builder.SetIsOriginAllowed(_ => true).DisallowCredentials(); //@near GB8208

    public void Development(CorsPolicyBuilder builder)
    {
        if (environment.IsDevelopment())
            builder.SetIsOriginAllowed(_ => true).AllowCredentials(); //@near GB8208
    }

    public void EitherWay(CorsPolicyBuilder builder)
    {
        if (allowed.Length == 0)
            builder.AllowAnyOrigin(); //@near GB8208
        else
            builder.WithOrigins(allowed).AllowCredentials(); //@near GB8208
    }

    public void TwoPolicies(IServiceCollection services) => services.AddCors(options =>
    {
        options.AddPolicy("public", policy => policy.AllowAnyOrigin()); //@near GB8208
        options.AddPolicy("own", policy => policy.WithOrigins(allowed).AllowCredentials()); //@near GB8208
    });

    public void ByName(IApplicationBuilder app) => app.UseCors("own"); //@near GB8208
}

[EnableCors("own")] //@near GB8208
public static class Headers
{
    public static void Star(HttpResponse response) => response.Headers["Access-Control-Allow-Origin"] = "*"; //@near GB8208

    public static void Fixed(HttpResponse response)
    {
        response.Headers["Access-Control-Allow-Origin"] = "https://shop.example"; //@near GB8208
        response.Headers["Access-Control-Allow-Credentials"] = "true";
    }

    public static void Listed(HttpContext context, HashSet<string> allowed)
    {
        var origin = context.Request.Headers["Origin"].ToString();
        if (allowed.Contains(origin))
        {
            context.Response.Headers["Access-Control-Allow-Origin"] = origin; //@near GB8208
            context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
        }
    }

    public static void EchoWithoutCredentials(HttpContext context) => context.Response.Headers["Access-Control-Allow-Origin"] = context.Request.Headers["Origin"]; //@near GB8208

    public static bool Has(HttpResponse response) => response.Headers.ContainsKey("Access-Control-Allow-Origin"); //@near GB8208

    public static void Given(HttpContext context, string origin)
    {
        context.Response.Headers["Access-Control-Allow-Origin"] = origin; //@near GB8208
        context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
    }
}

public static class ByConfiguration
{
    public static void Services(IServiceCollection services, string[] origins) => services.AddCors(options => options.AddDefaultPolicy(policy =>
    {
        if (origins.Length > 0)
            policy.WithOrigins(origins);
        else
            policy.AllowAnyOrigin(); //@near GB8208
        if (origins.Length > 0)
            policy.AllowCredentials(); //@near GB8208
    }));
}

public static class TwoBuilders
{
    public static void Both(CorsPolicyBuilder open, CorsPolicyBuilder own)
    {
        open.AllowAnyOrigin(); //@near GB8208
        own.WithOrigins("https://shop.example").AllowCredentials(); //@near GB8208
    }
}

/// <summary>A builder of one's own that has the names.</summary>
public sealed class FruitBuilder
{
    public FruitBuilder AllowAnyOrigin() => this;

    public FruitBuilder AllowCredentials() => this;

    public static FruitBuilder Any() => new FruitBuilder().AllowAnyOrigin().AllowCredentials(); //@near GB8208

    public static string Label(bool any) => any ? "AllowAnyOrigin" : "AllowCredentials"; //@near GB8208
}
