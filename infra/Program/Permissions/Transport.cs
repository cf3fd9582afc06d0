using Pulumi;

namespace Ghostbusters.Infra.Permissions;

/// <summary>No plain text on the way.</summary>
internal static class Transport
{
    /// <summary>Denies what comes without TLS, whoever asks.</summary>
    public static Statement Deny(string actions, params IReadOnlyList<Input<string>> resources) => new("OnlyTls", [actions], resources)
    {
        IsDenied = true,
        Principal = Principal.Everybody,
        Conditions = [("Bool", "aws:SecureTransport", "false")],
    };
}
