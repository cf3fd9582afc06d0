namespace Ghostbusters.Functions.Queues;

/// <summary>What SQS takes as text; held to with every queue, so that what runs locally runs there.</summary>
internal static class MessageText
{
    public static bool IsAllowed(char c) => c is '\t' or '\n' or '\r' or >= ' ' and not '\uFFFE' and not '\uFFFF';

    public static IReadOnlyDictionary<string, string> CheckedAttributes(IReadOnlyDictionary<string, string> attributes)
    {
        if (attributes.Count > OutgoingMessage.MaximumAttributes)
            throw new ArgumentException($"A message has at most {OutgoingMessage.MaximumAttributes} attributes.", nameof(attributes));
        foreach (var (name, value) in attributes)
            if (name is MessageAttributeNames.Tenant or MessageAttributeNames.Reason || !IsName(name) || value.Length == 0 || !value.All(IsAllowed))
                throw new ArgumentException("An attribute has a name of letters, digits, '_' and '-' and a text that is not empty.", nameof(attributes));
        return attributes;
    }

    private static bool IsName(string name) =>
        name is { Length: > 0 and <= 100 } && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
