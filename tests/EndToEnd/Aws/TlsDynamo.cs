using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Ghostbusters.EndToEnd.Aws;

/// <summary>A table's endpoint over TLS, certified by an authority of its own that nobody knows; it answers every request with an empty object.</summary>
internal sealed class TlsDynamo : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _certificate;
    private readonly Task _serving;
    private readonly ConcurrentBag<Task> _answering = [];
    private int _refused;

    public TlsDynamo()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = RSA.Create(2048);
        var authority = new CertificateRequest("CN=An authority of the tests", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _authority = authority.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(_authority, now.AddMinutes(-30), now.AddHours(12), [1, 2, 3, 4]);
        using var together = issued.CopyWithPrivateKey(key);
        _certificate = X509CertificateLoader.LoadPkcs12(together.Export(X509ContentType.Pkcs12), null);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The authority's certificate.</summary>
    public string Pem => _authority.ExportCertificatePem();

    /// <summary>The first lines of requests that got through.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>How many clients broke off because they did not trust the certificate.</summary>
    public int Refused => _refused;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        await Task.WhenAll(_answering);
        _certificate.Dispose();
        _authority.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }
            _answering.Add(AnswerAsync(client));
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var tls = new SslStream(client.GetStream());
                await tls.AuthenticateAsServerAsync(_certificate);
                if (await RequestAsync(tls) is not { } line)
                {
                    Interlocked.Increment(ref _refused);
                    return;
                }
                Requests.Enqueue(line);
                await tls.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"u8.ToArray());
                await tls.ShutdownAsync();
            }
            catch (Exception refused) when (refused is IOException or System.Security.Authentication.AuthenticationException)
            {
                Interlocked.Increment(ref _refused);
            }
        }
    }

    /// <summary>The first line of a request that was read to its end; null where none came.</summary>
    private static async Task<string?> RequestAsync(SslStream tls)
    {
        var (text, buffer) = (new StringBuilder(), new byte[4096]);
        while (true)
        {
            var count = await tls.ReadAsync(buffer);
            if (count == 0) return null;
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
            var read = text.ToString();
            if (read.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var end and >= 0 && read.Length - end - 4 >= LengthOf(read[..end])) return read.Split("\r\n")[0];
        }
    }

    private static int LengthOf(string head)
    {
        const string Name = "content-length:";
        var line = head.Split("\r\n").FirstOrDefault(static line => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line[Name.Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
