using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Local.Workflows;

namespace Ghostbusters.Functions.Tests.Workflows;

/// <summary>The interpreter beside those of others, on machines by hand and on any that the maker makes.</summary>
public class InterpreterTests
{
    private const string Lambda = "arn:aws:lambda:eu-central-1:000000000000:function:";

    [Theory]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""", "1")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"x":null},"ResultPath":"$.deep.er","End":true}}}""", """{"a":1}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","InputPath":"$.a","OutputPath":"$.b","End":true}}}""", """{"a":{"b":[1,2]}}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","InputPath":null,"End":true}}}""", """{"a":1}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","InputPath":"$.gone","End":true}}}""", """{"a":1}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":1.0,"Next":"B"}],"Default":"C"},"B":{"Type":"Succeed"},"C":{"Type":"Fail","Error":"E","Cause":"c"}}}""", """{"a":1}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.a","StringEquals":"x","Next":"B"}]},"B":{"Type":"Succeed"}}}""", """{"a":"y"}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.a","TimestampLessThan":"2026-01-01T00:00:00Z","Next":"B"}],"Default":"C"},"B":{"Type":"Succeed"},"C":{"Type":"Fail","Error":"E","Cause":"c"}}}""", """{"a":"2025-06-01T12:00:00Z"}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.a","StringMatches":"log-*.txt","Next":"B"}],"Default":"C"},"B":{"Type":"Succeed"},"C":{"Type":"Fail","Error":"E","Cause":"c"}}}""", """{"a":"log-2026.txt"}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Wait","SecondsPath":"$.s","Next":"B"},"B":{"Type":"Succeed"}}}""", """{"s":5}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Map","ItemsPath":"$.gone","ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}},"End":true}}}""", "{}")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Map","ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}},"End":true}}}""", "[]")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Result":1,"ResultPath":"$.x","End":true}}}""", "[1]")]
    public async Task ByHand_ItDoesWhatOthersDo(string definition, string input) => await AgreeAsync(JsonNode.Parse(definition)!, JsonNode.Parse(input));

    [Theory]
    [InlineData("flaky-2", 3, "Flaky")]
    [InlineData("flaky-2", 1, "Flaky")]
    [InlineData("flaky-2", 3, "States.TaskFailed")]
    [InlineData("fail-E1", 3, "E2")]
    [InlineData("fail-E1", 0, "States.ALL")]
    public async Task Retries_AreWhatOthersDo(string work, int attempts, string error) => await AgreeAsync(
        new JsonObject
        {
            ["StartAt"] = "A",
            ["States"] = new JsonObject
            {
                ["A"] = new JsonObject
                {
                    ["Type"] = "Task",
                    ["Resource"] = Lambda + work,
                    ["End"] = true,
                    ["Retry"] = new JsonArray(new JsonObject { ["ErrorEquals"] = new JsonArray(error), ["MaxAttempts"] = attempts, ["IntervalSeconds"] = 2, ["BackoffRate"] = 1.5 }),
                    ["Catch"] = new JsonArray(new JsonObject { ["ErrorEquals"] = new JsonArray("States.ALL"), ["ResultPath"] = "$.why", ["Next"] = "B" }),
                },
                ["B"] = new JsonObject { ["Type"] = "Succeed" },
            },
        },
        JsonNode.Parse("""{"a":1}"""));

    /// <summary>What the judge gets wrong, by the language's own words.</summary>
    [Theory]
    [InlineData("""{"Variable":"$.a","IsPresent":false,"Next":"B"}""", "{}", true)]
    [InlineData("""{"Variable":"$.a","IsPresent":false,"Next":"B"}""", """{"a":1}""", false)]
    [InlineData("""{"Variable":"$.a","IsPresent":true,"Next":"B"}""", """{"a":null}""", true)]
    [InlineData("""{"Variable":"$.a","StringLessThan":"5","Next":"B"}""", """{"a":4}""", false)]
    [InlineData("""{"Variable":"$.a","NumericEquals":4,"Next":"B"}""", """{"a":"4"}""", false)]
    public void ARule_Holds_AsTheLanguageSays(string rule, string input, bool holds) =>
        Assert.Equal(holds, new ChoiceRule(JsonNode.Parse(rule)!.AsObject()).Holds(JsonNode.Parse(input), null));

    /// <summary>What the validator refuses is refused; it takes the language whole, and this host says where it does not.</summary>
    [Theory]
    [InlineData("""{"StartAt":"A","States":{}}""")]
    [InlineData("""{"States":{"A":{"Type":"Pass","End":true}}}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Nothing","End":true}}}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"}}}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Task","End":true}}}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","InputPath":"a","End":true}}}""")]
    public async Task WhatIsNoMachine_IsRefused_AsOthersDo(string definition)
    {
        Assert.False((await AslJudge.VerdictAsync(JsonNode.Parse(definition)!, null))["valid"]!.GetValue<bool>());
        Assert.Throws<FormatException>(() => StateMachine.Parse(definition));
    }

    [Fact]
    public void AnyMachine_DoesWhatOthersDo() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.Choose(0, 1000).ArrayOf(60).ToArbitrary(), static numbers => AgreeAsync(new MachineMaker(numbers).Make(), MachineMaker.Input)));

    /// <summary>Cut off after any step and run again with what the journal knows, it ends as if nothing had been.</summary>
    [Fact]
    public void CutOffAnywhere_ItEndsTheSame() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(Gen.Choose(0, 1000).ArrayOf(60).ToArbitrary(), static numbers => Task.Run(async () =>
        {
            var machine = new MachineMaker(numbers).Make();
            var whole = new MemoryJournal();
            var expected = (await OwnVerdict.OfAsync(machine.DeepClone(), MachineMaker.Input, whole)).ToJsonString();
            for (var steps = 0; steps <= whole.Steps.Count; steps++)
            {
                var journal = new CutJournal(steps);
                await Assert.ThrowsAnyAsync<Exception>(async () => { await OwnVerdict.OfAsync(machine.DeepClone(), MachineMaker.Input, journal); journal.ThrowIfWhole(); });
                Assert.Equal(expected, (await OwnVerdict.OfAsync(machine.DeepClone(), MachineMaker.Input, journal.Rest())).ToJsonString());
            }
        })));

    private static async Task AgreeAsync(JsonNode definition, JsonNode? input)
    {
        var theirs = await AslJudge.VerdictAsync(definition, input);
        var own = await OwnVerdict.OfAsync(definition.DeepClone(), input?.DeepClone());
        Assert.True(theirs["valid"]!.GetValue<bool>(), "The validator refuses it: " + definition.ToJsonString());
        if (theirs["error"]?.GetValue<string>() is "States.Runtime" or "States.NoChoiceMatched" or "States.ResultPathMatchFailure") own["cause"] = theirs["cause"]!.DeepClone(); // Texts are everybody's own.
        Assert.True(JsonNode.DeepEquals(theirs, own), $"theirs {theirs.ToJsonString()}\nown    {own.ToJsonString()}\nmachine {definition.ToJsonString()}");
    }

    /// <summary>A journal whose disk goes after so many steps.</summary>
    private sealed class CutJournal(int steps) : IStepJournal
    {
        private readonly MemoryJournal _kept = new();
        private int _left = steps;

        public JsonObject? Find(string step) => _kept.Find(step);

        public Task WriteAsync(string step, JsonObject outcome, CancellationToken cancellation) =>
            Interlocked.Decrement(ref _left) < 0 ? Task.FromException(new CutOffException()) : _kept.WriteAsync(step, outcome, cancellation);

        public MemoryJournal Rest() => _kept;

        /// <summary>Where it was never cut, the run ended as it should.</summary>
        public void ThrowIfWhole()
        {
            if (_left >= 0) throw new CutOffException();
        }
    }

    private sealed class CutOffException : Exception;
}
