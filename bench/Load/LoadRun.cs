using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ghostbusters.Bench.Load;

/// <summary>
/// Users at the same time. Each does ten calls in a round: one submission of a small file, five looks at results of its own,
/// two pages of the history, one history of a project, one health check. There is no retry: what fails is an error.
/// </summary>
internal static class LoadRun
{
    public static async Task RunAsync(Uri address, string key, int users, TimeSpan time, TimeSpan think, Tally tally)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = users };
        using var http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, users).Select(user => UserAsync(http, user, until, think, tally)));
    }

    private static async Task UserAsync(HttpClient http, int user, long until, TimeSpan think, Tally tally)
    {
        var own = new List<string>();
        var state = (uint)user * 2654435761u + 1;
        await Task.Delay(think * (user % 100 / 100.0)); // They do not all begin at once.
        for (var step = user; Stopwatch.GetTimestamp() < until && !tally.IsStopped; step++)
        {
            try
            {
                await StepAsync(http, user, step, own, tally);
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException)
            {
                if (tally.IsStopped) tally.NoAnswer();
                else tally.Error(failure.GetType().Name);
                if (tally.IsStopped) return;
            }
            state = state * 1664525 + 1013904223; // Pauses from half to one and a half of the mean, the same in every run.
            await Task.Delay(think * (0.5 + state / (double)uint.MaxValue));
        }
    }

    private static Task StepAsync(HttpClient http, int user, int step, List<string> own, Tally tally) => (step % 10) switch
    {
        0 => SubmitAsync(http, user, step, own, tally),
        1 or 3 => GetAsync(http, "history", "/ghostbusters/history?limit=20", tally),
        5 => GetAsync(http, "history of a project", $"/ghostbusters/history?project=load-{user}", tally),
        7 => GetAsync(http, "health", "/health", tally),
        _ when own.Count > 0 => GetAsync(http, "result", "/ghostbusters/results/" + own[step % own.Count], tally),
        _ => GetAsync(http, "history", "/ghostbusters/history?limit=20", tally),
    };

    private static async Task SubmitAsync(HttpClient http, int user, int step, List<string> own, Tally tally)
    {
        var name = $"Send{user}X{step}";
        var body = new { files = new[] { new { path = "Gateway.cs", content = Code(name) } }, project_path = $"load-{user}" };
        var began = Stopwatch.GetTimestamp();
        using var response = await http.PostAsJsonAsync("/ghostbusters/analyze", body);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (!Took(response, "submit", began, tally)) return;
        var id = answer.GetProperty("analysis_id").GetString()!;
        tally.Accepted[id] = name;
        own.Add(id);
    }

    private static async Task GetAsync(HttpClient http, string call, string path, Tally tally)
    {
        var began = Stopwatch.GetTimestamp();
        using var response = await http.GetAsync(path);
        await response.Content.ReadAsByteArrayAsync();
        Took(response, call, began, tally);
    }

    private static bool Took(HttpResponseMessage response, string call, long began, Tally tally)
    {
        tally.Answer(call, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        if (response.IsSuccessStatusCode) return true;
        tally.Error($"{call}: {(int)response.StatusCode}");
        return false;
    }

    private static string Code(string name) => $$"""
        namespace Load;

        public sealed class Gateway
        {
            public void {{name}}(string text)
            {
                try
                {
                    System.IO.File.AppendAllText("{{name}}.log", text);
                }
                catch (System.Exception)
                {
                }
            }
        }
        """;
}
