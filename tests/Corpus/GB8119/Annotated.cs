using System.Buffers;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Speed;

[ApiController]
[Route("speed")]
public class SpeedController : ControllerBase
{
    // The framework answers 400 for anything else.
    [HttpGet]
    public void Test([FromQuery][Range(1, 1_000_000)] int size) => ArrayPool<byte>.Shared.Rent(size); //@near GB8119

    // As many as the request brought.
    [HttpPost("copies")]
    public string[] Copies([FromBody] IEnumerable<string> names) => new string[names.Count()]; //@near GB8119

    [HttpGet("required")]
    public void Required([FromQuery][Required] int size) => ArrayPool<byte>.Shared.Rent(size); //@true GB8119
}

public class SlowController : Controller
{
    // Without [ApiController] nobody looks at the attribute unless the action does.
    public void Test([Range(1, 1_000_000)] int size) => ArrayPool<byte>.Shared.Rent(size); //@true GB8119
}
