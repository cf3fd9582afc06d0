using System.Text.Json.Nodes;
using Ghostbusters.Functions.Workflows.States;

namespace Ghostbusters.Functions.Tests.Workflows;

/// <summary>What is declared in C# is what others read, and what they would refuse is refused before.</summary>
public class DefinitionTests
{
    private static readonly Retrier Once = new(Errors.All) { MaxAttempts = 1, Interval = TimeSpan.FromSeconds(1) };

    private static WorkflowDefinition Every => new(
        "Mark",
        new PassState("Mark") { Result = JsonValue.Create("x"), ResultPath = "$.mark", Next = "Rest" },
        new WaitState("Rest", TimeSpan.FromSeconds(3)) { Next = "Which" },
        new ChoiceState("Which", ChoiceRule.IsText("$.kind", "two", "Both"), ChoiceRule.IsNull("$.kind", "Never"), ChoiceRule.IsPresent("$.work", "Work")) { Default = "Never" },
        new TaskState("Work", "wrap", TimeSpan.FromSeconds(5)) { Parameters = new Payload(("given", "$.work")), ResultPath = "$.done", Retry = [Once], Catch = [new Catcher("Never", Errors.All) { ResultPath = "$.why" }], Next = "Done" },
        new ParallelState("Both", One("Left", "fail-E1"), One("Right", "wrap")) { Retry = [new Retrier("E2")], Catch = [new Catcher("Work", "E1") { ResultPath = "$.why" }] },
        new SucceedState("Done"),
        new FailState("Never", "E", "no kind"));

    [Theory]
    [InlineData("""{"kind":"one","work":1}""", """{"output":{"kind":"one","work":1,"mark":"x","done":{"got":{"given":1}}}}""")]
    [InlineData("""{"kind":"two","work":1}""", """{"output":{"kind":"two","work":1,"mark":"x","why":{"Error":"E1","Cause":"boom"},"done":{"got":{"given":1}}}}""")]
    [InlineData("""{"kind":null}""", """{"error":"E","cause":"no kind"}""")]
    public async Task EveryKindOfState_RunsHereAndWithOthers(string input, string expected)
    {
        var document = JsonNode.Parse(Every.ToJson(static function => "arn:aws:lambda:eu-central-1:000000000000:function:" + function))!;
        var others = await AslJudge.VerdictAsync(document, JsonNode.Parse(input));
        Assert.True((bool)others["valid"]!);
        others.Remove("valid");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), others), others.ToJsonString());
        var own = (await OwnVerdict.OfAsync(document.DeepClone(), JsonNode.Parse(input), new MemoryJournal())).AsObject();
        own.Remove("valid");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), own), own.ToJsonString());
    }

    public static TheoryData<string, WorkflowDefinition> Wrong => new()
    {
        { "'The machine' leads to 'B', which is no state.", new WorkflowDefinition("B", new SucceedState("A")) },
        { "'A' leads to 'B', which is no state.", new WorkflowDefinition("A", new PassState("A") { Next = "B" }) },
        { "Nothing leads to 'B'.", new WorkflowDefinition("A", new SucceedState("A"), new SucceedState("B")) },
        { "It has no end.", new WorkflowDefinition("A", new PassState("A") { Next = "B" }, new PassState("B") { Next = "A" }) },
        { "Two states are called 'A'.", new WorkflowDefinition("A", new ParallelState("A", new WorkflowDefinition("A", new SucceedState("A")))) },
        { "'' is no name: 1 to 80 characters.", new WorkflowDefinition("", new SucceedState("")) },
        { "'x' of 'A' is no path.", new WorkflowDefinition("A", new PassState("A") { ResultPath = "x" }) },
        { "'x' of 'A' is no path.", new WorkflowDefinition("A", new TaskState("A", "f", TimeSpan.FromSeconds(1)) { Parameters = new Payload(("a", "x")) }) },
        { "'A' waits for less than a second.", new WorkflowDefinition("A", new WaitState("A", TimeSpan.Zero)) },
        { "'A' has less than a second.", new WorkflowDefinition("A", new TaskState("A", "f", TimeSpan.Zero)) },
        { "'A' has nothing to run.", new WorkflowDefinition("A", new ParallelState("A")) },
        { "'A' has nothing to choose from.", new WorkflowDefinition("A", new ChoiceState("A") { Default = "B" }, new SucceedState("B")) },
        { "'A' throws its result away and says where it goes.", new WorkflowDefinition("A", new TaskState("A", "f", TimeSpan.FromSeconds(1)) { DropsResult = true, ResultPath = "$.a" }) },
        { "'A' names no error, or not States.ALL alone and last.", new WorkflowDefinition("A", new TaskState("A", "f", TimeSpan.FromSeconds(1)) { Retry = [Once, new Retrier("E1")] }) },
        { "'A' names no error, or not States.ALL alone and last.", new WorkflowDefinition("A", new TaskState("A", "f", TimeSpan.FromSeconds(1)) { Retry = [new Retrier("E1", Errors.All)] }) },
        { "'A' names no error, or not States.ALL alone and last.", new WorkflowDefinition("A", new TaskState("A", "f", TimeSpan.FromSeconds(1)) { Retry = [new Retrier()] }) },
        { "'A' tries again within a second.", new WorkflowDefinition("A", new TaskState("A", "f", TimeSpan.FromSeconds(1)) { Retry = [new Retrier(Errors.All) { MaxAttempts = 1 }] }) },
        { "'M' runs nothing at a time.", new WorkflowDefinition("M", new DistributedMapState("M", One("A", "f")) { ItemsPath = "$.a", ItemSelector = new Payload(("a", "$")), MaxConcurrency = 0 }) },
        { "'B' leads to 'C', which is no state.", new WorkflowDefinition("A", new ParallelState("A", new WorkflowDefinition("B", new PassState("B") { Next = "C" }))) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WhatCouldNotRun_IsRefused(string problem, WorkflowDefinition definition)
    {
        Assert.Contains(problem, definition.Problems());
        Assert.Throws<InvalidOperationException>(() => definition.ToJson(static function => function));
    }

    [Fact]
    public void ADefinition_NamesEachFunctionOnce_InnerMachinesToo() => Assert.Equal(["wrap", "fail-E1"], Every.Functions);

    private static WorkflowDefinition One(string name, string function) => new(name, new TaskState(name, function, TimeSpan.FromSeconds(5)));
}
