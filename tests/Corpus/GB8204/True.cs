using System.Net;
using System.Net.Security;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;

namespace Corpus.GB8204.True;

public sealed class Clients(Action<string> log)
{
    private static readonly RemoteCertificateValidationCallback Any = (_, _, _, _) => true;

    public HttpClient Lambda() => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }); //@true GB8204

    public HttpClientHandler Dangerous() => new() { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator }; //@true GB8204

    public HttpClientHandler Block()
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => //@true GB8204
        {
            log($"{certificate?.Subject}: {errors}");
            return true;
        };
        return handler;
    }

    public HttpClientHandler BothWays()
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => //@true GB8204
        {
            if (errors != SslPolicyErrors.None)
            {
                log("The certificate has errors: " + errors);
                return true;
            }

            return true;
        };
        return handler;
    }

    public void Everywhere() => ServicePointManager.ServerCertificateValidationCallback = delegate { return true; }; //@true GB8204

    public void EverywhereToo() => ServicePointManager.ServerCertificateValidationCallback += (_, _, _, _) => true; //@true GB8204

    public void Group() => ServicePointManager.ServerCertificateValidationCallback = AcceptAll; //@true GB8204

    public void Created() => ServicePointManager.ServerCertificateValidationCallback = new RemoteCertificateValidationCallback(AcceptAll); //@true GB8204

    public void FromField(HttpWebRequest request) => request.ServerCertificateValidationCallback = Any; //@true GB8204

    public void FromLocal(HttpWebRequest request)
    {
        RemoteCertificateValidationCallback callback = (_, _, _, _) => true;
        request.ServerCertificateValidationCallback = callback; //@true GB8204
    }

    public void LocalFunction(HttpClientHandler handler)
    {
        handler.ServerCertificateCustomValidationCallback = Accept; //@true GB8204

        static bool Accept(HttpRequestMessage message, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors) => true;
    }

    private static bool AcceptAll(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        return true;
    }
}

public sealed class Streams
{
    private const bool Yes = true;

    public SslStream Open(Stream stream) => new(stream, false, (_, _, _, _) => true); //@true GB8204

    public SslStream OpenByDelegate(Stream stream) => new SslStream(stream, false, new RemoteCertificateValidationCallback((_, _, _, _) => true), null); //@true GB8204

    public SslClientAuthenticationOptions Options(string host) => new()
    {
        TargetHost = host,
        RemoteCertificateValidationCallback = (_, _, _, _) => true, //@true GB8204
    };

    public SocketsHttpHandler Handler()
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => Yes; //@true GB8204
        return handler;
    }

    public SocketsHttpHandler Nested() => new() { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } }; //@true GB8204

    public void WebSocket(ClientWebSocket socket) => socket.Options.RemoteCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None || true; //@true GB8204

    public RemoteCertificateValidationCallback Callback() => new((_, _, _, _) => true); //@true GB8204

    public void Choice(HttpWebRequest request) => request.ServerCertificateValidationCallback = (_, certificate, _, _) => certificate is null ? true : true; //@true GB8204
}
