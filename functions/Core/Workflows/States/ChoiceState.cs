using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Workflows.States;

/// <summary>Goes where the first rule that holds says.</summary>
/// <param name="Choices">At least one.</param>
public sealed record ChoiceState(string Name, params IReadOnlyList<ChoiceRule> Choices) : State(Name)
{
    /// <summary>Where no rule holds. Without it the machine would fail there.</summary>
    public required string Default { get; init; }

    internal override IEnumerable<string> Targets => Choices.Select(static choice => choice.Next).Append(Default);

    private protected override string Type => "Choice";

    internal override IEnumerable<string> Problems() =>
    [
        .. base.Problems(),
        .. PathProblems(Choices.Select(static choice => choice.Variable)),
        .. Choices.Count == 0 ? [$"'{Name}' has nothing to choose from."] : Array.Empty<string>(),
    ];

    private protected override void WriteTo(JsonObject json, Func<string, string> resource)
    {
        json["Choices"] = new JsonArray([.. Choices.Select(static choice => choice.Write())]);
        json["Default"] = Default;
    }
}

/// <summary>One comparison, and what is next where it holds.</summary>
public sealed record ChoiceRule
{
    private readonly string _comparison;
    private readonly JsonValue _operand;

    private ChoiceRule(string variable, string comparison, JsonValue operand, string next) => (Variable, _comparison, _operand, Next) = (variable, comparison, operand, next);

    /// <summary>A path.</summary>
    public string Variable { get; }

    public string Next { get; }

    public static ChoiceRule IsNull(string variable, string next) => new(variable, "IsNull", JsonValue.Create(true), next);

    public static ChoiceRule IsPresent(string variable, string next) => new(variable, "IsPresent", JsonValue.Create(true), next);

    public static ChoiceRule IsText(string variable, string text, string next) => new(variable, "StringEquals", JsonValue.Create(text)!, next);

    internal JsonNode Write() => new JsonObject { ["Variable"] = Variable, [_comparison] = _operand.DeepClone(), ["Next"] = Next };
}
