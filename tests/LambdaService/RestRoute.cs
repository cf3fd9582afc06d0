namespace Ghostbusters.LambdaService;

/// <summary>A resource and method of the REST API.</summary>
/// <param name="Method">In upper case.</param>
/// <param name="Resource">As <c>/results/{id}</c>.</param>
public sealed record RestRoute(string Method, string Resource)
{
    /// <summary>The path parameters; null where the request is another's.</summary>
    /// <param name="path">With its percent signs.</param>
    public IReadOnlyDictionary<string, string>? Match(string method, string path)
    {
        var (wanted, given) = (Resource.Split('/'), path.Split('/'));
        if (method != Method || wanted.Length != given.Length) return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (part, text) in wanted.Zip(given))
        {
            if (part is ['{', .. var name, '}'] && text.Length > 0) values[name] = Uri.UnescapeDataString(text);
            else if (part != text) return null;
        }
        return values;
    }
}
