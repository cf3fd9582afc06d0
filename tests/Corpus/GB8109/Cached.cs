using System.Runtime.Serialization.Formatters.Binary;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Distributed;

#pragma warning disable SYSLIB0011

namespace Shop.Cached;

// The key says where to look, and not what is there.
[ApiController]
public class CachedController(IDistributedCache cache) : ControllerBase
{
    [HttpGet("cached")]
    public object? Cached(string key) => new BinaryFormatter().Deserialize(new MemoryStream(cache.Get(key)!)); //@near GB8109 @true GB8217

    [HttpGet("text")]
    public object? Text(string key) => new BinaryFormatter().Deserialize(new MemoryStream(Convert.FromBase64String(cache.GetString("order-" + key)!))); //@near GB8109 @true GB8217

    [HttpPost("kept")]
    public object? Kept(string key, [FromBody] string text)
    {
        cache.SetString(key, text);
        return new BinaryFormatter().Deserialize(new MemoryStream(Convert.FromBase64String(cache.GetString(key)!))); //@true GB8109 @true GB8217
    }
}
