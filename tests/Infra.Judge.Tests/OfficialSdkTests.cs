using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Ghostbusters.Infra.Judge.Tests;

/// <summary>The judge says nothing of an honest graph, and catches everything that is put wrong in it.</summary>
public sealed class OfficialSdkTests(ITestOutputHelper output)
{
    [Fact]
    public async Task HonestGraphs_AreJudgedWithoutAProblem()
    {
        var graphs = new[] { await SampleProgram.RecordAsync(preview: false), await SampleProgram.RecordAsync(preview: true) };

        var verdicts = await OfficialSdk.JudgeAsync([.. graphs.Select(graph => graph.ToJson())]);

        Show(verdicts);
        Assert.All(verdicts, verdict => Assert.Empty(verdict.Problems));
        Assert.All(verdicts, verdict => Assert.StartsWith("0 problems in 16 resources of 16 types", verdict.Summary));
    }

    [Fact]
    public async Task WhatIsNamedInTheIssue_IsCaught()
    {
        var graph = (await SampleProgram.RecordAsync(preview: false)).ToJson();
        (string Graph, string Expected)[] mutations =
        [
            (Mutation.WithInput(graph, "aws:lambda/function:Function", "timeuot", 10), "'\"timeuot\"' does not exist in type 'FunctionArgs'"),
            (Mutation.WithInput(graph, "aws:lambda/function:Function", "runtime", "provided.al2024"), "[enum] \"provided.al2024\" is no value of lambda.Runtime"),
            (Mutation.WithInput(graph, "aws:ssm/parameter:Parameter", "type", "Secure"), "[enum] \"Secure\" is no value of ssm.ParameterType: String, StringList, SecureString"),
            (Mutation.WithInput(graph, "aws:lambda/function:Function", "role", null), "[constructor] Missing required property 'role'"),
            (Mutation.WithInput(graph, "aws:dynamodb/table:Table", "pointInTimeRecovery", new JsonObject { ["enable"] = true }), "\"enable\""),
            (Mutation.WithInput(graph, "aws:ssm/parameter:Parameter", "value", "s3cret"), "[sent] recorded plain, the official class sends it as secret"),
            (graph.Replace("aws:sqs/queue:Queue", "aws:sqs/queue:Que"), "[type] @pulumi/aws 7.37.0 has no such token"),
        ];

        var (honest, verdicts) = await JudgeWithAsync(graph, mutations.Select(mutation => mutation.Graph));

        Show(verdicts);
        Assert.Empty(honest.Problems);
        Assert.All(mutations.Zip(verdicts), pair => Assert.Contains(pair.Second.Problems, problem => problem.Contains(pair.First.Expected)));
    }

    [Fact]
    public async Task EveryMutationOfEveryInput_IsCaught()
    {
        var graph = await SampleProgram.RecordAsync(preview: false);
        var mutations = Mutation.Of(graph.ToJson()).ToImmutableArray();

        var (honest, verdicts) = await JudgeWithAsync(graph.ToJson(), mutations.Select(mutation => mutation.Graph));

        Assert.Empty(honest.Problems);
        var judged = mutations.Zip(verdicts, (mutation, verdict) => (mutation.Kind, mutation.Where, IsCaught: !verdict.Problems.IsEmpty)).ToImmutableArray();
        foreach (var kind in judged.GroupBy(mutation => mutation.Kind))
            output.WriteLine($"{kind.Key}: {kind.Count(mutation => mutation.IsCaught)} of {kind.Count()} caught");
        Assert.All(judged, mutation => Assert.True(mutation.IsCaught, $"{mutation.Kind} at {mutation.Where} is not caught"));
        Assert.Equal(["misspelt property", "wrong token", "wrong type"], mutations.Select(mutation => mutation.Kind).Distinct().Order());
    }

    /// <summary>The graph itself is judged with what was made of it: what is caught is then what was changed.</summary>
    private static async Task<(Verdict Honest, ImmutableArray<Verdict> Verdicts)> JudgeWithAsync(string graph, IEnumerable<string> changed)
    {
        var verdicts = await OfficialSdk.JudgeAsync([graph, .. changed]);
        return (verdicts[0], verdicts[1..]);
    }

    private void Show(IEnumerable<Verdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            foreach (var problem in verdict.Problems) output.WriteLine(problem);
            output.WriteLine(verdict.Summary);
        }
    }
}
