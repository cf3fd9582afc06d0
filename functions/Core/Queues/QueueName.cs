namespace Ghostbusters.Functions.Queues;

/// <summary>The name of a queue: 1 to 80 of a–z, 0–9 and '-'. An adapter maps it to an address.</summary>
public readonly record struct QueueName
{
    private const int MaximumLength = 80;

    private readonly string? _value;

    /// <exception cref="ArgumentException">The text is no name.</exception>
    public QueueName(string value)
    {
        if (value is not { Length: > 0 and <= MaximumLength } || !value.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new ArgumentException("A queue's name is 1 to 80 of a-z, 0-9 and '-'.", nameof(value));
        _value = value;
    }

    /// <exception cref="InvalidOperationException">It is <c>default</c>.</exception>
    public string Value => _value ?? throw new InvalidOperationException("No queue was given.");

    /// <summary>Where this queue's messages end that no try could take.</summary>
    public QueueName DeadLetters => new(Value + "-dlq");

    public override string ToString() => Value;
}
