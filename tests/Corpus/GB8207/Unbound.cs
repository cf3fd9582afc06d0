//@broken
using System.Web;

namespace Corpus.GB8207.Unbound;

public sealed class OldPages
{
    public HttpCookie Explicit(string value) => new HttpCookie("auth", value) { Secure = false, HttpOnly = true }; //@true GB8207

    public HttpCookie Missing(string value) => new HttpCookie("session", value); //@true GB8207

    public HttpCookie ByStatements(string value)
    {
        var cookie = new HttpCookie("token", value);
        cookie.Secure = true;
        cookie.HttpOnly = true; //@near GB8207
        return cookie;
    }

    public HttpCookie Theme(string value) => new HttpCookie("theme", value); //@near GB8207

    public HttpCookie Delete()
    {
        var cookie = new HttpCookie("session"); //@near GB8207
        cookie.Expires = DateTime.Now.AddDays(-1);
        return cookie;
    }
}
