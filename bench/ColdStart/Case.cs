using System.Globalization;
using System.Text;
using Ghostbusters.LambdaRuntimeApi;

namespace Ghostbusters.ColdStart;

/// <summary>Something that is started and asked once.</summary>
/// <param name="What">For the table.</param>
/// <param name="Program">As <see cref="FunctionProcess.Start"/> takes it.</param>
/// <param name="Handler">The function.</param>
/// <param name="Event">JSON.</param>
/// <param name="Variables">The environment.</param>
internal sealed record Case(string What, string Program, string Handler, string Event, IReadOnlyList<(string Name, string Value)> Variables)
{
    private const string Expected = "\"statusCode\":2";

    /// <summary>The first start reads the files from the disk and warms this program up: it is not counted.</summary>
    public async Task<Measured> MeasureAsync(int rounds)
    {
        var payload = Encoding.UTF8.GetBytes(Event);
        await LambdaRuntimeApi.ColdStart.MeasureAsync(Program, Handler, payload, Expected, 1, Variables);
        var times = await LambdaRuntimeApi.ColdStart.MeasureAsync(Program, Handler, payload, Expected, rounds, Variables);
        return new Measured(What, LambdaRuntimeApi.ColdStart.Median(times), times.Min(), times.Max(), rounds);
    }
}

/// <summary>What came of a case.</summary>
internal sealed record Measured(string What, TimeSpan Median, TimeSpan Fastest, TimeSpan Slowest, int Rounds)
{
    public string Cells(string separator) => string.Create(
        CultureInfo.InvariantCulture, $"{What}{separator}{Median.TotalMilliseconds:f1}{separator}{Fastest.TotalMilliseconds:f1}{separator}{Slowest.TotalMilliseconds:f1}{separator}{Rounds}");
}
