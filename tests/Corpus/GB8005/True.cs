using System.Diagnostics;
using System.Reflection;
using System.Security;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB8005.True;

public sealed class Order
{
    public string Owner { get; set; } = "";

    public List<string> Lines { get; } = [];
}

public interface IOrderStore
{
    void Delete(int id);

    Task UpdateAsync(Order order);

    Task<int> SaveChangesAsync();

    void Transfer(string from, string to, decimal amount);
}

public sealed class Orders(IOrderStore store)
{
    // Dereferenced, then asked whether it is there.
    public int Count(Order order)
    {
        var count = order.Lines.Count;
        if (order == null) //@true GB8005
            throw new ArgumentNullException(nameof(order));
        return count;
    }

    public string Owner(Order order)
    {
        var owner = order.Owner.Trim();
        ArgumentNullException.ThrowIfNull(order); //@true GB8005
        return owner;
    }

    // In one condition.
    public string First(string text)
    {
        if (text.Length == 0 || text == null) //@true GB8005
            throw new ArgumentException("There is no text.", nameof(text));
        return text[..1];
    }

    // An element of it.
    public static byte Head(byte[] bytes)
    {
        var head = bytes[0];
        if (bytes is null) //@true GB8005
            throw new ArgumentNullException(nameof(bytes));
        return head;
    }

    // A loop over it.
    public static int Sum(List<int> numbers)
    {
        var sum = 0;
        foreach (var number in numbers)
            sum += number;
        if (numbers is null) //@true GB8005
            throw new ArgumentNullException(nameof(numbers));
        return sum;
    }

    // Both branches have used it.
    public static string Short(string name, bool upper)
    {
        var text = upper ? name.ToUpperInvariant() : name.Trim();
        var rest = name.Length > 3;
        ArgumentException.ThrowIfNullOrEmpty(name); //@true GB8005
        return rest ? text[..3] : text;
    }

    // The right is asked for when the order is gone.
    public void Delete(ClaimsPrincipal user, int id)
    {
        store.Delete(id);
        if (!user.IsInRole("admin")) //@true GB8005
            throw new UnauthorizedAccessException("Only admins delete.");
    }

    public async Task Change(ClaimsPrincipal user, Order order)
    {
        await store.UpdateAsync(order);
        await store.SaveChangesAsync();
        if (!user.HasClaim("orders", "write")) //@true GB8005
            throw new SecurityException("The user may not write.");
    }

    // The owner is compared by a method of our own.
    public void Pay(ClaimsPrincipal user, string from, string to, decimal amount)
    {
        store.Transfer(from, to, amount);
        if (!HasAccess(user, from)) //@true GB8005
            throw new UnauthorizedAccessException();
    }

    private static bool HasAccess(ClaimsPrincipal user, string account) => user.HasClaim("account", account);
}

public sealed class OrdersController(IOrderStore store, IAuthorizationService authorization) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Drop(int id)
    {
        store.Delete(id);
        if (User.Identity is { IsAuthenticated: false })
            return View();
        if (!User.IsInRole("clerk")) //@true GB8005
            return Forbid();
        return RedirectToAction("Index");
    }

    [HttpPut]
    public async Task<IActionResult> Edit([FromBody] Order order)
    {
        await store.UpdateAsync(order);
        var allowed = User.HasClaim("orders", "write");
        if (!User.HasClaim("orders", "write")) //@true GB8005
            return Unauthorized();
        return Ok(allowed);
    }

    [HttpPatch]
    public async Task<IActionResult> Patch([FromBody] Order order)
    {
        await store.UpdateAsync(order);
        if (!(await authorization.AuthorizeAsync(User, order, "write")).Succeeded) //@true GB8005
            return Forbid();
        return Ok();
    }

    [HttpDelete]
    public IActionResult Remove(int id)
    {
        if (id < 0)
            return BadRequest();
        store.Delete(id);
        if (!User.IsInRole("admin")) //@true GB8005
            return StatusCode(403);
        return Ok();
    }
}

public sealed class Files(string root)
{
    // Read first, then asked where it lies.
    public string Read(string path)
    {
        var text = File.ReadAllText(path);
        if (!path.StartsWith(root, StringComparison.Ordinal)) //@true GB8005
            throw new UnauthorizedAccessException();
        return text;
    }

    public void Write(string path, string text)
    {
        File.WriteAllText(path, text);
        if (path.Contains("..")) //@true GB8005
            throw new ArgumentException("The path leads elsewhere.", nameof(path));
    }

    public bool Delete(string name)
    {
        var path = Path.Combine(root, name);
        File.Delete(path);
        if (!IsSafePath(path)) //@true GB8005
            return false;
        return true;
    }

    public byte[] Open(string path)
    {
        using var stream = new FileStream(path, FileMode.Open);
        if (path.IndexOf("..", StringComparison.Ordinal) >= 0) //@true GB8005
            throw new SecurityException();
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public Assembly Load(string path)
    {
        var assembly = Assembly.LoadFrom(path);
        if (!path.StartsWith(root, StringComparison.Ordinal)) //@true GB8005
            throw new SecurityException("It is no plug-in of ours.");
        return assembly;
    }

    public void Run(string path)
    {
        using var process = Process.Start(path); //@true GB8102
        if (!IsValidPath(path)) //@true GB8005
            throw new SecurityException("It is no tool of ours.");
        process.WaitForExit();
    }

    public string[] List(string path)
    {
        var names = Directory.GetFiles(path);
        if (!path.StartsWith(root, StringComparison.Ordinal)) //@true GB8005
            return [];
        return names;
    }

    private bool IsSafePath(string path) => Path.GetFullPath(path).StartsWith(root, StringComparison.Ordinal);

    private bool IsValidPath(string path) => IsSafePath(path) && path.EndsWith(".exe", StringComparison.Ordinal);
}

public sealed class Pages(HttpClient client) : Controller
{
    public IActionResult Back(string url)
    {
        var result = Redirect(url); //@true GB8105
        if (!Url.IsLocalUrl(url)) //@true GB8005
            return BadRequest();
        return result;
    }

    public async Task<string> Fetch(string address)
    {
        var text = await client.GetStringAsync(address); //@true GB8110
        if (!address.StartsWith("https://", StringComparison.Ordinal)) //@true GB8005
            throw new ArgumentException("Only HTTPS.", nameof(address));
        return text;
    }
}
