using System.Diagnostics;

namespace Ghostbusters.LambdaRuntimeApi;

/// <summary>Measures from starting a process to its first answer.</summary>
public static class ColdStart
{
    /// <returns>One time for each round, in the order measured.</returns>
    public static async Task<IReadOnlyList<TimeSpan>> MeasureAsync(string executable, string handler, byte[] payload, int rounds)
    {
        var times = new List<TimeSpan>(rounds);
        for (var round = 0; round < rounds; round++)
        {
            await using var api = await RuntimeApi.StartAsync();
            var answer = api.InvokeAsync(payload);
            var start = Stopwatch.GetTimestamp();
            await using var function = FunctionProcess.Start(executable, api, handler);
            var outcome = await answer;
            times.Add(Stopwatch.GetElapsedTime(start));
            if (outcome.IsError)
                throw new InvalidOperationException($"The function failed: {outcome.Text}");
        }

        return times;
    }

    public static TimeSpan Median(IReadOnlyList<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
