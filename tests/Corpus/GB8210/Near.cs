using System.Net;
using System.Net.Security;
using System.Security.Authentication;

namespace Corpus.GB8210.Near;

public sealed class Points
{
    public void Modern() => ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12 | SecurityProtocolType.Tls13; //@near GB8210

    public void System() => ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault; //@near GB8210

    public void Removed() => ServicePointManager.SecurityProtocol &= ~SecurityProtocolType.Ssl3; //@near GB8210

    public void RemovedAll() => ServicePointManager.SecurityProtocol &= ~(SecurityProtocolType.Tls | SecurityProtocolType.Tls11); //@near GB8210

    public void ByNumber() => ServicePointManager.SecurityProtocol = (SecurityProtocolType)3072; //@near GB8210

    public void ByNumbers() => ServicePointManager.SecurityProtocol |= (SecurityProtocolType)(3072 | 12288); //@near GB8210

    public bool IsOld() => ServicePointManager.SecurityProtocol == SecurityProtocolType.Tls; //@near GB8210

    public bool HasOld() => (ServicePointManager.SecurityProtocol & SecurityProtocolType.Ssl3) != 0; //@near GB8210

    public bool Knows() => ServicePointManager.SecurityProtocol.HasFlag(SecurityProtocolType.Tls11); //@near GB8210
}

public sealed class Handlers
{
    public HttpClientHandler Modern() => new() { SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 }; //@near GB8210

    public HttpClientHandler Chosen() => new() { SslProtocols = SslProtocols.None }; //@near GB8210

    public string Name(SslStream stream) => stream.SslProtocol switch
    {
        SslProtocols.Tls => "TLS 1.0", //@near GB8210
        SslProtocols.Tls11 => "TLS 1.1", //@near GB8210
        SslProtocols.Ssl3 => "SSL 3", //@near GB8210
        _ => "newer",
    };

    public bool IsTooOld(SslStream stream)
    {
        switch (stream.SslProtocol)
        {
            case SslProtocols.Tls: //@near GB8210
            case SslProtocols.Ssl2: //@near GB8210
                return true;
            default:
                return false;
        }
    }

    public void Refuse(SslStream stream)
    {
        if (stream.SslProtocol is SslProtocols.Tls or SslProtocols.Tls11) //@near GB8210
            throw new AuthenticationException("The server speaks only old versions.");
    }

    public void Given(HttpClientHandler handler, SslProtocols protocols) => handler.SslProtocols = protocols; //@near GB8210

    public Dictionary<SslProtocols, string> Titles() => new() { [SslProtocols.Tls11] = "TLS 1.1", [SslProtocols.Tls12] = "TLS 1.2" }; //@near GB8210

    public int Order(SslProtocols left) => left.CompareTo(SslProtocols.Tls); //@near GB8210

    public string Warn() => $"{SslProtocols.Tls} is switched off"; //@near GB8210
}

/// <summary>Tries what a server still takes; that is its work.</summary>
public sealed class TlsScanner
{
    public Task ProbeAsync(SslStream stream, string host) => stream.AuthenticateAsClientAsync(host, null, SslProtocols.Tls, false); //@near GB8210
}

public enum Versions
{
    Tls,
    Tls11,
}

public sealed class Wire
{
    public Versions Protocol { get; set; }

    public void Set() => Protocol = Versions.Tls; //@near GB8210

    public void SetOther() => Protocol = (Versions)1; //@near GB8210
}

/// <summary>The user says which versions; who lists an old one gets it.</summary>
public sealed class ConnectionOptions(string[] tlsVersions)
{
    public SslProtocols Protocols()
    {
        var protocols = SslProtocols.None;
        if (tlsVersions.Contains("1.0"))
            protocols |= SslProtocols.Tls; //@near GB8210
        if (tlsVersions.Contains("1.1"))
            protocols |= SslProtocols.Tls11; //@near GB8210
        return protocols;
    }
}
