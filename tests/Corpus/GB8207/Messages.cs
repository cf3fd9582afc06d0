//@broken
using System.Web;

namespace Corpus.GB8207.Messages;

public sealed class Messages
{
    public HttpCookie Secret(string value) => new("SecretMessage", value); //@true GB8207

    public HttpCookie Plain(string value) => new("pwd", value) { HttpOnly = true }; //@true GB8207

    public HttpCookie Closed(string value) => new("SecretMessage", value) { HttpOnly = true, Secure = true }; //@near GB8207

    public HttpCookie Greeting(string value) => new("greeting", value); //@near GB8207
}
