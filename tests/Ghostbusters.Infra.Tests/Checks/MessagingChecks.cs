namespace Ghostbusters.Infra.Tests.Checks;

/// <summary>19 to 25.</summary>
internal static class MessagingChecks
{
    private const int Fortnight = 14 * 24 * 60 * 60;

    public static IEnumerable<Check> All =>
    [
        new(19, "encrypted", static g => [
            .. g.Of("sqs:Queue").Select(static q => new Verdict(q.ToString(), q.Is("sqsManagedSseEnabled") || q["kmsMasterKeyId"] is not null ? null : "is not")),
            .. g.Of("sns:Topic").Select(static t => new Verdict(t.ToString(), t["kmsMasterKeyId"] is not null ? null : "is not"))],
            static g => { var q = g.First("sqs:Queue"); q.Set("sqsManagedSseEnabled", null); q.Set("kmsMasterKeyId", null); }),
        Check.Each(20, "a queue has dead letters after 3 to 10 tries", "sqs:Queue",
            static (q, _) => IsDeadLetters(q) || (q["redrivePolicy"] is not null && q.Document("redrivePolicy")["maxReceiveCount"]!.GetValue<int>() is >= 3 and <= 10) ? null : "has none",
            static g => g.Of("sqs:Queue").First(static q => !IsDeadLetters(q)).Set("redrivePolicy", null)),
        new(21, "dead letters are kept 14 days, longer than the source, and take from one queue", DeadLetters,
            static g => g.Of("sqs:Queue").First(IsDeadLetters).Set("messageRetentionSeconds", 60)),
        new(22, "nothing without TLS, nothing for everybody", static g => [
            .. g.Of("sqs:Queue").Select(q => new Verdict(q.ToString(), g.Of("QueuePolicy").Any(p => p["queueUrl"]!.EndsWith("/" + q["name"], StringComparison.Ordinal) && IsClosed(p)) ? null : "open")),
            .. g.Of("sns:Topic").Select(t => new Verdict(t.ToString(), g.Of("TopicPolicy").Any(IsClosed) ? null : "open"))],
            static g => g.First("QueuePolicy").Edit("policy", static d => d["Statement"]![0]!["Effect"] = "Allow")),
        new(23, "visible again after six times the consumer's time", static g => g.Of("EventSourceMapping").Select(m => new Verdict(m.ToString(), VisibilityOf(m, g) >= 6 * TimeoutOf(m, g) ? null : "sooner")),
            static g => { foreach (var q in g.Of("sqs:Queue")) q.Set("visibilityTimeoutSeconds", 30); }),
        Check.Each(24, "only what failed comes back; at least two at a time", "EventSourceMapping",
            static m => m.Texts("functionResponseTypes").Contains("ReportBatchItemFailures") && m.Number("scalingConfig.maximumConcurrency") >= 2,
            static g => g.Set("EventSourceMapping", "functionResponseTypes", null)),
        new(25, "dead letters ring", static g => g.Of("sqs:Queue").Where(IsDeadLetters).Select(q => new Verdict(q.ToString(),
                g.Of("MetricAlarm").Any(a => a["metricName"] == "ApproximateNumberOfMessagesVisible" && a["dimensions.QueueName"] == q["name"] && a.Number("threshold") == 1) ? null : "silently")),
            static g => g.Nodes.RemoveAll(static n => n.IsA("MetricAlarm") && n["metricName"] == "ApproximateNumberOfMessagesVisible")),
    ];

    private static bool IsDeadLetters(Node queue) => queue["name"]!.EndsWith("-dlq", StringComparison.Ordinal);

    private static IEnumerable<Verdict> DeadLetters(Graph graph)
    {
        foreach (var letters in graph.Of("sqs:Queue").Where(IsDeadLetters))
        {
            var source = graph.Of("sqs:Queue").Single(q => q["name"] + "-dlq" == letters["name"]);
            var allow = graph.Of("RedriveAllowPolicy").SingleOrDefault(p => p["queueUrl"]!.EndsWith("/" + letters["name"], StringComparison.Ordinal))?.Document("redriveAllowPolicy");
            var isRight = letters.Number("messageRetentionSeconds") == Fortnight && source.Number("messageRetentionSeconds") < Fortnight
                && allow?["redrivePermission"]!.ToString() == "byQueue" && allow["sourceQueueArns"]!.AsArray().Single()!.ToString().EndsWith(":" + source["name"], StringComparison.Ordinal);
            yield return new Verdict(letters.ToString(), isRight ? null : "are not");
        }
    }

    private static bool IsClosed(Node policy) => policy.Statements().All(static s => s["Effect"]!.ToString() == "Deny" || s["Principal"]!.ToString() != "*")
        && policy.Statements().Any(static s => s["Effect"]!.ToString() == "Deny" && s["Condition"]?["Bool"]?["aws:SecureTransport"]?.ToString() == "false");

    private static int VisibilityOf(Node mapping, Graph graph) => graph.Of("sqs:Queue").Single(q => mapping["eventSourceArn"]!.EndsWith(":" + q["name"], StringComparison.Ordinal)).Number("visibilityTimeoutSeconds") ?? 0;

    private static int TimeoutOf(Node mapping, Graph graph) => graph.Of("lambda:Function").Single(f => mapping["functionName"]!.EndsWith($":{f["name"]}:live", StringComparison.Ordinal)).Number("timeout")!.Value;
}
