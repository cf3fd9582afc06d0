using System.Security.Cryptography;
using System.Text;
using Ghostbusters.Functions.Secrets;

namespace Ghostbusters.Functions.Webhooks;

/// <summary>GitLab's <c>X-Gitlab-Token</c>: the secret itself. It proves the sender and not the body, so prefer <see cref="StandardWebhook"/>.</summary>
public static class GitLabToken
{
    public const string Header = "x-gitlab-token";

    private const int MaximumLength = 1024;

    /// <summary>Whether it is one of the active secrets. Digests are compared, so that the time tells nothing of the length.</summary>
    public static bool Verify(string? token, SecretVersions secrets)
    {
        if (token is not { Length: > 0 and <= MaximumLength }) return false;
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        var verified = false;
        foreach (var secret in secrets.Active)
            verified |= CryptographicOperations.FixedTimeEquals(given, SHA256.HashData(secret.Bytes));
        return verified;
    }
}
