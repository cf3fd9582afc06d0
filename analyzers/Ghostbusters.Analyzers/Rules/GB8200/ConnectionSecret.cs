namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>The secret in a connection string or in an address with credentials.</summary>
internal static class ConnectionSecret
{
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase) { "password", "pwd", "accountkey", "sharedaccesskey", "sharedsecret", "clientsecret", "apikey" };

    // `User ID=shop;Password=shop`: whoever reads the one knows the other, a default of a developer's machine.
    private static readonly HashSet<string> Users = new(StringComparer.OrdinalIgnoreCase) { "userid", "user", "username", "uid" };

    /// <summary>The secret's part name and value; null where there is none.</summary>
    public static (string Part, string Secret)? FindIn(string text)
    {
        if (text.IndexOf('=') > 0 && text.IndexOf(';') > 0)
            return InParts(text.Split(';'));
        return text.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme ? InAddress(text, scheme + 3) : null;
    }

    private static (string Part, string Secret)? InParts(string[] parts)
    {
        var pairs = parts.Select(static p => (Name: p.Split('=')[0].Trim(), Value: p.IndexOf('=') is > 0 and var at ? p.Substring(at + 1).Trim() : ""))
            .Where(static p => p.Value.Length > 0).ToList();
        if (pairs.Count < 2)
            return null;
        foreach (var (name, value) in pairs)
        {
            if (Keys.Contains(name.Replace(" ", "")) && SecretValue.IsSecretOfConnection(value) && !pairs.Exists(p => p.Value == value && Users.Contains(p.Name.Replace(" ", ""))))
                return (name, value);
        }

        return null;
    }

    // `amqp://guest:guest@localhost` is the server's own default.
    private static (string Part, string Secret)? InAddress(string text, int start)
    {
        var end = text.IndexOfAny(['/', '?', ' '], start);
        var authority = text.Substring(start, (end < 0 ? text.Length : end) - start);
        var at = authority.LastIndexOf('@');
        var colon = authority.IndexOf(':');
        if (colon <= 0 || at <= colon + 1)
            return null;
        var (user, password) = (authority.Substring(0, colon), authority.Substring(colon + 1, at - colon - 1));
        return user != password && password is not ("pass" or "p" or "pw") && SecretValue.IsSecretOfConnection(password) ? ("password", password) : null;
    }
}
