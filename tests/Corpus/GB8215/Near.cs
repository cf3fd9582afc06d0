using System.Net;
using System.Net.Mail;
using System.Xml.Linq;

namespace Corpus.GB8215.Near;

public sealed class Clients(HttpClient client, bool isDevelopment, bool useTls, string host)
{
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/"; //@near GB8215

    private const string License = "http://www.apache.org/licenses/LICENSE-2.0"; //@near GB8215

    public Task<string> Secure() => client.GetStringAsync("https://api.weather-now.net/today"); //@near GB8215

    public Task<string> Local() => client.GetStringAsync("http://localhost:5000/health"); //@near GB8215

    public Task<string> Loopback() => client.GetStringAsync("http://127.0.0.1:9090/metrics"); //@near GB8215

    public Task<string> Metadata() => client.GetStringAsync("http://169.254.169.254/latest/meta-data/"); //@near GB8215

    public Task<string> Container() => client.GetStringAsync("http://inventory:8080/stock"); //@near GB8215

    public Task<string> Cluster() => client.GetStringAsync("http://inventory.shop.svc/stock"); //@near GB8215

    public Task<string> Intern() => client.GetStringAsync("http://10.1.2.3/stock"); //@near GB8215

    public Task<string> Printer() => client.GetStringAsync("http://192.168.0.17/status"); //@near GB8215

    public Task<string> Neighbour() => client.GetStringAsync("http://printer.local/status"); //@near GB8215

    public Task<string> Sample() => client.GetStringAsync("http://www.example.com/"); //@near GB8215

    public Task<string> Configured(string address) => client.GetStringAsync(address); //@near GB8215

    public Task<string> ByHost(string name) => client.GetStringAsync($"http://{name}/status"); //@near GB8215

    public Task<byte[]> Revocations() => client.GetByteArrayAsync("http://crl.weather-now.net/root.crl"); //@near GB8215

    public Task<byte[]> Ocsp() => client.GetByteArrayAsync("http://ocsp.weather-now.net/"); //@near GB8215

    public Task<string> Development() => isDevelopment ? client.GetStringAsync("http://test.weather-now.net/") : client.GetStringAsync("https://api.weather-now.net/"); //@near GB8215

    public Task<string> Captive() => client.GetStringAsync("http://connectivitycheck.gstatic.com/generate_204"); //@near GB8215

    public XElement Envelope() => new(Soap + "Envelope", License); //@near GB8215

    public bool IsPlain(string address) => address.StartsWith("http://", StringComparison.Ordinal); //@near GB8215

    public Uri Page() => new("http://www.weather-now.net/about"); //@near GB8215

    public string Link() => "<a href=\"http://www.weather-now.net/\">Weather</a>"; //@near GB8215

    public SmtpClient Relay() => new("localhost", 25) { EnableSsl = false }; //@near GB8215

    public SmtpClient Chosen() => new(host, 587) { EnableSsl = useTls }; //@near GB8215

    public SmtpClient On() => new(host, 587) { EnableSsl = true }; //@near GB8215

    public SmtpClient ByOption()
    {
        var smtp = new SmtpClient(host, 587);
        if (!useTls)
            smtp.EnableSsl = false; //@near GB8215
        return smtp;
    }

    public HttpListener Listen()
    {
        var listener = new HttpListener();
        listener.Prefixes.Add("http://+:8080/"); //@near GB8215 @true GB8220
        return listener;
    }
}

/// <summary>A property of one's own that has the name.</summary>
public sealed class Printer
{
    public bool EnableSsl { get; set; }

    public void Off() => EnableSsl = false; //@near GB8215
}
