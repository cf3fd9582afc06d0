using System.Web.Http.Cors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace System.Web.Cors
{
    public class CorsPolicy
    {
        public bool AllowAnyOrigin { get; set; }

        public bool SupportsCredentials { get; set; }
    }
}

namespace System.Web.Http.Cors
{
    [AttributeUsage(AttributeTargets.All)]
    public sealed class EnableCorsAttribute(string origins, string headers, string methods) : Attribute
    {
        public bool SupportsCredentials { get; set; }

        public string All { get; } = origins + headers + methods;
    }
}

namespace Corpus.GB8208.True
{
    public static class Startup
    {
        private const string Star = "*";

        public static void Chain(CorsPolicyBuilder builder) => builder.AllowAnyOrigin().AllowAnyMethod().AllowCredentials(); //@true GB8208

        public static void OtherOrder(CorsPolicyBuilder builder) => builder.AllowCredentials().AllowAnyHeader().AllowAnyOrigin(); //@true GB8208

        public static void Predicate(CorsPolicyBuilder builder) => builder.SetIsOriginAllowed(_ => true).AllowCredentials(); //@true GB8208

        public static void PredicateInBlock(CorsPolicyBuilder builder) => builder.SetIsOriginAllowed(delegate { return true; }).AllowCredentials(); //@true GB8208

        public static void PredicateByGroup(CorsPolicyBuilder builder) => builder.AllowCredentials().SetIsOriginAllowed(Anybody); //@true GB8208

        public static void StarOrigin(CorsPolicyBuilder builder) => builder.WithOrigins("*").AllowCredentials(); //@true GB8208

        public static void StarConstant(CorsPolicyBuilder builder) => builder.WithOrigins(Star).AllowAnyMethod().AllowCredentials(); //@true GB8208

        public static void Pipeline(IApplicationBuilder app) => app.UseCors(policy => policy.AllowAnyOrigin().AllowCredentials()); //@true GB8208

        public static void Statements(IServiceCollection services) => services.AddCors(options => options.AddPolicy("all", policy =>
        {
            policy.AllowAnyHeader();
            policy.AllowAnyOrigin(); //@true GB8208
            policy.AllowCredentials();
        }));

        public static void Lines(IServiceCollection services) => services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .SetIsOriginAllowed(origin => true) //@true GB8208
            .AllowAnyHeader()
            .AllowCredentials()));

        public static System.Web.Cors.CorsPolicy OldPolicy() => new() { AllowAnyOrigin = true, SupportsCredentials = true }; //@true GB8208

        public static System.Web.Cors.CorsPolicy OldByStatements()
        {
            var policy = new System.Web.Cors.CorsPolicy();
            policy.AllowAnyOrigin = true;
            policy.SupportsCredentials = true; //@true GB8208
            return policy;
        }

        public static void OnVariable(CorsPolicyBuilder builder)
        {
            builder.AllowCredentials();
            builder.SetIsOriginAllowed(_ => true); //@true GB8208
        }

        private static bool Anybody(string origin) => true;
    }

    [EnableCors("*", "*", "*", SupportsCredentials = true)] //@true GB8208
    public class OrdersController
    {
        [EnableCors(origins: "*", headers: "*", methods: "GET", SupportsCredentials = true)] //@true GB8208
        public string Get(string id) => id.Trim();
    }

    public static class Headers
    {
        public static void Echo(HttpContext context)
        {
            context.Response.Headers["Access-Control-Allow-Origin"] = context.Request.Headers["Origin"]; //@true GB8208
            context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
        }

        public static void EchoByAdd(HttpRequest request, HttpResponse response)
        {
            response.Headers.Append("Access-Control-Allow-Credentials", "true");
            response.Headers.Append("Access-Control-Allow-Origin", request.Headers.Origin); //@true GB8208
        }

        public static void EchoLocal(HttpContext context)
        {
            var origin = context.Request.Headers["Origin"].ToString();
            context.Response.Headers["Access-Control-Allow-Origin"] = origin; //@true GB8208
            context.Response.Headers["access-control-allow-credentials"] = "true";
        }

        public static void EchoInterpolated(HttpContext context)
        {
            context.Response.Headers["Access-Control-Allow-Origin"] = $"{context.Request.Headers["Origin"]}"; //@true GB8208
            context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
        }

        public static void Middleware(IApplicationBuilder app) => app.Use(async (context, next) =>
        {
            context.Response.Headers["Access-Control-Allow-Origin"] = context.Request.Headers["Origin"]; //@true GB8208
            context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
            await next();
        });
    }
}
