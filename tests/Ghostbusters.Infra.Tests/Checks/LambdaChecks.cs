namespace Ghostbusters.Infra.Tests.Checks;

/// <summary>1 to 12.</summary>
internal static class LambdaChecks
{
    private static readonly HashSet<string> Variables = new(StringComparer.Ordinal)
    {
        "ANNOTATIONS_HANDLER", "LOG_LEVEL", "SSL_CERT_FILE", "SSL_CERT_DIR", "GHOSTBUSTERS_TABLE_ANALYSIS", "GHOSTBUSTERS_TABLE_ACCOUNTS", "GHOSTBUSTERS_BUCKET", "GHOSTBUSTERS_QUEUES",
        "GHOSTBUSTERS_SECRETS", "GHOSTBUSTERS_WEBSOCKET", "GHOSTBUSTERS_TOKEN_ISSUER", "GHOSTBUSTERS_TOKEN_CLIENTS", "GHOSTBUSTERS_PUBLIC_URL", "GHOSTBUSTERS_WORKFLOWS",
    };

    public static IEnumerable<Check> All =>
    [
        Check.Each(1, "runtime, handler and architecture", "lambda:Function",
            static (f, g) => f["runtime"] == "provided.al2023" && f["handler"] == "bootstrap" && f.Texts("architectures").SequenceEqual(["x86_64"]) ? null : "is another machine's",
            static g => g.Set("lambda:Function", "runtime", "dotnet8")),
        Check.Each(2, "tracing", "lambda:Function", static f => f["tracingConfig.mode"] == "Active", static g => g.Set("lambda:Function", "tracingConfig.mode", "PassThrough")),
        Check.Each(3, "timeout and memory are said; callers wait less than 29 s", "lambda:Function",
            static (f, g) => f.Number("memorySize") is null ? "memory" : f.Number("timeout") is not { } seconds ? "timeout" : seconds > 29 && IsCalled(f, g) ? "too long for a caller" : null,
            static g => { foreach (var f in g.Of("lambda:Function")) f.Set("timeout", 60); }),
        new(4, "concurrency is reserved, and the account keeps 100", Concurrency, static g => g.Set("lambda:Function", "reservedConcurrentExecutions", 900)),
        Check.Each(5, "what is called without waiting has somewhere for its failures", "Schedule",
            static s => s["target.deadLetterConfig.arn"] is not null && s.Number("target.retryPolicy.maximumRetryAttempts") is not null,
            static g => g.Set("Schedule", "target.deadLetterConfig", null)),
        Check.Each(6, "own log group, JSON", "lambda:Function",
            static (f, g) => f["loggingConfig.logFormat"] == "JSON" && f["loggingConfig.logGroup"] == "/aws/lambda/" + f["name"] && g.Of("LogGroup").Any(l => l["name"] == f["loggingConfig.logGroup"]) ? null : "has not",
            static g => g.First("LogGroup").Set("name", "other")),
        new(7, "one role a function, which only Lambda takes on", Roles, static g => g.Set("lambda:Function", "role", g.Of("lambda:Function").Last()["role"])),
        Check.Each(8, "a permission names its source", "lambda:Permission", static p => p["sourceArn"] is { Length: > 0 } arn && arn != "*" && p["principal"] != "*",
            static g => g.Set("lambda:Permission", "sourceArn", null)),
        new(9, "no function address without authorization", static g => g.Of("lambda:Function").Select(f => new Verdict(f.ToString(), g.Of("FunctionUrl").Any(u => u["authorizationType"] == "NONE" && u["functionName"] == f["name"]) ? "open to the world" : null)),
            static g => g.Nodes.Add(new Node("aws:lambda/functionUrl:FunctionUrl", "open", new JsonObject { ["authorizationType"] = "NONE", ["functionName"] = g.First("lambda:Function")["name"] }, g.Nodes[0].Options, "u", null, true))),
        Check.Each(10, "the environment holds known names and no secrets", "lambda:Function", static (f, _) => Unknown(f) is { } name ? name : null,
            static g => g.Set("lambda:Function", "environment.variables.DB_PASSWORD", "hunter2")),
        Check.Each(11, "code is its context's archive under artifacts/", "lambda:Function",
            static f => f.At("code.$archive.path")?.ToString() is { } path && path.StartsWith("../../artifacts/", StringComparison.Ordinal) && path.EndsWith("/analysis.zip", StringComparison.Ordinal),
            static g => g.Set("lambda:Function", "code", new JsonObject { ["$archive"] = new JsonObject { ["path"] = "elsewhere.zip" } })),
        new(12, "everybody calls the alias", Aliases, static g => g.Set("EventSourceMapping", "functionName", g.First("EventSourceMapping")["functionName"]!.Replace(":live", "", StringComparison.Ordinal))),
    ];

    private static bool IsCalled(Node function, Graph graph) => graph.Of("lambda:Permission").Any(p => p["function"] == function["name"] && p["principal"] == "apigateway.amazonaws.com");

    private static IEnumerable<Verdict> Concurrency(Graph graph)
    {
        foreach (var function in graph.Of("lambda:Function")) yield return new Verdict(function.ToString(), function.Number("reservedConcurrentExecutions") is null ? "reserves nothing" : null);
        var sum = graph.Of("lambda:Function").Sum(static f => f.Number("reservedConcurrentExecutions") ?? 0);
        yield return new Verdict("all functions", sum > 900 ? $"reserve {sum}" : null);
    }

    private static IEnumerable<Verdict> Roles(Graph graph)
    {
        foreach (var function in graph.Of("lambda:Function"))
        {
            var role = graph.Of("Role").SingleOrDefault(r => $"arn:aws:iam::{Aws.Account}:role/{r["name"]}" == function["role"]);
            var trust = role?.Statements("assumeRolePolicy").ToList();
            var isAlone = graph.Of("lambda:Function").Count(f => f["role"] == function["role"]) == 1;
            yield return new Verdict(function.ToString(), isAlone && trust is [var only] && only["Principal"]!["Service"]!.ToString() == "lambda.amazonaws.com" ? null : "shares it or others take it on");
        }
    }

    private static string? Unknown(Node function) => function.At("environment.variables")!.AsObject()
        .Where(static v => !Variables.Contains(v.Key) || v.Key.StartsWith("AWS_", StringComparison.Ordinal) || v.Value is JsonObject).Select(static v => v.Key).FirstOrDefault();

    private static IEnumerable<Verdict> Aliases(Graph graph)
    {
        foreach (var mapping in graph.Of("EventSourceMapping")) yield return new Verdict(mapping.ToString(), mapping["functionName"]!.EndsWith(":live", StringComparison.Ordinal) ? null : "calls $LATEST");
        foreach (var permission in graph.Of("lambda:Permission")) yield return new Verdict(permission.ToString(), permission["qualifier"] == "live" ? null : "allows $LATEST");
        foreach (var schedule in graph.Of("Schedule")) yield return new Verdict(schedule.ToString(), schedule["target.arn"]!.EndsWith(":live", StringComparison.Ordinal) ? null : "calls $LATEST");
        foreach (var integration in graph.Of("Integration")) yield return new Verdict(integration.ToString(), integration["integrationUri"]!.EndsWith(":live/invocations", StringComparison.Ordinal) ? null : "calls $LATEST");
    }
}
