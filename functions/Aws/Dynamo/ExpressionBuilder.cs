using Wire = Amazon.DynamoDBv2.Model.AttributeValue;

namespace Ghostbusters.Functions.Aws.Dynamo;

/// <summary>Names and values of an expression as placeholders, so that no text of ours or of a caller's is ever part of one.</summary>
internal sealed class ExpressionBuilder
{
    private readonly Dictionary<string, string> _placeholders = new(StringComparer.Ordinal);

    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Wire> Values { get; } = new(StringComparer.Ordinal);

    public string Name(string name)
    {
        if (_placeholders.TryGetValue(name, out var known)) return known;
        var placeholder = "#n" + Names.Count;
        Names[placeholder] = name;
        return _placeholders[name] = placeholder;
    }

    public string Value(Wire value)
    {
        var placeholder = ":v" + Values.Count;
        Values[placeholder] = value;
        return placeholder;
    }

    /// <summary>An attribute of a context, inside the map that holds them.</summary>
    public string Attribute(string name) => Name(DynamoLayout.Attributes) + "." + Name(name);
}
