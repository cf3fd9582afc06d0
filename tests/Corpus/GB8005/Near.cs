using System.Security;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB8005.Near;

public sealed class Order
{
    public string Owner { get; set; } = "";

    public Order? Next { get; set; }

    public List<string> Lines { get; } = [];
}

public interface IOrderStore
{
    Order Load(int id);

    void Delete(int id);

    void SaveDraft(Order order);
}

public interface IAuditLog
{
    void SaveEntry(string text);
}

public sealed class Orders(IOrderStore store, IAuditLog audit)
{
    // The usual order.
    public int Count(Order order)
    {
        if (order == null) //@near GB8005
            throw new ArgumentNullException(nameof(order));
        return order.Lines.Count;
    }

    // Asked before, too.
    public int CountTwice(Order? order)
    {
        if (order is null) //@near GB8005
            throw new ArgumentNullException(nameof(order));
        var count = order.Lines.Count;
        if (order is null) //@near GB8005
            throw new ArgumentNullException(nameof(order));
        return count;
    }

    // It takes null.
    public string Owner(Order? order)
    {
        var owner = order?.Owner;
        if (order == null) //@near GB8005
            throw new ArgumentNullException(nameof(order));
        return owner ?? order.Owner;
    }

    // Another value of the same variable.
    public Order Last(Order order)
    {
        var owner = order.Owner;
        order = order.Next!;
        if (order == null) //@near GB8005
            throw new ArgumentException($"{owner} has no last one.", nameof(order));
        return order;
    }

    // Only one way has used it.
    public int Some(Order order, bool count)
    {
        var lines = 0;
        if (count)
            lines = order.Lines.Count;
        if (order == null) //@near GB8005
            throw new ArgumentNullException(nameof(order));
        return lines;
    }

    // An extension method takes null, and so does a call that it is handed to.
    public string Text(string? text)
    {
        Console.WriteLine(text);
        var isNone = string.IsNullOrEmpty(text);
        ArgumentNullException.ThrowIfNull(text); //@near GB8005
        return isNone ? "none" : text;
    }

    // A local that a call gave, and that may be none: no argument is kept out.
    public int Loaded(int id)
    {
        var order = store.Load(id);
        var lines = order.Lines.Count;
        if (order == null) //@near GB8005
            throw new InvalidOperationException("There is none.");
        return lines;
    }

    // Used in a function that runs later.
    public Func<int> Later(Order order)
    {
        Func<int> count = () => order.Lines.Count;
        if (order == null) //@near GB8005
            throw new ArgumentNullException(nameof(order));
        return count;
    }

    // Its name only.
    public void Named(Order order)
    {
        var name = nameof(order.Lines);
        if (order == null) //@near GB8005
            throw new ArgumentNullException(name);
        store.SaveDraft(order);
    }

    // The right is asked for first.
    public void Delete(ClaimsPrincipal user, int id)
    {
        if (!user.IsInRole("admin")) //@near GB8005
            throw new UnauthorizedAccessException();
        store.Delete(id);
    }

    // One right for the one, another for the other.
    public void DeleteAll(ClaimsPrincipal user, int id, int next)
    {
        if (!user.IsInRole("clerk")) //@near GB8005
            throw new UnauthorizedAccessException();
        store.Delete(id);
        if (!user.IsInRole("admin")) //@near GB8005
            throw new UnauthorizedAccessException();
        store.Delete(next);
    }

    // What is kept of every attempt.
    public void Enter(ClaimsPrincipal user, string door)
    {
        audit.SaveEntry(door);
        if (!user.HasClaim("door", door)) //@near GB8005
            throw new UnauthorizedAccessException();
        Console.WriteLine("open");
    }

    // It has to be read to know whose it is.
    public Order Show(ClaimsPrincipal user, int id)
    {
        var order = store.Load(id);
        if (!user.HasClaim("owner", order.Owner)) //@near GB8005
            throw new UnauthorizedAccessException();
        return order;
    }

    // The branch does not leave: it says what is shown.
    public string Done(ClaimsPrincipal user, int id)
    {
        store.Delete(id);
        var text = "deleted";
        if (user.IsInRole("admin")) //@near GB8005
            text += $" {id}";
        return text;
    }

    // What leaves is no refusal.
    public bool Finish(ClaimsPrincipal user, int id)
    {
        store.Delete(id);
        if (!user.IsInRole("admin")) //@near GB8005
            return true;
        Console.WriteLine(id);
        return true;
    }
}

public sealed class Files(string root)
{
    public string Read(string path)
    {
        if (!path.StartsWith(root, StringComparison.Ordinal)) //@near GB8005
            throw new UnauthorizedAccessException();
        return File.ReadAllText(path);
    }

    // Whether it is there may be known.
    public string ReadIfThere(string path)
    {
        if (!File.Exists(path))
            return "";
        if (path.Contains("..")) //@near GB8005
            throw new SecurityException();
        return File.ReadAllText(path);
    }

    // What was downloaded is verified afterwards: before, there is nothing.
    public void Save(string path, byte[] bytes, byte[] expected)
    {
        File.WriteAllBytes(path, bytes);
        if (!SHA256.HashData(File.ReadAllBytes(path)).AsSpan().SequenceEqual(expected)) //@near GB8005
            throw new CryptographicException("It is not what was expected.");
    }

    // The content is asked, not the path.
    public string ReadText(string path)
    {
        var text = File.ReadAllText(path);
        if (!text.StartsWith('{')) //@near GB8005
            throw new FormatException("It is no JSON.");
        return text;
    }

    // The kind of the file, not its place.
    public byte[] ReadImage(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (!path.EndsWith(".png", StringComparison.Ordinal)) //@near GB8005
            throw new FormatException("It is no image.");
        return bytes;
    }

    // Another file.
    public string Copy(string path, string target)
    {
        var text = File.ReadAllText(path);
        if (!target.StartsWith(root, StringComparison.Ordinal)) //@near GB8005
            throw new SecurityException();
        File.WriteAllText(target, text);
        return text;
    }

    // Asked before as well as after.
    public string ReadChecked(string path)
    {
        if (path.Contains("..")) //@near GB8005
            throw new SecurityException();
        var text = File.ReadAllText(path);
        if (!path.StartsWith(root, StringComparison.Ordinal)) //@near GB8005
            throw new SecurityException();
        return text;
    }

    // The lock makes the second look the one that counts.
    public Order Get(Order order)
    {
        lock (root)
        {
            if (order == null) //@near GB8005
                throw new ArgumentNullException(nameof(order));
            return order;
        }
    }
}

public sealed class Pages : Controller
{
    public IActionResult Back(string url)
    {
        if (!Url.IsLocalUrl(url)) //@near GB8005
            return BadRequest();
        return Redirect(url);
    }
}
