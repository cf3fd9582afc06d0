using Ghostbusters.Analyzers.Symbols;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Ghostbusters.Engine.TeamRules;

/// <summary>A YAML mapping, read strictly: every error names the file, the line and the cure.</summary>
internal sealed class YamlFields
{
    private const int MaximumLength = 1 << 20;
    private const int MaximumDepth = 10;

    private readonly string _file;
    private readonly YamlMappingNode _node;
    private readonly Dictionary<string, YamlNode> _fields = new(StringComparer.Ordinal);

    private YamlFields(string file, YamlMappingNode node)
    {
        (_file, _node) = (file, node);
        foreach (var (key, value) in node.Children)
            _fields.Add(key is YamlScalarNode { Value: { } name } ? name : throw At(key, "A field's name is plain text."), value);
    }

    /// <summary>The one mapping of a document.</summary>
    public static YamlFields Read(string file, string text)
    {
        if (text.Length > MaximumLength)
            throw new ConfigurationException($"{file} has {text.Length} characters; {MaximumLength} are the most.");
        try
        {
            CheckDepth(file, text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? new YamlFields(file, root)
                : throw new ConfigurationException($"{file} is no mapping of fields: begin with `version: 1`.");
        }
        catch (YamlException e)
        {
            throw new ConfigurationException($"{file}:{e.Start.Line}:{e.Start.Column}: it is not YAML: {e.Message}", e);
        }
    }

    /// <summary>Refuses fields of other names.</summary>
    public YamlFields Only(string[] names)
    {
        foreach (var key in _node.Children.Keys.Cast<YamlScalarNode>())
        {
            if (!names.Contains(key.Value, StringComparer.Ordinal))
                throw At(key, $"There is no field '{key.Value}'{(NearestName.Of(key.Value!, names) is { } near ? $"; '{near}' is meant?" : $": {string.Join(", ", names)} are known.")}");
        }

        return this;
    }

    /// <summary>Whether the field is there.</summary>
    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>A text that must be there.</summary>
    public string Text(string name) => _fields.TryGetValue(name, out var value)
        ? TextOf(value, name)
        : throw At(_node, $"The field '{name}' is missing.");

    /// <summary>A text out of a few.</summary>
    public string Choice(string name, string otherwise, string[] choices)
    {
        var text = Has(name) ? Text(name) : otherwise;
        return choices.Contains(text, StringComparer.Ordinal) ? text : throw Error(name, $"'{text}' is none of {string.Join(", ", choices)}.");
    }

    /// <summary>A list of texts; one text stands for a list of it.</summary>
    public ImmutableArray<string> Texts(string name, ImmutableArray<string> otherwise) => _fields.GetValueOrDefault(name) switch
    {
        null => otherwise,
        YamlSequenceNode list => [.. list.Select(item => TextOf(item, name))],
        { } one => [TextOf(one, name)],
    };

    /// <summary>A list of mappings.</summary>
    public IEnumerable<YamlFields> Objects(string name) => _fields.GetValueOrDefault(name) switch
    {
        null => [],
        YamlSequenceNode list => list.Select(item => item is YamlMappingNode mapping ? new YamlFields(_file, mapping) : throw At(item, $"Each of '{name}' is a mapping of fields.")),
        { } other => throw At(other, $"'{name}' is a list: begin each of its items with `- `."),
    };

    /// <summary>An error at a field, or at the mapping where the field is not there.</summary>
    public ConfigurationException Error(string name, string message) => At(_fields.GetValueOrDefault(name) ?? _node, message);

    private string TextOf(YamlNode value, string name) =>
        value is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text) ? text : throw At(value, $"'{name}' is a text that is not empty.");

    private ConfigurationException At(YamlNode node, string message) => new($"{_file}:{node.Start.Line}:{node.Start.Column}: {message}");

    // The tree is built by recursion; the events before it are not.
    private static void CheckDepth(string file, string text)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaximumDepth)
                throw new ConfigurationException($"{file}:{parser.Current.Start.Line}:{parser.Current.Start.Column}: it is nested more than {MaximumDepth} deep.");
            if (parser.Current is AnchorAlias)
                throw new ConfigurationException($"{file}:{parser.Current.Start.Line}:{parser.Current.Start.Column}: aliases (*name) are not read here: write the value out.");
        }
    }
}
