using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Workflows.States;

namespace Ghostbusters.Functions.Analysis.FanningOut;

/// <summary>The state machine of <see cref="FanOut"/>: a plan, a part a project, then one report of all.</summary>
internal static class PartsWorkflow
{
    /// <summary>Parts at a time.</summary>
    private const int MaximumParts = 40;

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(15);

    /// <summary>What every task is told.</summary>
    private static readonly (string, string)[] Analysis = [("tenant", "$.tenant"), ("analysis_id", "$.analysis_id"), ("trace", "$.trace")];

    private static readonly (string, string)[] Plan = [("today", "$.plan.today"), ("count", "$.plan.count")];

    /// <summary>What a stage refuses it would refuse again.</summary>
    private static readonly Retrier[] Tries = [new(nameof(StageRefusedException)), Again(3)];

    private static readonly Catcher[] Caught = [new("Fail", Errors.All) { ResultPath = "$.failure" }];

    [Workflow(FanOut.Workflow)]
    public static WorkflowDefinition Definition() => new(
        "Plan",
        new TaskState("Plan", nameof(PartRoutes.PlanParts), Long) { ResultPath = "$.plan", Retry = Tries, Catch = Caught, Next = "Planned" },
        new ChoiceState("Planned", ChoiceRule.IsNull("$.plan", "Gone")) { Default = "Parts" },
        new SucceedState("Gone"),
        new DistributedMapState("Parts", new WorkflowDefinition("Part", new TaskState("Part", nameof(PartRoutes.AnalysePart), Long) { Retry = Tries }))
        {
            ItemsPath = "$.plan.parts",
            ItemSelector = new Payload([.. Analysis, .. Plan, ("part", "$$.Map.Item.Value")]),
            MaxConcurrency = MaximumParts,
            DropsResult = true,
            Catch = Caught,
            Next = "Join",
        },
        new TaskState("Join", nameof(PartRoutes.JoinParts), Long) { Parameters = new Payload([.. Analysis, .. Plan]), ResultPath = "$.joined", Retry = Tries, Catch = Caught },
        new TaskState("Fail", nameof(PartRoutes.FailParts), TimeSpan.FromMinutes(1)) { Parameters = new Payload(Analysis), DropsResult = true, Retry = [Again(6)], Next = "Failed" },
        new FailState("Failed", "AnalysisFailed", "A part of the analysis failed; its record says so."))
    {
        Comment = "A large analysis: a part a project, then one report of all.",
    };

    private static Retrier Again(int attempts) => new(Errors.All) { MaxAttempts = attempts, Interval = TimeSpan.FromSeconds(2) };
}
