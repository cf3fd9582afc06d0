namespace Ghostbusters.Functions.Analysis.Webhooks;

/// <summary>What an event asks for.</summary>
/// <param name="Repository">As the event names it; must be the hook's.</param>
/// <param name="Commit">What is analysed, and told of the outcome.</param>
/// <param name="Ref">The branch or tag, for people.</param>
internal sealed record WebhookOrder(string Repository, string Commit, string? Ref, string? CallbackUrl = null)
{
    /// <summary>Whether a text names a commit, and not the one of zeros that a deleted branch has.</summary>
    public static bool IsCommit(string? text) =>
        text is { Length: 40 or 64 } && text.All(static c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f') && text.Any(static c => c != '0');
}
