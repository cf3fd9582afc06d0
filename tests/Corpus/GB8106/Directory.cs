using System.DirectoryServices;
using System.DirectoryServices.Protocols;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Staff.Directory;

[ApiController]
public class PeopleController(DirectorySearcher searcher) : ControllerBase
{
    private readonly Dictionary<string, string> _wanted = new();
    private string _group = "";

    [HttpGet("by-name")]
    public object? ByName(string user)
    {
        searcher.Filter = "(&(objectClass=person)(uid=" + user + "))"; //@true GB8106
        return searcher.FindOne();
    }

    [HttpGet("interpolated")]
    public object? Interpolated(string mail)
    {
        var own = new DirectorySearcher($"(mail={mail})"); //@true GB8106
        return own.FindOne();
    }

    [HttpGet("root")]
    public object? WithRoot(string department)
    {
        using var root = new DirectoryEntry("LDAP://example.org");
        var own = new DirectorySearcher(root, "(department=" + department + ")"); //@true GB8106
        return own.FindOne();
    }

    [HttpGet("entry")]
    public string Entry(string unit)
    {
        using var entry = new DirectoryEntry("LDAP://OU=" + unit + ",DC=example,DC=org"); //@true GB8106
        return entry.Name;
    }

    [HttpGet("path")]
    public string PathSetLater(string unit)
    {
        using var entry = new DirectoryEntry();
        entry.Path = "LDAP://OU=" + unit; //@true GB8106
        return entry.Name;
    }

    [HttpGet("exists")]
    public bool Exists(string name) => DirectoryEntry.Exists("LDAP://CN=" + name); //@true GB8106

    [HttpGet("request")]
    public object Request1(string name) => new SearchRequest("DC=example,DC=org", "(cn=" + name + ")", SearchScope.Subtree); //@true GB8106

    [HttpGet("name")]
    public object DistinguishedName(string unit) => new SearchRequest("OU=" + unit, "(objectClass=*)", SearchScope.Base); //@true GB8106

    [HttpDelete("person")]
    public object Delete(string name) => new DeleteRequest("CN=" + name + ",DC=example,DC=org"); //@true GB8106

    [HttpGet("set-later")]
    public object SetLater()
    {
        var request = new SearchRequest("DC=example,DC=org", "(objectClass=*)", SearchScope.Subtree);
        if (Request.Query.TryGetValue("filter", out var filter))
            request.Filter = filter.ToString(); //@true GB8106
        return request;
    }

    // The star is taken out, the brackets are left.
    [HttpGet("star")]
    public object? WithoutStars(string name)
    {
        searcher.Filter = "(cn=" + name.Replace("*", "", StringComparison.Ordinal) + ")"; //@true GB8106
        return searcher.FindOne();
    }

    // Encoded for a browser, not for a directory.
    [HttpGet("url-encoded")]
    public object? EncodedForHtml(string name)
    {
        searcher.Filter = "(cn=" + System.Net.WebUtility.HtmlEncode(name) + ")"; //@true GB8106
        return searcher.FindOne();
    }

    [HttpGet("length")]
    public object? OnlyShort(string name)
    {
        if (name.Length > 64)
            return BadRequest();
        searcher.Filter = "(cn=" + name + ")"; //@true GB8106
        return searcher.FindOne();
    }

    [HttpGet("builder")]
    public object? BuiltUp([FromQuery] string[] names)
    {
        var filter = new StringBuilder("(|");
        foreach (var name in names)
            filter.Append("(cn=").Append(name).Append(')');
        searcher.Filter = filter.Append(')').ToString(); //@true GB8106
        return searcher.FindAll();
    }

    [HttpGet("field")]
    public object? ThroughAField(string group)
    {
        _group = group;
        return Members();
    }

    private DirectoryEntry? Members()
    {
        searcher.Filter = "(memberOf=CN=" + _group + ")"; //@true GB8106
        return searcher.FindOne();
    }

    [HttpGet("map")]
    public object? ThroughAMap(string city)
    {
        _wanted["l"] = city;
        searcher.Filter = string.Concat(_wanted.Select(p => "(" + p.Key + "=" + p.Value + ")")); //@true GB8106
        return searcher.FindOne();
    }

    [HttpGet("header")]
    public object? FromAHeader()
    {
        var user = Request.Headers["X-Remote-User"].ToString();
        searcher.Filter = string.Format("(sAMAccountName={0})", user); //@true GB8106
        return searcher.FindOne();
    }

    [HttpPost("body")]
    public object? FromABody([FromBody] Query query) => Find(query.ToFilter());

    private DirectoryEntry? Find(string filter)
    {
        searcher.Filter = filter; //@true GB8106
        return searcher.FindOne();
    }

    [HttpGet("task")]
    public async Task<object?> ThroughATask(string name)
    {
        searcher.Filter = await FilterAsync(name); //@true GB8106
        return searcher.FindOne();
    }

    private static async Task<string> FilterAsync(string name)
    {
        await Task.Yield();
        return "(displayName=" + name + ")";
    }
}

public sealed record Query(string Attribute, string Value)
{
    public string ToFilter() => $"({Attribute}={Value})";
}

public class StaffHub(DirectorySearcher searcher) : Hub
{
    public bool IsThere(string user)
    {
        searcher.Filter = "(uid=" + user + ")"; //@true GB8106
        return searcher.FindOne() is not null;
    }
}

public static class Routes
{
    public static void Map(WebApplication app) =>
        app.MapGet("/people/{name}", (string name) => Results.Ok(new DirectorySearcher("(cn=" + name + ")").PageSize)); //@true GB8106
}

internal static class Lookup
{
    public static object? Run()
    {
        var own = new DirectorySearcher("(uid=" + Console.ReadLine() + ")"); //@true GB8106
        return own.FindOne();
    }
}

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
