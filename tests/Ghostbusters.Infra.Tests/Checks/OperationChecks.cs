namespace Ghostbusters.Infra.Tests.Checks;

/// <summary>46 to 58.</summary>
internal static class OperationChecks
{
    private static readonly string[] Tags = ["managed-by", "owner", "project", "stack"];

    /// <summary>Types that AWS gives no tags.</summary>
    private static readonly string[] Untagged =
    [
        "Alias", "Permission", "FunctionEventInvokeConfig", "RolePolicy", "QueuePolicy", "RedriveAllowPolicy", "BucketPublicAccessBlock", "BucketOwnershipControls", "BucketVersioning", "BucketServerSideEncryptionConfiguration",
        "BucketLifecycleConfiguration", "BucketPolicy", "BucketLogging", "Deployment", "MethodSettings", "UsagePlanKey", "BasePathMapping", "Account", "Integration", "Route", "Dashboard", "Schedule", "UserPoolDomain",
        "UserPoolClient", "ResourceServer", "TopicPolicy", "TopicSubscription", "WebAclAssociation",
    ];

    public static IEnumerable<Check> All =>
    [
        Check.Each(46, "a workflow's log says all but data", "StateMachine", static s => s["loggingConfiguration.level"] == "ALL" && s["loggingConfiguration.logDestination"] is not null && !s.Is("loggingConfiguration.includeExecutionData"),
            static g => g.Set("StateMachine", "loggingConfiguration.level", "OFF")),
        Check.Each(47, "a workflow is traced", "StateMachine", static s => s.Is("tracingConfiguration.enabled"), static g => g.Set("StateMachine", "tracingConfiguration.enabled", false)),
        new(48, "a workflow's tasks are tried again, caught, end, and are there", static g => g.Of("StateMachine").SelectMany(s => States(s.Document("definition")).Where(static t => t.State["Type"]!.ToString() == "Task").Select(t => new Verdict($"{s} {t.Name}",
                t.State["Retry"] is null || t.State["Catch"] is null || t.State["TimeoutSeconds"] is null ? "is not" : g.Of("lambda:Function").Any(f => t.State["Resource"]!.ToString().EndsWith($":function:{f["name"]}:live", StringComparison.Ordinal)) ? null : "is nobody's"))),
            static g => g.First("StateMachine").Edit("definition", static d => { foreach (var (_, task) in States(d).Where(static t => t.State["Type"]!.ToString() == "Task")) task.Remove("Catch"); })),
        Check.Each(49, "a schedule has dead letters, tries, a role, a zone", "Schedule",
            static s => s["target.deadLetterConfig.arn"] is not null && s.Number("target.retryPolicy.maximumRetryAttempts") > 0 && s["target.roleArn"] is not null && s["scheduleExpressionTimezone"] == "UTC" && s["flexibleTimeWindow.mode"] is not null,
            static g => g.Set("Schedule", "scheduleExpressionTimezone", null)),
        Check.Each(50, "logs end, and in production not before a year", "LogGroup", static (l, g) => l.Number("retentionInDays") is { } days && (g.IsProduction ? days >= 365 && l["kmsKeyId"] is not null : days == 30) ? null : "do not",
            static g => g.Set("LogGroup", "retentionInDays", null)),
        Check.Each(51, "an alarm is heard, and is quiet where there is nothing", "MetricAlarm", static a => a.Texts("alarmActions").Any() && a["treatMissingData"] is not null && a.Number("threshold") > 0, static g => g.Set("MetricAlarm", "alarmActions", null)),
        new(52, "everything that can fail rings, and all is on the board", Watched, static g => g.First("Dashboard").Edit("dashboardBody", static d => d["widgets"]![0]!["properties"]!["alarms"] = new JsonArray())),
        Check.Each(53, "keys turn, and are not lost in a hurry", "kms:Key", static k => k.Is("enableKeyRotation") && k.Number("deletionWindowInDays") >= 7, static g => g.Set("kms:Key", "enableKeyRotation", false)),
        new(54, "people sign in safely", People, static g => g.Set("UserPool", "passwordPolicy.minimumLength", 8)),
        Check.Each(55, "secrets are encrypted, hidden, and named by stack", "Parameter", static (p, g) => p["type"] == "SecureString" && p.At("value") is JsonObject hidden && hidden.ContainsKey("$secret") && p["name"]!.StartsWith($"/ghostbusters/{g.Stack}/", StringComparison.Ordinal) ? null : "are not",
            static g => g.Set("Parameter", "value", "hunter2")),
        Check.Each(56, "a budget tells twice, and whom the configuration says", "Budget", static (b, g) => b.At("notifications")!.AsArray() is { Count: >= 2 } all && all.All(n => n!["subscriberEmailAddresses"]!.AsArray().Single()!.ToString() == (g.IsProduction ? "operations@example.com" : "developers@example.com")) ? null : "does not",
            static g => g.Set("Budget", "notifications", new JsonArray())),
        new(57, "everything carries its tags, and nothing is there twice", Tagged, static g => g.Set("Table", "tags", null)),
        new(58, "the stack says where it is, and no secret", static g => ((string[])["ApiUrl", "Bucket", "ClientId", "MachineUrl", "Queues", "Tables", "UserPoolId", "WebSocketUrl"]).Select(name => new Verdict(name,
                g.Outputs[name] switch { null => "is missing", JsonObject secret when secret.ContainsKey("$secret") => "is secret", _ => null })),
            static g => g.Outputs.Remove("ApiUrl")),
    ];

    private static IEnumerable<(string Name, JsonObject State)> States(JsonObject machine) => machine["States"]!.AsObject().Select(static s => (s.Key, State: s.Value!.AsObject()))
        .SelectMany(static s => (IEnumerable<(string, JsonObject)>)
        [
            s, .. s.State["ItemProcessor"] is JsonObject inner ? States(inner) : [], .. s.State["Branches"] is JsonArray branches ? branches.SelectMany(static b => States(b!.AsObject())) : [],
        ]);

    private static IEnumerable<Verdict> Watched(Graph graph)
    {
        var alarms = graph.Of("MetricAlarm").ToList();
        foreach (var function in graph.Of("lambda:Function"))
            foreach (var metric in (string[])["Errors", "Throttles", "Duration"])
                yield return new Verdict($"{function} {metric}", alarms.Any(a => a["metricName"] == metric && a["dimensions.FunctionName"] == function["name"] && (metric != "Duration" || (a["extendedStatistic"] == "p95" && a.Number("threshold") < 1000 * function.Number("timeout")))) ? null : "silent");
        foreach (var metric in (string[])["5XXError", "Latency"])
            yield return new Verdict("api " + metric, alarms.Any(a => a["metricName"] == metric && a["dimensions.ApiName"] == graph.First("RestApi")["name"]) ? null : "silent");
        foreach (var machine in graph.Of("StateMachine"))
            yield return new Verdict($"{machine} failed", alarms.Any(a => a["metricName"] == "ExecutionsFailed" && a["dimensions.StateMachineArn"]!.EndsWith(":" + machine["name"], StringComparison.Ordinal)) ? null : "silent");
        var board = graph.First("Dashboard").Document("dashboardBody")["widgets"]!.AsArray();
        var shown = board[0]!["properties"]!["alarms"]!.AsArray().Select(static a => a!.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var alarm in alarms) yield return new Verdict($"board {alarm}", shown.Contains($"arn:aws:cloudwatch:{Aws.Region}:{Aws.Account}:alarm:{alarm["name"]}") ? null : "is not on it");
        var names = graph.Nodes.Where(static n => n.IsCustom).Select(static n => n["name"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var metric in board.Skip(1).SelectMany(static w => w!["properties"]!["metrics"]!.AsArray()))
            yield return new Verdict($"board {metric!.ToJsonString()}", names.Contains(metric[3]!.ToString()) ? null : "shows what is not there");
    }

    private static IEnumerable<Verdict> People(Graph graph)
    {
        foreach (var pool in graph.Of("UserPool"))
        {
            var isStrong = pool.Number("passwordPolicy.minimumLength") >= 12 && pool.Is("passwordPolicy.requireLowercase") && pool.Is("passwordPolicy.requireUppercase") && pool.Is("passwordPolicy.requireNumbers") && pool.Is("passwordPolicy.requireSymbols");
            yield return new Verdict(pool.ToString(), isStrong && pool["mfaConfiguration"] is "OPTIONAL" or "ON" ? null : "weak passwords");
        }
        foreach (var client in graph.Of("UserPoolClient"))
        {
            var isRight = client["preventUserExistenceErrors"] == "ENABLED" && client.Texts("allowedOauthFlows").SequenceEqual(["code"]) && client.Number("accessTokenValidity") is > 0 and <= 60 && client["tokenValidityUnits.accessToken"] == "minutes";
            yield return new Verdict(client.ToString(), isRight ? null : "tells too much or too long");
        }
    }

    private static IEnumerable<Verdict> Tagged(Graph graph)
    {
        foreach (var node in graph.Nodes.Where(static n => n.IsCustom && !Untagged.Any(n.IsA)))
            yield return new Verdict(node.ToString(), node.At("tags") is JsonObject tags && tags.Select(static t => t.Key).Order(StringComparer.Ordinal).SequenceEqual(Tags) ? null : "has no tags");
        foreach (var same in graph.Nodes.Where(static n => n.IsCustom && n["name"] is not null).GroupBy(static n => (n.Type, n["name"], n["functionName"], n["role"])))
            yield return new Verdict($"{same.Key.Type} {same.Key.Item2}", same.Count() > 1 ? "is there twice" : null);
    }
}
