#nullable enable
using Amazon.Runtime;

namespace Ghostbusters.Compat;

/// <summary>The SDK's modes of default settings: how long to wait for a connection, and how to retry.</summary>
internal static class DefaultModes
{
    public static IReadOnlyList<IDefaultConfiguration> All { get; } =
    [
        Mode(DefaultConfigurationMode.Standard, RequestRetryMode.Standard, TimeSpan.FromSeconds(3.1)),
        Mode(DefaultConfigurationMode.InRegion, RequestRetryMode.Standard, TimeSpan.FromSeconds(1.1)),
        Mode(DefaultConfigurationMode.CrossRegion, RequestRetryMode.Standard, TimeSpan.FromSeconds(3.1)),
        Mode(DefaultConfigurationMode.Mobile, RequestRetryMode.Standard, TimeSpan.FromSeconds(30)),
        Mode(DefaultConfigurationMode.Auto, RequestRetryMode.Standard, TimeSpan.FromSeconds(1.1)),
    ];

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, RequestRetryMode retry, TimeSpan connect) => new()
    {
        Name = name,
        RetryMode = retry,
        ConnectTimeout = connect,
        TlsNegotiationTimeout = connect,
    };
}
