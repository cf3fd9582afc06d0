using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.HonestHeaders;

public class ExportsController : ControllerBase
{
    // Encoded as RFC 5987 has it.
    [HttpGet]
    public void Named(string name) => Response.Headers.ContentDisposition = "attachment; filename*=UTF-8''" + Uri.EscapeDataString(name); //@near GB8112

    // The framework writes the header.
    [HttpGet]
    public IActionResult Sent(string name) => File([1, 2, 3], "application/pdf", name); //@near GB8112

    // The framework encodes the value of a cookie.
    [HttpGet]
    public void Kept(string language) => Response.Cookies.Append("language", language); //@near GB8112

    [HttpGet]
    public void Paged(int total, int page) => Response.Headers["X-Total"] = $"{page}/{total}"; //@near GB8112

    [HttpGet]
    public void OneLine(string name) => Response.Headers["X-Name"] = name.Replace("\r", "").Replace("\n", ""); //@near GB8112

    [HttpGet]
    public void Stamped(DateTimeOffset since) => Response.Headers.ETag = since.ToUnixTimeSeconds().ToString(); //@near GB8112

    [HttpGet]
    public void Known(string origin)
    {
        if (origin is "https://shop.example" or "https://app.example")
            Response.Headers.AccessControlAllowOrigin = origin; //@near GB8112
    }

    [HttpGet]
    public string Read([FromHeader(Name = "X-Trace")] string trace) => trace + Request.Headers["X-Name"]; //@near GB8112

    // It is the reader of this header, not its writer, who gets the text.
    [HttpGet]
    public HttpRequestMessage Forwarded() => new(HttpMethod.Get, "https://stock.example/") { Headers = { { "X-Shop", "eu" } } }; //@near GB8112
}
