using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Corpus.GB8210.True;

public sealed class Points
{
    public void Only() => ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls; //@true GB8210

    public void Ssl() => ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3; //@true GB8210

    public void Among() => ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12 | SecurityProtocolType.Tls11; //@true GB8210

    public void Added() => ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls; //@true GB8210

    public void ByNumber() => ServicePointManager.SecurityProtocol = (SecurityProtocolType)192; //@true GB8210

    public void ByNumberAmong() => ServicePointManager.SecurityProtocol = (SecurityProtocolType)(768 | 3072); //@true GB8210

    public void ByChoice(bool old) => ServicePointManager.SecurityProtocol = old ? SecurityProtocolType.Tls11 : SecurityProtocolType.Tls12; //@true GB8210

    public void Lines() => ServicePointManager.SecurityProtocol =
        SecurityProtocolType.Tls //@true GB8210
        | SecurityProtocolType.Tls11 //@true GB8210
        | SecurityProtocolType.Tls12;
}

public sealed class Handlers
{
    private const SslProtocols AllowedProtocols = SslProtocols.Tls11 | SslProtocols.Tls12; //@true GB8210

    private static SslProtocols OldProtocols => SslProtocols.Tls; //@true GB8210

    public HttpClientHandler Handler() => new() { SslProtocols = SslProtocols.Tls }; //@true GB8210

    public HttpClientHandler Statement()
    {
        var handler = new HttpClientHandler();
        handler.SslProtocols = SslProtocols.Ssl3; //@true GB8210
        return handler;
    }

    public SslClientAuthenticationOptions Options(string host) => new() { TargetHost = host, EnabledSslProtocols = SslProtocols.Tls | SslProtocols.Tls12 }; //@true GB8210

    public SslServerAuthenticationOptions Server(X509Certificate2 certificate) => new()
    {
        ServerCertificate = certificate,
        EnabledSslProtocols = SslProtocols.Default, //@true GB8210
    };

    public Task ClientAsync(SslStream stream, string host) => stream.AuthenticateAsClientAsync(host, null, SslProtocols.Tls11, true); //@true GB8210

    public void ServerNow(SslStream stream, X509Certificate certificate) => stream.AuthenticateAsServer(certificate, false, SslProtocols.Tls, false); //@true GB8210

    public void Nested(SocketsHttpHandler handler) => handler.SslOptions.EnabledSslProtocols = SslProtocols.Ssl2; //@true GB8210

    public HttpClientHandler Uses() => new() { SslProtocols = AllowedProtocols & OldProtocols };

    public SslProtocols SupportedTlsOf(string host)
    {
        SslProtocols protocols = SslProtocols.Tls12;
        if (host.EndsWith(".old", StringComparison.Ordinal))
            protocols = SslProtocols.Tls; //@true GB8210
        return protocols;
    }

    public sealed record Settings(string Host, SslProtocols Protocols = SslProtocols.Tls); //@true GB8210

    public Settings Create(string host) => new(host, SslProtocols.Tls11); //@true GB8210
}
