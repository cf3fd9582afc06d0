using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Runtime;
using Amazon.StepFunctions;

namespace Ghostbusters.Functions.Testing.Emulators;

/// <summary>
/// Step Functions' protocol over a state of its own, with its rules for names: the same name and input is the same execution
/// while it runs; another input, or one that has ended, is refused. It refuses what is not signed right, and fails on demand.
/// </summary>
public sealed class StepFunctionsServer : IAsyncDisposable
{
    private const string Prefix = "arn:aws:states:eu-central-1:000000000000:";

    private readonly AwsJsonServer _server;
    private readonly HashSet<string> _machines;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, JsonObject> _executions = new(StringComparer.Ordinal);
    private int _faults;

    public StepFunctionsServer(params IEnumerable<string> machines)
    {
        _machines = [.. machines];
        _server = AwsJsonServer.Start((operation, request) => Task.FromResult(Answer(operation, request)));
    }

    public Uri Address => _server.Address;

    /// <summary>Is told of each new execution: its machine, name and input.</summary>
    public Action<string, string, string> Started { get; init; } = static (_, _, _) => { };

    /// <summary>How many requests were refused for their signature.</summary>
    public int Refused => _server.Refused;

    /// <summary>How many executions were made.</summary>
    public int Executions => _executions.Count;

    public static string ArnOf(string machine) => Prefix + "stateMachine:" + machine;

    public IAmazonStepFunctions Client(AWSCredentials? credentials = null) => new AmazonStepFunctionsClient(credentials ?? AwsJsonServer.Credentials, new AmazonStepFunctionsConfig
    {
        ServiceURL = _server.Address.ToString(),
        AuthenticationRegion = RegionEndpoint.EUCentral1.SystemName,
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 2,
    });

    /// <summary>So many of the next requests fail, as a service does that is overloaded.</summary>
    public void FailNext(int count) => Interlocked.Add(ref _faults, count);

    /// <summary>Ends the execution whose name ends so.</summary>
    public void End(string name, string status, string? output, string? error, string? cause)
    {
        lock (_lock)
        {
            var execution = _executions.Single(e => e.Key.EndsWith("-" + name, StringComparison.Ordinal)).Value;
            (execution["status"], execution["output"], execution["error"], execution["cause"], execution["stopDate"]) = (status, output, error, cause, 1);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private AwsAnswer Answer(string operation, JsonElement request)
    {
        if (_faults > 0)
        {
            Interlocked.Decrement(ref _faults);
            return AwsAnswer.Error(500, "InternalFailure");
        }
        lock (_lock)
        {
            return operation switch
            {
                "StartExecution" => Start(request),
                "DescribeExecution" => _executions.TryGetValue(Text(request, "executionArn"), out var execution) ? AwsAnswer.Ok(execution.DeepClone()) : AwsAnswer.Error(400, "ExecutionDoesNotExist"),
                "StopExecution" => Stop(request),
                _ => AwsAnswer.Error(400, "UnknownOperationException"),
            };
        }
    }

    private AwsAnswer Start(JsonElement request)
    {
        var (machine, name, input) = (Text(request, "stateMachineArn"), Text(request, "name"), Text(request, "input"));
        if (!_machines.Contains(machine.Split(':')[^1])) return AwsAnswer.Error(400, "StateMachineDoesNotExist");
        if (name.Length is 0 or > 80 || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return AwsAnswer.Error(400, "InvalidName");
        var arn = machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ":" + name;
        if (_executions.TryGetValue(arn, out var there) && (there["status"]!.GetValue<string>() != "RUNNING" || there["input"]!.GetValue<string>() != input))
            return AwsAnswer.Error(400, "ExecutionAlreadyExists");
        if (there is not null) return AwsAnswer.Ok(new JsonObject { ["executionArn"] = arn, ["startDate"] = 0 });
        _executions[arn] = new JsonObject
        {
            ["executionArn"] = arn,
            ["stateMachineArn"] = machine,
            ["name"] = name,
            ["input"] = input,
            ["status"] = "RUNNING",
            ["startDate"] = 0,
        };
        Started(machine.Split(':')[^1], name, input);
        return AwsAnswer.Ok(new JsonObject { ["executionArn"] = arn, ["startDate"] = 0 });
    }

    private AwsAnswer Stop(JsonElement request)
    {
        if (!_executions.TryGetValue(Text(request, "executionArn"), out var execution)) return AwsAnswer.Error(400, "ExecutionDoesNotExist");
        if (execution["status"]!.GetValue<string>() == "RUNNING")
            (execution["status"], execution["error"], execution["cause"], execution["stopDate"]) = ("ABORTED", Text(request, "error"), Text(request, "cause"), 1);
        return AwsAnswer.Ok(new JsonObject { ["stopDate"] = 1 });
    }

    private static string Text(JsonElement request, string name) => request.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
