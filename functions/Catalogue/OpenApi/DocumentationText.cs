using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ghostbusters.Functions.Catalogue.OpenApi;

/// <summary>What the code's own documentation comments say, from the files that the compiler wrote beside the assemblies.</summary>
internal sealed partial class DocumentationText
{
    private readonly Dictionary<string, XElement> _members = new(StringComparer.Ordinal);

    public DocumentationText(IEnumerable<Assembly> assemblies)
    {
        foreach (var path in assemblies.Select(static assembly => Path.ChangeExtension(assembly.Location, ".xml")).Where(File.Exists))
            foreach (var member in XDocument.Load(path).Descendants("member"))
                if (member.Attribute("name")?.Value is { } name) _members[name] = member;
    }

    /// <summary>The summary of a type; null where it has none.</summary>
    public string? Of(Type type) => Summary("T:" + NameOf(type));

    /// <summary>The summary of a method; null where it has none. Overloads share it.</summary>
    public string? Of(MethodInfo method)
    {
        var name = $"M:{NameOf(method.DeclaringType!)}.{method.Name}";
        return _members.Keys.FirstOrDefault(key => key == name || key.StartsWith(name + "(", StringComparison.Ordinal)) is { } found ? Summary(found) : null;
    }

    /// <summary>What a property is: its own summary, else what the record's parameter of that name says.</summary>
    public string? Of(Type type, string property) =>
        Summary($"P:{NameOf(type)}.{property}")
        ?? (_members.GetValueOrDefault("T:" + NameOf(type))?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == property) is { } parameter ? Text(parameter) : null);

    private string? Summary(string name) => _members.GetValueOrDefault(name)?.Element("summary") is { } summary ? Text(summary) : null;

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    /// <summary>The text with what tags refer to: the last part of a name.</summary>
    private static string? Text(XElement element)
    {
        var words = element.DescendantNodes().Select(static node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "paramref" } reference => (reference.Attribute("cref") ?? reference.Attribute("name"))?.Value.Split(':', '.')[^1],
            _ => null,
        });
        return Spaces().Replace(string.Concat(words), " ").Trim() is { Length: > 0 } found ? found : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
