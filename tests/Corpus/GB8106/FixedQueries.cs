using System.DirectoryServices;
using System.DirectoryServices.Protocols;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Staff.FixedQueries;

public enum Kind
{
    Person,
    Group,
}

[ApiController]
public class FixedController(DirectorySearcher searcher) : ControllerBase
{
    private static readonly HashSet<string> Units = ["sales", "support"];
    private static readonly Dictionary<string, string> Filters = new() { ["staff"] = "(objectClass=person)", ["teams"] = "(objectClass=group)" };
    private string _filter = "(objectClass=*)";

    [HttpGet("number")]
    public object? Number(int id)
    {
        searcher.Filter = "(employeeId=" + id + ")"; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("guid")]
    public object? Key(Guid id)
    {
        searcher.Filter = $"(objectGuid={id})"; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("parsed")]
    public object? Parsed(string id)
    {
        searcher.Filter = "(employeeId=" + int.Parse(id, CultureInfo.InvariantCulture) + ")"; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("enum")]
    public object? OfEnum(Kind kind)
    {
        searcher.Filter = "(objectClass=" + kind + ")"; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("pattern")]
    public object? Pattern(string user)
    {
        if (!Regex.IsMatch(user, "^[a-zA-Z0-9.]{1,40}$"))
            return BadRequest();
        searcher.Filter = "(uid=" + user + ")"; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("letters")]
    public object? Letters(string user)
    {
        if (!user.All(char.IsLetterOrDigit))
            return BadRequest();
        searcher.Filter = "(uid=" + user + ")"; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("stripped")]
    public object? Stripped(string user)
    {
        searcher.Filter = "(uid=" + Regex.Replace(user, "[^a-zA-Z0-9]", "") + ")"; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("known")]
    public object? Known(string unit)
    {
        if (!Units.Contains(unit))
            return NotFound();
        searcher.Filter = "(ou=" + unit + ")"; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("table")]
    public object? ByTable(string kind)
    {
        if (!Filters.TryGetValue(kind, out var filter))
            return NotFound();
        searcher.Filter = filter; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("switch")]
    public object? BySwitch(string kind)
    {
        searcher.Filter = kind switch { "staff" => "(objectClass=person)", _ => "(objectClass=group)" }; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("compared")]
    public object? Compared(string user)
    {
        if (user != "admin")
            return Forbid();
        searcher.Filter = "(uid=" + user + ")"; //@near GB8106
        return searcher.FindOne();
    }

    // All are fetched by a fixed filter, and compared here.
    [HttpGet("in-code")]
    public object? ComparedInCode(string user)
    {
        searcher.Filter = "(objectClass=person)"; //@near GB8106
        return searcher.FindAll().FirstOrDefault(e => e.Name == user);
    }

    [HttpPost("login")]
    public string Bind(string password)
    {
        using var entry = new DirectoryEntry("LDAP://example.org", "reader", password); //@near GB8106
        return entry.Name;
    }

    [HttpGet("overwritten")]
    public object? Overwritten(string filter)
    {
        _filter = filter;
        _filter = "(objectClass=computer)";
        searcher.Filter = _filter; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("loaded")]
    public object? WhatIsLoaded(string property)
    {
        searcher.PropertiesToLoad.Add(property);
        searcher.Filter = "(objectClass=person)"; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("size")]
    public object? PageSize(int size)
    {
        searcher.PageSize = Math.Min(size, 100);
        searcher.Filter = "(objectClass=*)"; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("hex")]
    public object? AsHex(string sid)
    {
        var hex = BitConverter.ToString(System.Text.Encoding.UTF8.GetBytes(sid)).Replace("-", "\\", StringComparison.Ordinal);
        searcher.Filter = "(objectSid=\\" + hex + ")"; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("hash")]
    public object? Hashed(string token)
    {
        var digest = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
        searcher.Filter = "(tokenHash=" + digest + ")"; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("id-of-request")]
    public object IdOfTheRequest(string trace)
    {
        var request = new SearchRequest("DC=example,DC=org", "(objectClass=*)", SearchScope.Subtree); //@near GB8106
        request.RequestId = trace;
        return request;
    }

    [HttpGet("other")]
    public object? OtherMember(string title)
    {
        var saved = new Saved(title, "(objectClass=person)");
        searcher.Filter = saved.Filter; //@near GB8106
        return searcher.FindOne();
    }

    [HttpGet("dead")]
    public object? Dead(string filter)
    {
        const bool isRaw = false;
        searcher.Filter = isRaw ? filter : "(objectClass=*)"; //@near GB8106
        return searcher.FindOne();
    }

    // Each character that a filter minds is written as hex.
    [HttpGet("escaped")]
    public object? Escaped(string user)
    {
        searcher.Filter = "(uid=" + string.Concat(user.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : "\\" + ((int)c).ToString("x2"))) + ")"; //@near GB8106
        return searcher.FindOne();
    }
}

public sealed record Saved(string Title, string Filter);

// file: Directory.cs
namespace System.DirectoryServices
{
    public class DirectoryEntry : IDisposable
    {
        private string _path;

        public DirectoryEntry(string path = "") => _path = path;

        public DirectoryEntry(string path, string user, string secret)
            : this(path) => Name = user + secret.Length;

        public string Name { get; } = "";

        public string Path { get => _path; set => _path = value; }

        public static bool Exists(string path) => path.Length > 0;

        public void Dispose() => _path = "";
    }

    public class DirectorySearcher
    {
        private string _filter;

        public DirectorySearcher(string filter = "") => _filter = filter;

        public DirectorySearcher(DirectoryEntry root, string filter) => _filter = root.Path + filter;

        public string Filter { get => _filter; set => _filter = value; }

        public int PageSize { get; set; }

        public List<string> PropertiesToLoad { get; } = [];

        public IEnumerable<DirectoryEntry> FindAll() => [new DirectoryEntry()];

        public DirectoryEntry? FindOne() => FindAll().FirstOrDefault();
    }
}

namespace System.DirectoryServices.Protocols
{
    public enum SearchScope
    {
        Base,
        Subtree,
    }

    public abstract class DirectoryRequest
    {
        public string? RequestId { get; set; }
    }

    public class SearchRequest : DirectoryRequest
    {
        private object _filter;
        private string _name;

        public SearchRequest(string distinguishedName, string filter, SearchScope scope)
        {
            _name = distinguishedName;
            _filter = filter;
            Scope = scope;
        }

        public SearchScope Scope { get; }

        public object Filter { get => _filter; set => _filter = value; }

        public string DistinguishedName { get => _name; set => _name = value; }
    }

    public class DeleteRequest(string distinguishedName) : DirectoryRequest
    {
        public string DistinguishedName { get; } = distinguishedName;
    }
}
