using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Corpus.GB8204.Near;

public sealed record ClientOptions(bool AllowInvalidCertificate, string Thumbprint, bool IsDevelopment, string Name);

public sealed class Clients(ClientOptions options, Action<string> log)
{
    public HttpClientHandler ByErrors() => new() { ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None }; //@near GB8204

    public HttpClientHandler ByThumbprint() => new() { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.Thumbprint == options.Thumbprint }; //@near GB8204

    public HttpClientHandler OnlyLogs() => new()
    {
        ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => //@near GB8204
        {
            log($"{certificate?.Subject}: {errors}");
            return errors == SslPolicyErrors.None;
        },
    };

    public HttpClientHandler TakesNoneAtAll() => new() { ServerCertificateCustomValidationCallback = (_, _, _, _) => false }; //@near GB8204

    public HttpClientHandler Chosen()
    {
        var handler = new HttpClientHandler();
        if (options.AllowInvalidCertificate)
            handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; //@near GB8204
        return handler;
    }

    public HttpClientHandler Development()
    {
        var handler = new HttpClientHandler();
        if (options.IsDevelopment)
        {
            handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; //@near GB8204
        }

        return handler;
    }

    public HttpClientHandler ByCondition() => new() { ServerCertificateCustomValidationCallback = options.AllowInvalidCertificate ? (_, _, _, _) => true : null }; //@near GB8204

    public HttpClientHandler InTheCallback() => new() { ServerCertificateCustomValidationCallback = (_, _, _, errors) => options.AllowInvalidCertificate || errors == SslPolicyErrors.None }; //@near GB8204

    public HttpClientHandler EarlyExit()
    {
        var handler = new HttpClientHandler();
        if (!options.IsDevelopment)
            return handler;
        handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; //@near GB8204
        return handler;
    }

    public void Cleared() => ServicePointManager.ServerCertificateValidationCallback = null; //@near GB8204

    public void Removed() => ServicePointManager.ServerCertificateValidationCallback -= Check; //@near GB8204

    public void Group(HttpWebRequest request) => request.ServerCertificateValidationCallback = Check; //@near GB8204

    public SslStream Open(Stream stream) => new(stream, false, Check); //@near GB8204

    public SslStream OpenPlainly(Stream stream) => new(stream, true); //@near GB8204

    public HttpClientHandler Throws() => new()
    {
        ServerCertificateCustomValidationCallback = (_, _, _, errors) => //@near GB8204
        {
            if (errors != SslPolicyErrors.None)
                throw new InvalidOperationException("The certificate has errors: " + errors);
            return true;
        },
    };

    public HttpClientHandler ByHost() => new() { ServerCertificateCustomValidationCallback = (message, _, _, errors) => errors == SslPolicyErrors.None || message.RequestUri!.IsLoopback }; //@near GB8204

    public HttpClientHandler Given(Func<HttpRequestMessage, X509Certificate2?, X509Chain?, SslPolicyErrors, bool> callback) => new() { ServerCertificateCustomValidationCallback = callback }; //@near GB8204

    public SslServerAuthenticationOptions Server(X509Certificate certificate) => new() { ServerCertificate = certificate, ClientCertificateRequired = false }; //@near GB8204

    private static bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.RemoteCertificateNameMismatch)
            return certificate?.Subject == "CN=intern";
        return errors == SslPolicyErrors.None;
    }
}

/// <summary>A callback of one's own that has the name.</summary>
public sealed class Questions
{
    public Func<bool>? ServerCertificateValidationCallback { get; set; }

    public void Ask() => ServerCertificateValidationCallback = () => true; //@near GB8204

    public Predicate<string> Filter() => _ => true; //@near GB8204
}

public static class DevelopmentClients
{
    public static HttpClientHandler Create() => new() { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }; //@near GB8204
}

public sealed class Switches(string environment)
{
    public HttpClientHandler Handler()
    {
        var handler = new HttpClientHandler();
        switch (environment)
        {
            case "Development":
                handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; //@near GB8204
                break;
        }

        return handler;
    }
}
