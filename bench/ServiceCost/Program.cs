using System.Globalization;
using Ghostbusters.Functions.Analysis;
using Ghostbusters.Functions.Client;
using Ghostbusters.Functions.Client.Models;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Testing.Emulators;
using Ghostbusters.LambdaService;
using Ghostbusters.ServiceCost;

// What an analysis of a folder uses of AWS, by what its native functions use here, as bench/servicecost.tsv: docs/deploy.md says what it costs.
if (args is not [var native, var folder, .. var rest])
{
    Console.Error.WriteLine("ServiceCost <bootstrap> <folder> [analyses]");
    return 2;
}

var count = rest is [var said] ? int.Parse(said, CultureInfo.InvariantCulture) : 5;
var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(static path => Path.GetExtension(path) is ".cs" or ".csproj")
    .Select(path => new FileSource(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path))).ToList();
var request = new AnalyzeRequest { Files = files, ProjectPath = "measured" };

Bill? bill = null;
await using var tables = await WireTap.StartAsync(await NodeEmulator.Dynalite, passed => bill?.AddTable(passed));
await using var blobs = await WireTap.StartAsync(await NodeEmulator.S3rver, passed => bill?.AddBlob(passed));
await using var stack = await ServiceStack.StartAsync(
    typeof(Startup).Assembly, native, static _ => { }, [("AWS_ENDPOINT_URL_DYNAMODB", tables.Address.ToString()), ("AWS_ENDPOINT_URL_S3", blobs.Address.ToString())]);
stack.Functions.Finished = (function, wall, processor) => bill?.AddInvocation(function.Name, function.MemoryMb, wall, processor);
stack.Gateway.BeforePush = _ =>
{
    bill?.Add(Bill.SocketMessages, 1);
    return Task.CompletedTask;
};
stack.StartDelivery();
using var client = new GhostbustersClient(new ClientOptions(stack.Gateway.Address, await stack.KeyAsync(TenantId.Parse("ada"), "analyses:read", "analyses:write")));

// The first starts the processes: what that costs is in bench/coldstart.tsv.
await AnalyseAsync();
var measured = new Bill();
var (requests, logged) = (stack.Queues.Requests, Logged());
bill = measured;
for (var i = 0; i < count; i++) await AnalyseAsync();
bill = null;
measured.Add(Bill.QueueRequests, stack.Queues.Requests - requests);
measured.Add(Bill.RestRequests, 2 * count);
measured.Add(Bill.SocketMessages, 3 * count);
measured.Add(Bill.SocketMinutes, count);
measured.AddLogs(Logged() - logged);

var lines = files.Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Sum(static file => file.Content.Count(static c => c == '\n'));
Console.Error.WriteLine($"{files.Count} files, {lines.ToString("N0", CultureInfo.InvariantCulture)} lines; mean of {count}");
Console.Write(measured.Table(count));
return 0;

long Logged() => stack.Functions.All.Sum(function => (long)stack.Functions.Log(function.Name).Length);

// One submission, one socket with its connect, subscribe and disconnect, one result.
async Task AnalyseAsync()
{
    var accepted = await client.SubmitAsync(request);
    await foreach (var step in client.WatchAsync(accepted.AnalysisId))
        if (step.IsEnd && step.Status == "failed") throw new InvalidOperationException($"The analysis failed: {step.Reason}");
    await client.GetResultAsync(accepted.AnalysisId);
}
