using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.GB8207.True;

public sealed class Login
{
    private const string Name = "auth_token";

    public void ExplicitSecure(HttpResponse response, string value) => response.Cookies.Append("auth", value, new CookieOptions { HttpOnly = true, Secure = false }); //@true GB8207

    public void ExplicitHttpOnly(HttpResponse response, string value) => response.Cookies.Append("session", value, new CookieOptions { HttpOnly = false, Secure = true }); //@true GB8207

    public void NoOptions(HttpResponse response, string value) => response.Cookies.Append("access_token", value); //@true GB8207

    public void NoFlags(HttpResponse response, string value) => response.Cookies.Append("refresh_token", value, new CookieOptions { Path = "/" }); //@true GB8207

    public void NoSecure(HttpResponse response, string value) => response.Cookies.Append(Name, value, new CookieOptions { HttpOnly = true }); //@true GB8207

    public void NoHttpOnly(HttpResponse response, string value)
    {
        var options = new CookieOptions { Secure = true };
        response.Cookies.Append("jwt", value, options); //@true GB8207
    }

    public void ByStatements(HttpResponse response, string value)
    {
        var options = new CookieOptions();
        options.HttpOnly = true;
        options.Secure = false; //@true GB8207
        response.Cookies.Append("user-login", value, options);
    }

    public CookieOptions SessionCookie() => new() { Secure = false, HttpOnly = true }; //@true GB8207

    public void Unnamed(HttpResponse response, string name, string value) => response.Cookies.Append(name, value, new CookieOptions { Secure = false }); //@true GB8207

    public CookieBuilder AuthCookie() => new() { HttpOnly = false }; //@true GB8207

    public void RememberMe(HttpResponse response, string value)
    {
        response.Cookies.Append("remember_me", value, new CookieOptions { Expires = DateTimeOffset.UtcNow.AddDays(30) }); //@true GB8207
    }

    public void Sid(IResponseCookies cookies, string value) => cookies.Append("sid", value); //@true GB8207
}

public static class Startup
{
    private const bool Insecure = false;

    public static void Services(IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(options =>
        {
            options.Cookie.HttpOnly = false; //@true GB8207
            options.Cookie.SecurePolicy = CookieSecurePolicy.None; //@true GB8207
        });
    }

    public static void Session(IServiceCollection services)
    {
        services.AddSession(options =>
        {
            options.Cookie.HttpOnly = Insecure; //@true GB8207
            options.Cookie.SecurePolicy = CookieSecurePolicy.None; //@true GB8207
        });
        services.ConfigureApplicationCookie(options => options.Cookie.HttpOnly = false); //@true GB8207
        services.Configure<CookiePolicyOptions>(options => options.Secure = CookieSecurePolicy.None); //@true GB8207
    }

    public static CookieAuthenticationOptions Options() => new() { Cookie = new CookieBuilder { Name = "app", SecurePolicy = CookieSecurePolicy.None } }; //@true GB8207

    public static CookieAuthenticationOptions Nested() => new() { Cookie = { SecurePolicy = CookieSecurePolicy.None } }; //@true GB8207

    public static void Identity(CookieBuilder identityCookie) => identityCookie.HttpOnly = false; //@true GB8207
}
