namespace Ghostbusters.Infra.Tests.Checks;

/// <summary>All of them, and what they may find.</summary>
internal static class Checklist
{
    private const string ByKey = "Machines show a key that the function looks up by its hash in constant time, and a gateway key that is metered; a user pool's authorizer knows no keys.";
    private const string BySignature = "The bytes are signed with the hook's secret, which the function checks before it parses them.";
    private const string ByConnection = "The function of $connect lets nobody in without a token or key, and later messages come over a connection that it let in.";

    public static IReadOnlyList<Check> All { get; } = [.. LambdaChecks.All, .. IamChecks.All, .. MessagingChecks.All, .. StorageChecks.All, .. GatewayChecks.All, .. OperationChecks.All];

    public static IReadOnlyList<Suppression> Suppressions { get; } =
    [
        new(14, "aws:iam/rolePolicy:RolePolicy gateway-logs WriteLogs", "API Gateway makes log groups of its own and says so only with rights to all; the role is for that service of this account."),
        new(17, "aws:iam/rolePolicy:RolePolicy gateway-logs WriteLogs", "What AWS says that API Gateway needs to write logs."),
        new(14, "aws:iam/rolePolicy:RolePolicy analysis-parts DeliverLogs", "AWS knows no resource for the delivery of a state machine's logs."),
        new(17, "aws:iam/rolePolicy:RolePolicy analysis-parts DeliverLogs", "What AWS says that Step Functions needs to write logs."),
        new(48, "aws:sfn/stateMachine:StateMachine analysis-parts Part", "The map that it is in catches for all of its items."),
        new(48, "aws:sfn/stateMachine:StateMachine analysis-parts Fail", "It is what catches lead to; what fails there rings."),
        new(19, "aws:sns/topic:Topic alarms", "AWS's own key cannot be used by alarms, and without a key of one's own there is no other. Alarms hold names and numbers.", "dev"),
        new(37, "aws:s3/bucket:Bucket access-logs", "It is where access is written down."),
        new(38, "get /health", "It tells a version and nothing else."),
        new(38, "post /webhooks/", BySignature),
        new(38, "get /machine/", ByKey),
        new(38, "post /machine/", ByKey),
        new(38, "delete /machine/", ByKey),
        new(38, "socket ", ByConnection),
        new(45, "aws:apigateway/stage:Stage api", "A firewall costs more a month than everything else here together.", "dev"),
    ];

    /// <summary>Checks that have nothing to look at.</summary>
    public static IReadOnlyList<Suppression> NothingToLookAt { get; } =
    [
        new(53, "", "AWS's own keys are used.", "dev"),
    ];
}

/// <summary>What a check finds and may find.</summary>
/// <param name="Check">Its number.</param>
/// <param name="Subject">What its subjects begin with.</param>
/// <param name="Reason">Why.</param>
/// <param name="Stack">Where only; null: everywhere.</param>
internal sealed record Suppression(int Check, string Subject, string Reason, string? Stack = null)
{
    public bool Covers(Check check, Verdict verdict, string stack) => Check == check.Id && verdict.Subject.StartsWith(Subject, StringComparison.Ordinal) && (Stack ?? stack) == stack;
}
