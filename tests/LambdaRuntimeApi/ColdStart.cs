using System.Diagnostics;

namespace Ghostbusters.LambdaRuntimeApi;

/// <summary>Measures from starting a process to its first answer.</summary>
public static class ColdStart
{
    /// <param name="expected">What each answer has to contain: a refusal may be quick.</param>
    /// <param name="variables">The function's environment.</param>
    /// <returns>One time for each round, in the order measured.</returns>
    public static async Task<IReadOnlyList<TimeSpan>> MeasureAsync(
        string executable, string handler, byte[] payload, string expected, int rounds, params IReadOnlyList<(string Name, string Value)> variables)
    {
        var times = new List<TimeSpan>(rounds);
        for (var round = 0; round < rounds; round++)
        {
            await using var api = await RuntimeApi.StartAsync();
            var answer = api.InvokeAsync(payload);
            var start = Stopwatch.GetTimestamp();
            await using var function = FunctionProcess.Start(executable, api, handler, variables);
            var outcome = await answer;
            times.Add(Stopwatch.GetElapsedTime(start));
            if (outcome.IsError || !outcome.Text.Contains(expected, StringComparison.Ordinal))
                throw new InvalidOperationException($"The function failed: {outcome.Text}");
        }

        return times;
    }

    public static TimeSpan Median(IReadOnlyList<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
