using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Corpus.GB8207.Near;

public sealed class Pages(IAntiforgery antiforgery, IWebHostEnvironment environment)
{
    public void Both(HttpResponse response, string value) => response.Cookies.Append("auth", value, new CookieOptions { HttpOnly = true, Secure = true }); //@near GB8207

    public void ByStatements(HttpResponse response, string value)
    {
        var options = new CookieOptions();
        options.HttpOnly = true;
        options.Secure = true;
        response.Cookies.Append("session", value, options); //@near GB8207
    }

    public void AsTheRequest(HttpRequest request, HttpResponse response, string value) => response.Cookies.Append("token", value, new CookieOptions { HttpOnly = true, Secure = request.IsHttps }); //@near GB8207

    public void OutsideDevelopment(HttpResponse response, string value) => response.Cookies.Append("jwt", value, new CookieOptions { HttpOnly = true, Secure = !environment.IsDevelopment() }); //@near GB8207

    public void InDevelopment(HttpResponse response, string value)
    {
        if (environment.IsDevelopment())
            response.Cookies.Append("jwt", value, new CookieOptions { HttpOnly = true, Secure = false }); //@near GB8207
    }

    public void Theme(HttpResponse response) => response.Cookies.Append("theme", "dark", new CookieOptions { HttpOnly = false }); //@near GB8207

    public void Culture(HttpResponse response, string culture) => response.Cookies.Append("culture", culture); //@near GB8207

    public void Consent(HttpResponse response) => response.Cookies.Append("cookie-consent", "yes", new CookieOptions { Secure = false }); //@near GB8207

    public void ForAngular(HttpContext context) => context.Response.Cookies.Append("XSRF-TOKEN", antiforgery.GetAndStoreTokens(context).RequestToken!, new CookieOptions { HttpOnly = false, Secure = true }); //@near GB8207

    public void Sidebar(HttpResponse response, bool open) => response.Cookies.Append("sidebar", open.ToString()); //@near GB8207

    public void Delete(HttpResponse response) => response.Cookies.Delete("auth"); //@near GB8207

    public void Expire(HttpResponse response) => response.Cookies.Append("session", "", new CookieOptions { Expires = DateTimeOffset.UtcNow.AddDays(-1) }); //@near GB8207

    public void Given(HttpResponse response, string value, CookieOptions options) => response.Cookies.Append("auth", value, options); //@near GB8207

    public void Unnamed(HttpResponse response, string name, string value) => response.Cookies.Append(name, value); //@near GB8207

    public void Cart(HttpResponse response, string id) => response.Cookies.Append("cart", id, new CookieOptions { HttpOnly = false, Secure = true }); //@near GB8207

    public bool IsOpen(CookieOptions options) => options.Secure == false; //@near GB8207

    public CookieOptions Timezone() => new() { HttpOnly = false }; //@near GB8207
}

public static class Startup
{
    public static void Services(IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(options =>
        {
            options.Cookie.HttpOnly = true; //@near GB8207
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always; //@near GB8207
        });
        services.AddSession(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest); //@near GB8207
        services.AddAntiforgery(options => options.Cookie.HttpOnly = false); //@near GB8207
    }

    public static void Configure(CookieBuilder builder, bool isHttpOnly) => builder.HttpOnly = isHttpOnly; //@near GB8207
}

/// <summary>What a client sends is no cookie that it gives out.</summary>
public sealed class Jar
{
    public System.Net.CookieContainer Fill(string host, string value)
    {
        var container = new System.Net.CookieContainer();
        var cookie = new System.Net.Cookie("lb", value, "/", host);
        cookie.Secure = false; //@near GB8207
        container.Add(cookie);
        return container;
    }
}

/// <summary>Biscuits.</summary>
public sealed class Biscuit
{
    public bool Secure { get; set; }

    public bool HttpOnly { get; set; }

    public static Biscuit Session() => new() { Secure = false, HttpOnly = false }; //@near GB8207
}
