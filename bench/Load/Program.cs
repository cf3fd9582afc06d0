// The service on one machine under load: `ghostbusters-serve` as a process of its own, users as tasks of this one.
//   Load SERVE [--users 100] [--seconds 60] [--think 1000]     latencies, errors, submits a second, and that nothing is lost
//   Load SERVE --kill [--users 100] [--seconds 30]             the same, killed in the middle and started again
// SERVE is ghostbusters-serve.dll or the executable; --think is the mean pause of a user between two calls, in milliseconds.
using System.Diagnostics;
using System.Globalization;
using Ghostbusters.Bench.Load;

if (args.Length == 0)
{
    await Console.Error.WriteLineAsync("Load SERVE [--kill] [--users 100] [--seconds 60] [--think 1000]");
    return 3;
}
var users = Number("--users", 100);
var seconds = Number("--seconds", 60);
var think = TimeSpan.FromMilliseconds(Number("--think", 1000));
var kills = args.Contains("--kill");
var folder = Directory.CreateTempSubdirectory("ghostbusters-load-").FullName;
try
{
    return await RunAsync();
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task<int> RunAsync()
{
    await using var serve = await ServeUnderLoad.StartAsync(args[0], folder);
    var key = serve.FirstKey ?? throw new InvalidOperationException("It showed no key.");
    var warm = new Tally();
    await LoadRun.RunAsync(serve.Address, key, users: 8, TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(100), warm); // What is compiled at first use is compiled now.
    await Ending.WaitAsync(serve.Address, key, warm.Accepted);
    var tally = new Tally();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{users} users for {seconds} s, a pause of {think.TotalMilliseconds:F0} ms in the mean between two calls of one; load average before: {LoadAverage()}"));
    var began = Stopwatch.GetTimestamp();
    var load = LoadRun.RunAsync(serve.Address, key, users, TimeSpan.FromSeconds(seconds), think, tally);
    if (kills)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds) / 2);
        await serve.KillAsync();
        tally.Stop();
    }
    await load;
    var took = Stopwatch.GetElapsedTime(began);
    tally.Print(took);
    if (!kills) return await EndAsync(serve.Address, key, tally, warm);
    Console.WriteLine($"killed after {seconds / 2} s; {tally.Accepted.Count} accepted, {tally.Unanswered} calls without an answer");
    await using var again = await ServeUnderLoad.StartAsync(args[0], folder);
    return await EndAsync(again.Address, key, tally, warm);
}

async Task<int> EndAsync(Uri address, string key, Tally tally, Tally warm)
{
    var waiting = Stopwatch.GetTimestamp();
    await Ending.WaitAsync(address, key, tally.Accepted);
    var faults = await Ending.FaultsAsync(address, key, tally, warm);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{tally.Accepted.Count} analyses accepted; all at their end {Stopwatch.GetElapsedTime(waiting).TotalSeconds:F1} s after the last call; {faults.Count} of them lost, doubled or wrong"));
    foreach (var fault in faults.Take(10)) Console.WriteLine("  " + fault);
    return faults.Count == 0 && (kills || tally.Errors == 0) ? 0 : 1;
}

int Number(string option, int otherwise) => Array.IndexOf(args, option) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
