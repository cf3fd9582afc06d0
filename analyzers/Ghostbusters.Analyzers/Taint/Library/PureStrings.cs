namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Methods of string that depend on nothing but their arguments, computed.</summary>
internal static class PureStrings
{
    /// <summary>Computes one; false where it is not known here, or throws for these arguments.</summary>
    public static bool TryCall(string name, string text, object?[] arguments, out object? result)
    {
        var one = arguments.Length > 0 ? arguments[0] : None;
        var two = arguments.Length > 1 ? arguments[1] : None;
        result = arguments.Length > 2 ? null : (name, one, two) switch
        {
            ("Length", NoArgument, NoArgument) => text.Length,
            ("ToUpper" or "ToUpperInvariant", NoArgument, NoArgument) => text.ToUpperInvariant(),
            ("ToLower" or "ToLowerInvariant", NoArgument, NoArgument) => text.ToLowerInvariant(),
            ("Trim", NoArgument, NoArgument) => text.Trim(),
            ("TrimStart", NoArgument, NoArgument) => text.TrimStart(),
            ("TrimEnd", NoArgument, NoArgument) => text.TrimEnd(),
            ("Substring", int start, NoArgument) when start >= 0 && start <= text.Length => text.Substring(start),
            ("Substring", int start, int length) when start >= 0 && length >= 0 && start + length <= text.Length => text.Substring(start, length),
            ("Contains", string part, NoArgument) => text.Contains(part),
            ("Contains", char part, NoArgument) => text.IndexOf(part) >= 0,
            ("StartsWith", string part, NoArgument) => text.StartsWith(part, StringComparison.Ordinal),
            ("EndsWith", string part, NoArgument) => text.EndsWith(part, StringComparison.Ordinal),
            ("IndexOf", string part, NoArgument) => text.IndexOf(part, StringComparison.Ordinal),
            ("IndexOf", char part, NoArgument) => text.IndexOf(part),
            ("Equals", string other, NoArgument) => text == other,
            ("Equals", null, NoArgument) => false,
            ("Replace", string from, string to) when from.Length > 0 => text.Replace(from, to),
            ("Replace", char from, char to) => text.Replace(from, to),
            ("Insert", int at, string what) when at >= 0 && at <= text.Length => text.Insert(at, what),
            ("Remove", int at, NoArgument) when at >= 0 && at <= text.Length => text.Substring(0, at),
            ("Remove", int at, int count) when at >= 0 && count >= 0 && at + count <= text.Length => text.Remove(at, count),
            ("PadLeft", int width, NoArgument) when width is >= 0 and < 1000 => text.PadLeft(width),
            ("PadRight", int width, NoArgument) when width is >= 0 and < 1000 => text.PadRight(width),
            ("ToString" or "Normalize" or "Clone", NoArgument, NoArgument) => text,
            _ => null,
        };
        return result is not null;
    }

    private static readonly object None = new NoArgument();

    private sealed class NoArgument;
}
