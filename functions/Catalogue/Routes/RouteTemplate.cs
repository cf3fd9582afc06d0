namespace Ghostbusters.Functions.Catalogue.Routes;

/// <summary>A route's path as API Gateway writes it: literal segments, <c>{name}</c>, and <c>{name+}</c> for the rest.</summary>
public sealed class RouteTemplate
{
    private readonly string[] _segments;

    public RouteTemplate(string text)
    {
        Text = text;
        _segments = text.Trim('/').Split('/', StringSplitOptions.RemoveEmptyEntries);
    }

    public string Text { get; }

    /// <summary>Names of the parameters, in order.</summary>
    public IEnumerable<string> Parameters => _segments.Where(IsParameter).Select(NameOf);

    /// <summary>The same for two templates that match the same paths.</summary>
    public string Form => "/" + string.Join('/', _segments.Select(static s => !IsParameter(s) ? s : s.EndsWith("+}", StringComparison.Ordinal) ? "{+}" : "{}"));

    /// <summary>Literal segments win over parameters, and parameters over the rest: the least is tried first.</summary>
    public string Order => string.Join('/', _segments.Select(static s => !IsParameter(s) ? "0" : s.EndsWith("+}", StringComparison.Ordinal) ? "2" : "1"));

    /// <summary>The parameters' values where the path is this route's; else null.</summary>
    /// <param name="path">With its percent signs: an encoded slash belongs to its segment.</param>
    public Dictionary<string, string>? Match(string path)
    {
        var parts = path.Trim('/').Split('/');
        if (parts is [""]) parts = [];
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < _segments.Length; i++)
        {
            if (i >= parts.Length) return null;
            var segment = _segments[i];
            if (!IsParameter(segment))
            {
                if (segment != parts[i]) return null;
                continue;
            }
            if (segment.EndsWith("+}", StringComparison.Ordinal))
            {
                values[NameOf(segment)] = Uri.UnescapeDataString(string.Join('/', parts[i..]));
                return values;
            }
            if (parts[i].Length == 0) return null;
            values[NameOf(segment)] = Uri.UnescapeDataString(parts[i]);
        }
        return parts.Length == _segments.Length ? values : null;
    }

    private static bool IsParameter(string segment) => segment is ['{', _, .., '}'];

    private static string NameOf(string segment) => segment[1..^1].TrimEnd('+');
}
