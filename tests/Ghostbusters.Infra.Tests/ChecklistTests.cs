using Ghostbusters.Infra.Tests.Checks;

namespace Ghostbusters.Infra.Tests;

/// <summary>Both stacks, held to the checklist.</summary>
public class ChecklistTests
{
    public static IEnumerable<object[]> Cases => from stack in (string[])["dev", "prod"] from check in Checklist.All select (object[])[stack, check.Id, check.Title];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task TheStack_Keeps(string stack, int id, string title)
    {
        var check = Find(id, title);
        var verdicts = check.Look(await StackRun.OfAsync(stack)).ToList();
        var wrong = verdicts.Where(v => v.Wrong is not null && !Checklist.Suppressions.Any(s => s.Covers(check, v, stack))).Select(static v => $"{v.Subject}: {v.Wrong}");
        Assert.Empty(wrong);
        Assert.Equal(IsEmpty(check, stack), verdicts.Count == 0);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task WhatBreaksIt_IsFound(string stack, int id, string title)
    {
        var check = Find(id, title);
        if (IsEmpty(check, stack) || (id == 45 && stack == "dev")) return; // There is nothing to break; the other stack has it.
        var graph = await StackRun.OfAsync(stack);
        check.Spoil(graph);
        Assert.Contains(check.Look(graph), v => v.Wrong is not null && !Checklist.Suppressions.Any(s => s.Covers(check, v, stack)));
    }

    [Fact]
    public void AllLinesOfTheChecklist_AreThere() => Assert.Equal(Enumerable.Range(1, 58), Checklist.All.Select(static c => c.Id));

    [Fact]
    public async Task EverySuppression_IsNeeded()
    {
        Graph[] graphs = [await StackRun.OfAsync("dev"), await StackRun.OfAsync("prod")];
        var needed = from graph in graphs
                     from check in Checklist.All
                     from verdict in check.Look(graph)
                     where verdict.Wrong is not null
                     from suppression in Checklist.Suppressions
                     where suppression.Covers(check, verdict, graph.Stack)
                     select suppression;
        Assert.Empty(Checklist.Suppressions.Except(needed));
        Assert.All(Checklist.Suppressions.Concat(Checklist.NothingToLookAt), static s => Assert.True(s.Reason.Length > 20));
    }

    private static Check Find(int id, string title) => Checklist.All.Single(c => c.Id == id && c.Title == title);

    private static bool IsEmpty(Check check, string stack) => Checklist.NothingToLookAt.Any(n => n.Check == check.Id && (n.Stack ?? stack) == stack);
}
