using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Analysis.Hooks;

/// <summary>
/// A hook's secret is made from the platform's and the hook's id, so that none is stored. While the platform's is rotated both
/// are good.
/// </summary>
internal static class HookSecrets
{
    /// <summary>The platform's secret that hooks' secrets are made from.</summary>
    public const string Name = "webhooks";

    /// <exception cref="InvalidOperationException">The platform has no such secret.</exception>
    public static async Task<SecretVersions> MasterAsync(ISecrets secrets, CancellationToken cancellation) =>
        await secrets.GetAsync(TenantId.Platform, Name, cancellation).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"The platform's secret '{Name}' is missing.");

    /// <summary>What verifies a hook's calls.</summary>
    public static SecretVersions Of(Hook hook, SecretVersions master) => new(Make(hook, master.Current), master.Previous is { } previous ? Make(hook, previous) : null);

    /// <summary>The current secret as it is entered at the forge or the CI.</summary>
    public static string Text(Hook hook, SecretVersions master)
    {
        var secret = Make(hook, master.Current);
        return hook.Kind == Hook.Ci ? "whsec_" + Convert.ToBase64String(secret.Bytes) : Encoding.ASCII.GetString(secret.Bytes);
    }

    /// <summary>Forges take a text; its ASCII bytes are the secret.</summary>
    private static Secret Make(Hook hook, Secret master)
    {
        var derived = HMACSHA256.HashData(master.Bytes, Encoding.UTF8.GetBytes($"hook\n{hook.Kind}\n{hook.Id}"));
        return hook.Kind == Hook.Ci ? new Secret(derived) : Secret.OfText(Base64Url.EncodeToString(derived));
    }
}
