using System.Globalization;
using Ghostbusters.Functions.Analysis;
using Ghostbusters.Functions.Client;
using Ghostbusters.Functions.Client.Models;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Testing.Emulators;
using Ghostbusters.LambdaService;
using Ghostbusters.ServiceCost;

// What analyses of a folder cost on AWS, by what their native functions use here: ServiceCost <bootstrap> <folder> [analyses]
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
    bill?.Add("socket messages", 1, Prices.SocketMessage);
    return Task.CompletedTask;
};
stack.StartDelivery();
using var client = new GhostbustersClient(new ClientOptions(stack.Gateway.Address, await stack.KeyAsync(TenantId.Parse("ada"), "analyses:read", "analyses:write")));

// The first starts the processes: what that costs is in bench/coldstart.tsv.
await AnalyseAsync();
var measured = new Bill();
var before = stack.Queues.Requests;
bill = measured;
for (var i = 0; i < count; i++) await AnalyseAsync();
bill = null;
measured.Add("queue requests", stack.Queues.Requests - before, Prices.QueueRequest);
measured.Add("REST requests", 2 * count, Prices.RestRequest);
measured.Add("socket messages", 3 * count, Prices.SocketMessage);
measured.Add("socket minutes", count, Prices.SocketMinute);

var lines = files.Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Sum(static file => file.Content.Count(static c => c == '\n'));
Console.WriteLine($"{files.Count} files, {lines.ToString("N0", CultureInfo.InvariantCulture)} lines; mean of {count}");
foreach (var line in measured.Lines(count, 1000)) Console.WriteLine(line);
return 0;

// One submission, one socket with its connect, subscribe and disconnect, one result.
async Task AnalyseAsync()
{
    var accepted = await client.SubmitAsync(request);
    await foreach (var step in client.WatchAsync(accepted.AnalysisId))
        if (step.IsEnd && step.Status == "failed") throw new InvalidOperationException($"The analysis failed: {step.Reason}");
    await client.GetResultAsync(accepted.AnalysisId);
}
