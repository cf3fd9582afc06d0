namespace Ghostbusters.Functions.Workflows;

/// <summary>An execution's name: 1 to 48 of a–z, A–Z, 0–9, '-' and '_'. (An adapter puts a hash of the tenant before it; Step Functions allows 80.)</summary>
public readonly record struct ExecutionName
{
    private const int MaximumLength = 48;

    private readonly string? _value;

    /// <exception cref="ArgumentException">The text is no name.</exception>
    public ExecutionName(string value)
    {
        if (value is not { Length: > 0 and <= MaximumLength } || !value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException("An execution's name is 1 to 48 of letters, digits, '-' and '_'.", nameof(value));
        _value = value;
    }

    /// <exception cref="InvalidOperationException">It is <c>default</c>.</exception>
    public string Value => _value ?? throw new InvalidOperationException("No execution was given.");

    public override string ToString() => Value;
}
