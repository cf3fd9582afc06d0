using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Headers;

public class FilesController : ControllerBase
{
    [HttpGet]
    public void Named(string name) => Response.Headers.ContentDisposition = "attachment; filename=" + name; //@true GB8112

    [HttpGet]
    public void Appended(string name) => Response.Headers.Append("X-Name", name); //@true GB8112

    [HttpGet]
    public void AppendedKey(string name) => Response.Headers.Append("X-" + name, "1"); //@true GB8112

    [HttpGet]
    public void Listed(string name) => HeaderDictionaryExtensions.Append(Response.Headers, "X-Names", new[] { "a", name }); //@true GB8112

    [HttpGet]
    public void Typed(string type) => Response.ContentType = type; //@true GB8112

    // What is quoted may hold a quote, and a line end.
    [HttpGet]
    public void Quoted(string tag) => Response.Headers.ETag = $"\"{tag}\""; //@true GB8112

    [HttpGet]
    public void Shared([FromHeader] string origin) => Response.Headers.AccessControlAllowOrigin = origin; //@true GB8112

    [HttpGet]
    public void Inherited(string name) => Response.Headers.Add("X-Name", name); //@true GB8112

    // Only one of both line ends is a line end for some servers; the other for others.
    [HttpGet]
    public void Spaces(string name) => Response.Headers["X-Name"] = name.Replace(" ", "-"); //@true GB8112
}

public class Listener
{
    public void Answer(HttpListenerContext context) => context.Response.AddHeader("X-Echo", context.Request.QueryString["echo"]!); //@true GB8112

    public void Extend(HttpListenerContext context) => context.Response.AppendHeader("X-Agent", context.Request.UserAgent); //@true GB8112
}
