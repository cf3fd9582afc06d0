namespace Ghostbusters.Infra.Tests.Checks;

/// <summary>13 to 18, over every statement that allows something to a role.</summary>
internal static class IamChecks
{
    /// <summary>What AWS has no resource for.</summary>
    private static readonly HashSet<string> WithoutResource = new(StringComparer.Ordinal)
    {
        "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    };

    /// <summary>What the adapters call, and what Lambda, Scheduler and API Gateway do with a role.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem", "execute-api:ManageConnections", "kms:Decrypt", "kms:GenerateDataKey",
        "lambda:InvokeFunction", "logs:CreateLogStream", "logs:PutLogEvents", "s3:DeleteObject", "s3:GetObject", "s3:ListBucket", "s3:PutObject", "sqs:DeleteMessage",
        "sqs:GetQueueAttributes", "sqs:ReceiveMessage", "sqs:SendMessage", "ssm:GetParameter", "states:DescribeExecution", "states:StartExecution", "states:StopExecution", "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    };

    public static IEnumerable<Check> All =>
    [
        Statements(13, "no action of all", static s => Actions(s).Any(static a => a == "*" || a.EndsWith(":*", StringComparison.Ordinal)) ? "allows all" : null, static s => s["Action"] = new JsonArray("dynamodb:*")),
        Statements(14, "no resource of all, but for what has none", static s => Resources(s).Contains("*") && !Actions(s).All(WithoutResource.Contains) ? "reaches all" : null, static s => s["Resource"] = new JsonArray("*")),
        Statements(15, "nothing by exception, no role passed on", static s => s.ContainsKey("NotAction") || s.ContainsKey("NotResource") || Actions(s).Contains("iam:PassRole") ? "does" : null,
            static s => s["NotAction"] = new JsonArray("s3:GetObject")),
        Check.Each(16, "no managed policy", "Role", static (r, g) => r.Inputs.ContainsKey("managedPolicyArns") || g.Of("RolePolicyAttachment").Any() ? "has one" : null,
            static g => g.Set("Role", "managedPolicyArns", new JsonArray("arn:aws:iam::aws:policy/AdministratorAccess"))),
        Statements(17, "a name, and actions that the code calls", static s => s["Sid"] is null ? "has no Sid" : Actions(s).FirstOrDefault(static a => !Known.Contains(a)), static s => s["Action"] = new JsonArray("dynamodb:Scan")),
        Check.Each(18, "other services take a role on for this account only", "Role", static (r, _) => IsForAccount(r) ? null : "for anybody's",
            static g => g.Of("Role").First(static r => r.Statements("assumeRolePolicy").Single()["Principal"]!["Service"]!.ToString() != "lambda.amazonaws.com")
                .Edit("assumeRolePolicy", static d => d["Statement"]![0]!.AsObject().Remove("Condition"))),
    ];

    public static IEnumerable<string> Actions(JsonObject statement) => statement["Action"] switch
    {
        JsonArray array => array.Select(static a => a!.ToString()),
        { } one => [one.ToString()],
        null => [],
    };

    public static IEnumerable<string> Resources(JsonObject statement) => statement["Resource"]?.AsArray().Select(static r => r!.ToString()) ?? [];

    private static Check Statements(int id, string title, Func<JsonObject, string?> wrong, Action<JsonObject> spoil) => new(
        id, title,
        graph => graph.Of("RolePolicy").SelectMany(p => p.Statements().Select(s => new Verdict($"{p} {s["Sid"]}", wrong(s)))),
        graph => graph.First("RolePolicy").Edit("policy", d => spoil(d["Statement"]![0]!.AsObject())));

    private static bool IsForAccount(Node role) => role.Statements("assumeRolePolicy").All(static s =>
        s["Principal"]!["Service"]!.ToString() == "lambda.amazonaws.com" || s["Condition"]?["StringEquals"]?["aws:SourceAccount"]?.ToString() == Aws.Account);
}
