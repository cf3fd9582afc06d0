using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>A rule of a Choice state: And, Or, Not, or one comparison.</summary>
internal sealed class ChoiceRule
{
    private static readonly HashSet<string> Others = ["Variable", "Next", "Comment"];

    private readonly IReadOnlyList<ChoiceRule> _inner;
    private readonly string _operator;
    private readonly JsonNode? _operand;
    private readonly ReferencePath? _variable;

    /// <exception cref="FormatException">It is no rule that this host knows.</exception>
    public ChoiceRule(JsonObject json)
    {
        Next = json["Next"]?.GetValue<string>();
        if (json.Where(static m => !Others.Contains(m.Key)).ToList() is not [var (name, operand)]) throw new FormatException("A choice rule has one comparison.");
        (_operator, _operand) = (name, operand);
        _inner = name switch
        {
            "And" or "Or" => [.. operand!.AsArray().Select(static rule => new ChoiceRule(rule!.AsObject()))],
            "Not" => [new ChoiceRule(operand!.AsObject())],
            _ => [],
        };
        if (_inner.Count > 0) return;
        if (!ChoiceComparison.Knows(name)) throw new FormatException($"This host does not know the comparison '{name}'.");
        _variable = new ReferencePath(json["Variable"]?.GetValue<string>() ?? throw new FormatException("A comparison names its variable."));
        if (name.EndsWith("Path", StringComparison.Ordinal)) _ = new ReferencePath(operand!.GetValue<string>());
    }

    /// <summary>What is next where it holds; null in rules of rules.</summary>
    public string? Next { get; }

    /// <exception cref="StatesException">A path leads nowhere.</exception>
    public bool Holds(JsonNode? input, JsonNode? context) => _operator switch
    {
        "And" => _inner.All(rule => rule.Holds(input, context)),
        "Or" => _inner.Any(rule => rule.Holds(input, context)),
        "Not" => !_inner[0].Holds(input, context),
        "IsPresent" => _variable!.TryFind(_variable.IsOfContext ? context : input, out _) == _operand!.GetValue<bool>(),
        _ => ChoiceComparison.Holds(_operator, Find(_variable!, input, context), OperandOf(input, context)),
    };

    private JsonNode? OperandOf(JsonNode? input, JsonNode? context) =>
        _operator.EndsWith("Path", StringComparison.Ordinal) ? Find(new ReferencePath(_operand!.GetValue<string>()), input, context) : _operand;

    private static JsonNode? Find(ReferencePath path, JsonNode? input, JsonNode? context) => path.TryFind(path.IsOfContext ? context : input, out var found)
        ? found
        : throw new StatesException(StatesException.Runtime, $"'{path.Text}' leads nowhere in the input of a choice.");
}

/// <summary>Comparisons of two values; values of another kind than the comparison's are not equal, nor less, nor greater.</summary>
internal static class ChoiceComparison
{
    private static readonly string[] Orders = ["Equals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"];

    private static readonly HashSet<string> Known =
    [
        "IsPresent", "IsNull", "IsString", "IsNumeric", "IsBoolean", "IsTimestamp", "StringMatches", "BooleanEquals", "BooleanEqualsPath",
        .. from kind in new[] { "String", "Numeric", "Timestamp" } from order in Orders from form in new[] { "", "Path" } select kind + order + form,
    ];

    public static bool Knows(string name) => Known.Contains(name);

    public static bool Holds(string name, JsonNode? value, JsonNode? operand)
    {
        var comparison = name.EndsWith("Path", StringComparison.Ordinal) ? name[..^4] : name;
        return comparison switch
        {
            "IsNull" => (value is null) == operand!.GetValue<bool>(),
            "IsString" => (TextOf(value) is not null) == operand!.GetValue<bool>(),
            "IsNumeric" => (NumberOf(value) is not null) == operand!.GetValue<bool>(),
            "IsBoolean" => (FlagOf(value) is not null) == operand!.GetValue<bool>(),
            "IsTimestamp" => (TimeOf(value) is not null) == operand!.GetValue<bool>(),
            "BooleanEquals" => FlagOf(value) is { } flag && flag == FlagOf(operand),
            "StringMatches" => TextOf(value) is { } text && TextOf(operand) is { } pattern && Matches(text, pattern),
            _ when comparison.StartsWith("String", StringComparison.Ordinal) => TextOf(value) is { } a && TextOf(operand) is { } b && InOrder(comparison["String".Length..], string.CompareOrdinal(a, b)),
            _ when comparison.StartsWith("Numeric", StringComparison.Ordinal) => NumberOf(value) is { } a && NumberOf(operand) is { } b && InOrder(comparison["Numeric".Length..], a.CompareTo(b)),
            _ => TimeOf(value) is { } a && TimeOf(operand) is { } b && InOrder(comparison["Timestamp".Length..], a.CompareTo(b)),
        };
    }

    private static bool InOrder(string order, int compared) => order switch
    {
        "Equals" => compared == 0,
        "LessThan" => compared < 0,
        "LessThanEquals" => compared <= 0,
        "GreaterThan" => compared > 0,
        _ => compared >= 0,
    };

    /// <summary>A <c>*</c> stands for any text; a backslash takes the next character as it is.</summary>
    private static bool Matches(string text, string pattern)
    {
        if (pattern.Length == 0) return text.Length == 0;
        if (pattern[0] == '*') return Enumerable.Range(0, text.Length + 1).Any(skipped => Matches(text[skipped..], pattern[1..]));
        var (wanted, rest) = pattern is ['\\', var escaped, ..] ? (escaped, pattern[2..]) : (pattern[0], pattern[1..]);
        return text.Length > 0 && text[0] == wanted && Matches(text[1..], rest);
    }

    private static string? TextOf(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static double? NumberOf(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number ? double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture) : null;

    private static bool? FlagOf(JsonNode? node) => node?.GetValueKind() switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    private static DateTimeOffset? TimeOf(JsonNode? node) =>
        TextOf(node) is { Length: >= 20 } text && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
