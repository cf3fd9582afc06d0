using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Shop.ResourceMembers;

public class GridController : ControllerBase
{
    [HttpGet]
    public object Array(int size) => new string[size]; //@true GB8119

    [HttpGet]
    public object Matrix(int width, int height) => new int[width, height]; //@true GB8119

    [HttpGet]
    public object Capacity(int size) => new List<string>(size); //@true GB8119

    [HttpGet]
    public object Table(int size) => new Dictionary<string, int>(size); //@true GB8119

    [HttpGet]
    public object Builder(int size) => new StringBuilder(size); //@true GB8119

    [HttpGet]
    public object Memory(int size) => new MemoryStream(size); //@true GB8119

    [HttpGet]
    public object Rented(int size) => ArrayPool<byte>.Shared.Rent(size); //@true GB8119

    [HttpGet]
    public string Padded(string text, int width) => text.PadLeft(width); //@true GB8119

    [HttpGet]
    public object Text(int count) => new string('x', count); //@true GB8119

    [HttpGet]
    public object Range(int count) => Enumerable.Range(1, count).ToList(); //@true GB8119

    [HttpGet]
    public object Repeated(int count) => Enumerable.Repeat("x", count).ToArray(); //@true GB8119

    [HttpGet]
    public Task Waited(int seconds) => Task.Delay(TimeSpan.FromSeconds(seconds)); //@true GB8119

    [HttpGet]
    public void Slept(int milliseconds) => Thread.Sleep(milliseconds); //@true GB8119

    [HttpPost]
    public void Grown(long length, [FromServices] Stream stream) => stream.SetLength(length); //@true GB8119

    // A lower limit is none.
    [HttpGet]
    public object AtLeast(int size) => new byte[Math.Max(size, 16)]; //@true GB8119

    // At least none is no limit.
    [HttpGet]
    public object NotNegative(int size) => size < 0 ? "" : new byte[size]; //@true GB8119

    [HttpGet]
    public object CountedUp(int size)
    {
        var sum = 0;
        for (var i = 0; i < size; i++)
            sum += i;
        return new long[size]; //@true GB8119
    }

    [HttpGet]
    public object Multiplied(int rows) => new byte[rows * 1024]; //@true GB8119

    [HttpPost]
    public object Body([FromBody] GridForm form) => new double[form.Columns]; //@true GB8119
}

public class GridForm
{
    public int Columns { get; set; }
}
