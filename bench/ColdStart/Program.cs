using System.Globalization;
using Ghostbusters.LambdaRuntimeApi;

// From starting a function's process to its first answer: ColdStart <executable or .dll> <handler> <payload.json> [rounds]
if (args is not [var executable, var handler, var payload, .. var rest])
{
    Console.Error.WriteLine("ColdStart <executable or .dll> <handler> <payload.json> [rounds]");
    return 2;
}

var rounds = rest is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 30;
var input = await File.ReadAllBytesAsync(payload);
// The first start reads the executable from the disk and warms this program up: it is not counted.
await ColdStart.MeasureAsync(executable, handler, input, 1);
var times = await ColdStart.MeasureAsync(executable, handler, input, rounds);
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{handler}: median {ColdStart.Median(times).TotalMilliseconds:f1} ms, fastest {times.Min().TotalMilliseconds:f1}, slowest {times.Max().TotalMilliseconds:f1}, of {rounds}"));
return 0;
