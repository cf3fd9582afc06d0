using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

namespace Shop.HonestResources;

public class PagesController(IConfiguration configuration) : ControllerBase
{
    private const int Most = 100;

    [HttpGet]
    public object Smaller(int size) => new byte[Math.Min(size, Most)]; //@near GB8119

    [HttpGet]
    public object Clamped(int size) => new List<string>(Math.Clamp(size, 1, Most)); //@near GB8119

    [HttpGet]
    public IActionResult Limited(int size)
    {
        if (size is < 0 or > Most)
            return BadRequest();
        return Ok(new byte[size]); //@near GB8119
    }

    [HttpGet]
    public IActionResult Compared(int size)
    {
        if (size > Most)
            size = Most;
        return Ok(new int[size]); //@near GB8119
    }

    [HttpGet]
    public object Thrown(int size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Most);
        return new StringBuilder(size); //@near GB8119
    }

    // What is there already is as long as it is.
    [HttpPost]
    public object Copied(string text) => new char[text.Length]; //@near GB8119

    [HttpPost]
    public object Counted([FromBody] List<string> names) => new List<int>(names.Count); //@near GB8119

    // Whoever configures the program knows what it can bear.
    public object Configured() => new byte[configuration.GetValue<int>("Shop:Buffer")]; //@near GB8119

    [HttpGet]
    public Task Fixed(int page) => Task.Delay(page == 0 ? 100 : 200); //@near GB8119

    // A page is taken of what is there: the number asks for no memory.
    [HttpGet]
    public List<string> Taken(int page, [FromServices] IReadOnlyList<string> names) => names.Skip(page).Take(Most).ToList(); //@near GB8119

    [HttpGet]
    public object Small(byte size) => new byte[16 + (size == 1 ? 1 : 0)]; //@near GB8119
}

public static class Buffers
{
    public static byte[] Of(int size) => new byte[size]; //@near GB8119
}
