using System.Globalization;
using System.Text.Json;
using Ghostbusters.ColdStart;
using Ghostbusters.Functions.Analysis;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.LambdaService;

// From starting a function's process to its first answer, over plain HTTP: ColdStart <bootstrap> <functions.dll> <handler.py> <commit> <date> <coldstart.tsv> [rounds]
if (args is not [var native, var managed, var python, var commit, var date, var record, .. var rest])
{
    Console.Error.WriteLine("ColdStart <bootstrap> <functions.dll> <handler.py> <commit> <date> <coldstart.tsv> [rounds]");
    return 2;
}

const string Heading = "commit\tdate\twhat\tmedian ms\tfastest\tslowest\trounds";
const string Health = """{"resource":"/health","path":"/health","httpMethod":"GET","headers":{},"requestContext":{"httpMethod":"GET","stage":"live"},"isBase64Encoded":false}""";
const string Disconnect = """{"requestContext":{"connectionId":"c1","routeKey":"$disconnect","eventType":"DISCONNECT"},"isBase64Encoded":false}""";

var rounds = rest is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 40;
await using var table = await TableDouble.StartAsync();
await using var stack = await ServiceStack.StartAsync(typeof(Startup).Assembly, native, static _ => { });
IReadOnlyList<(string, string)> variables = [.. stack.Environment, ("AWS_ENDPOINT_URL_DYNAMODB", table.Address)];
List<Case> cases =
[
    new("GET /health, native", native, "Health", Health, stack.Environment),
    new("GET /health, JIT", managed, "Health", Health, stack.Environment),
    new("one table write, native", native, "ProgressDisconnect", Disconnect, variables),
    new("one table write, JIT", managed, "ProgressDisconnect", Disconnect, variables),
    new("one table write, Python 3.11", python, "", Disconnect, variables),
    new("POST /analyze, native", native, "Analyze", await AnalyzeAsync("ada"), stack.Environment),
    new("POST /analyze, JIT", managed, "Analyze", await AnalyzeAsync("bob"), stack.Environment),
];
List<string> lines = File.Exists(record) ? [.. (await File.ReadAllLinesAsync(record)).Skip(1).Where(line => !line.StartsWith(commit + "\t", StringComparison.Ordinal))] : [];
Console.WriteLine("| what | median ms | fastest | slowest | rounds |\n|---|---:|---:|---:|---:|");
foreach (var @case in cases)
{
    var measured = await @case.MeasureAsync(rounds);
    Console.WriteLine($"| {measured.Cells(" | ")} |");
    lines.Add($"{commit}\t{date}\t{measured.Cells("\t")}");
}
if (table.Writes != 3 * (rounds + 1)) throw new InvalidOperationException($"The table was written {table.Writes} times, not once a start.");
await File.WriteAllLinesAsync(record, [Heading, .. lines]);
return 0;

// Each with a tenant of its own, whose rate no other uses up.
async Task<string> AnalyzeAsync(string tenant) => JsonSerializer.Serialize(new
{
    resource = "/ghostbusters/analyze",
    path = "/ghostbusters/analyze",
    httpMethod = "POST",
    headers = new Dictionary<string, string> { ["Authorization"] = "Bearer " + await stack.KeyAsync(TenantId.Parse(tenant), "analyses:write") },
    requestContext = new { httpMethod = "POST", stage = "live" },
    body = """{"files":[{"path":"A.cs","content":"class A;"}],"project_path":"a"}""",
    isBase64Encoded = false,
});
