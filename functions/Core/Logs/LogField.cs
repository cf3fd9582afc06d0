namespace Ghostbusters.Functions.Logs;

/// <summary>
/// A named value of a line. A number, a truth, or a text; texts are masked (<see cref="LogMask"/>) and cut, so write codes
/// and ids, not what people wrote.
/// </summary>
public readonly record struct LogField
{
    private LogField(string name, string? text, double number, LogFieldKind kind) => (Name, Text, Number, Kind) = (name, text, number, kind);

    public string Name { get; }

    internal string? Text { get; }

    internal double Number { get; }

    internal LogFieldKind Kind { get; }

    public static implicit operator LogField((string Name, string? Value) field) => new(field.Name, field.Value, 0, LogFieldKind.Text);

    public static implicit operator LogField((string Name, long Value) field) => new(field.Name, null, field.Value, LogFieldKind.Number);

    public static implicit operator LogField((string Name, double Value) field) => new(field.Name, null, field.Value, LogFieldKind.Number);

    public static implicit operator LogField((string Name, bool Value) field) => new(field.Name, null, field.Value ? 1 : 0, LogFieldKind.Flag);
}

internal enum LogFieldKind
{
    Text,
    Number,
    Flag,
}
