namespace Ghostbusters.Infra.Tests.Policies;

/// <summary>One action on one thing that a role's policy allows.</summary>
/// <param name="Role">A function, a state machine, a clock, the gateway.</param>
internal sealed record Grant(string Role, string Sid, string Action, string Resource);

/// <summary>An action that the wire does not show, and why it is allowed.</summary>
/// <param name="Role">Whose; <c>*</c> for anybody's.</param>
/// <param name="Sid">The statement; with a star at its end any that begins so.</param>
/// <param name="Action">The action; with a star at its end any that begins so.</param>
internal sealed record Explained(string Role, string Sid, string Action, string Reason)
{
    private const string Poller = "Lambda's poller does it, with the function's role.";
    private const string Items = "Step Functions runs the items of a distributed map as executions, with the machine's role; the interpreter of the tests runs them itself.";
    private const string Fails = "It tells of an analysis that fails for good in it, which here others' do.";

    public static IReadOnlyList<Explained> All { get; } =
    [
        new("*", "WriteLogs", "logs:CreateLogStream", "Lambda writes what a function prints, with the function's role."),
        new("*", "WriteLogs", "logs:PutLogEvents", "Lambda writes what a function prints, with the function's role."),
        new("*", "WriteTraces", "xray:PutTelemetryRecords", "Lambda sends traces, with the function's role."),
        new("*", "WriteTraces", "xray:PutTraceSegments", "Lambda sends traces, with the function's role."),
        new("*", "ListBlobs", "s3:ListBucket", "Without it S3 answers for a missing object that it is forbidden, and the adapter could not tell."),
        new("*", "Take*", "sqs:DeleteMessage", Poller),
        new("*", "Take*", "sqs:GetQueueAttributes", Poller),
        new("*", "Take*", "sqs:ReceiveMessage", Poller),
        .. Of("SendAnalysisNotify", "sqs:SendMessage", Fails, "PlanParts", "AnalysePart", "JoinParts"),
        new("SweepOutbox", "ReadAnalysis", "dynamodb:GetItem", "It looks whether an item was deleted under it, which none is here."),
        new("analysis-parts", "RunItems", "states:StartExecution", Items),
        new("analysis-parts", "WatchItems", "states:DescribeExecution", Items),
        new("analysis-parts", "WatchItems", "states:StopExecution", Items),
        new("analysis-parts", "DeliverLogs", "logs:*", "Step Functions writes a machine's log with its role, and AWS knows no resource for that."),
        new("analysis-parts", "WriteTraces", "xray:GetSampling*", "Step Functions sends traces, with the machine's role."),
        new("sweep-outbox-clock", "Invoke", "lambda:InvokeFunction", "The scheduler does it; here the test is the clock."),
        new("sweep-outbox-clock", "SendSchedulesMissed", "sqs:SendMessage", "The scheduler does it with a tick that it cannot deliver."),
        new("gateway-logs", "WriteLogs", "logs:*", "API Gateway writes its logs with it."),
        new("NotifyStage", "ReadBlobs", "s3:GetObject", "Findings are told to a forge that gave a token; here none did."),
    ];

    public bool Covers(Grant grant) =>
        (Role == "*" || Role == grant.Role) && Matches(Action, grant.Action) && Matches(Sid, grant.Sid);

    private static bool Matches(string pattern, string text) => pattern.EndsWith('*') ? text.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == text;

    private static IEnumerable<Explained> Of(string sid, string action, string reason, params IEnumerable<string> roles) => roles.Select(role => new Explained(role, sid, action, reason));
}
