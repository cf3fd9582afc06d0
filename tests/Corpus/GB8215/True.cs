using System.Net;
using System.Net.Http.Json;
using System.Net.Mail;
using System.Net.WebSockets;

namespace Corpus.GB8215.True;

public sealed class Weather(HttpClient client, string mailServer)
{
    private const string Host = "http://api.weather-now.net";
    private static readonly Uri Address = new("http://api.weather-now.net/v1/");

    public Task<string> Constant() => client.GetStringAsync("http://api.weather-now.net/today"); //@true GB8215

    public Task<string> Joined(string city) => client.GetStringAsync(Host + "/today?city=" + city); //@true GB8215

    public Task<string> Interpolated(string city) => client.GetStringAsync($"http://api.weather-now.net/{city}"); //@true GB8215

    public Task<string> InterpolatedHost(string city) => client.GetStringAsync($"{Host}/{city}"); //@true GB8215

    public Task<HttpResponseMessage> Post(HttpContent content) => client.PostAsync("http://api.weather-now.net/report", content); //@true GB8215

    public Task<HttpResponseMessage> Field(HttpContent content) => client.PutAsync(Address, content); //@true GB8215

    public Task<HttpResponseMessage> Local()
    {
        var url = "http://login.weather-now.net/start";
        return client.GetAsync(url); //@true GB8215
    }

    public Task<string> Formatted(string city) => client.GetStringAsync(string.Format("http://api.weather-now.net/{0}", city)); //@true GB8215

    public Task<string[]?> Json() => client.GetFromJsonAsync<string[]>("http://api.weather-now.net/cities"); //@true GB8215

    public HttpClient Base() => new() { BaseAddress = new Uri("http://api.weather-now.net/") }; //@true GB8215

    public void BaseLater(HttpClient other) => other.BaseAddress = Address; //@true GB8215

    public HttpRequestMessage Message() => new(HttpMethod.Post, "http://api.weather-now.net/report"); //@true GB8215

    public WebRequest Old() => WebRequest.Create("http://api.weather-now.net/today"); //@true GB8215

    public WebRequest Ftp(string name) => WebRequest.Create("ftp://files.weather-now.net/" + name); //@true GB8215

    public string OldClient(WebClient old) => old.DownloadString("http://api.weather-now.net/today"); //@true GB8215

    public void Program(WebClient old) => old.DownloadFile("http://dl.weather-now.net/setup.exe", "setup.exe"); //@true GB8215

    public Task Socket(ClientWebSocket socket) => socket.ConnectAsync(new Uri("ws://live.weather-now.net/feed"), CancellationToken.None); //@true GB8215

    public Task<string> ByNumber() => client.GetStringAsync("http://93.184.216.34/today"); //@true GB8215

    public Task<string> WithPort() => client.GetStringAsync("http://api.weather-now.net:8080/today"); //@true GB8215

    public SmtpClient Mail() => new("smtp.weather-now.net", 587) { EnableSsl = false }; //@true GB8215

    public SmtpClient MailLater()
    {
        var smtp = new SmtpClient(mailServer, 587);
        smtp.EnableSsl = false; //@true GB8215
        return smtp;
    }

    public void FtpLater(FtpWebRequest request) => request.EnableSsl = false; //@true GB8215
}
