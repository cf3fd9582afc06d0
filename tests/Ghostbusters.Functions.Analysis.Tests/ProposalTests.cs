using System.Text.Json;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Testing.Forges;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>Repairs as a branch and a pull request, against forges that take only what their documentation allows.</summary>
public class ProposalTests
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";
    private const string Token = "forge-token-of-the-test";
    private const string Mended = "await File.AppendAllTextAsync";

    /// <summary>The calls of a proposal of one file: one more is never made.</summary>
    private static readonly Dictionary<ForgeKind, int> Calls = new() { [ForgeKind.GitHub] = 9, [ForgeKind.GitLab] = 6 };

    public static TheoryData<ForgeKind, int, bool> Faults
    {
        get
        {
            var data = new TheoryData<ForgeKind, int, bool>();
            foreach (var (kind, calls) in Calls)
                for (var at = 0; at <= calls; at++)
                    foreach (var isAfter in new[] { false, true }) data.Add(kind, at, isAfter);
            return data;
        }
    }

    [Theory]
    [InlineData(ForgeKind.GitHub)]
    [InlineData(ForgeKind.GitLab)]
    public async Task Repairs_BecomeABranchAndARequest_AndNothingElseChanges(ForgeKind kind)
    {
        await using var world = await ForgeWorld.StartAsync(kind);
        var id = await world.AnalysedAsync();
        var before = world.Git.FilesOf("main");
        var answer = await world.ProposedAsync(id);
        Assert.True(answer.Text("status") == "ready", answer.ToString());
        var request = Assert.Single(world.Git.Requests);
        Assert.Equal(("ghostbusters/" + id, "main"), (request.Source, request.Target));
        Assert.EndsWith("/1", answer.Text("pull_request"), StringComparison.Ordinal);
        Assert.Equal(["ghostbusters/" + id, "main"], world.Git.Branches.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Commit, world.Git.ParentOf(request.Source));
        var after = world.Git.FilesOf(request.Source);
        Assert.Contains(Mended, after["src/OrderStore.cs"].Text, StringComparison.Ordinal);
        Assert.Equal("\uFEFF", after["src/OrderStore.cs"].Text[..1]); // The bytes are the file's own, its mark of order too.
        Assert.Equal(before.Where(static f => f.Key != "src/OrderStore.cs"), after.Where(static f => f.Key != "src/OrderStore.cs"));
        Assert.Equal(before["src/OrderStore.cs"].Mode, after["src/OrderStore.cs"].Mode);
        Assert.Equal(before, world.Git.FilesOf("main"));

        Assert.Equal(answer.ToString(), (await world.ProposedAsync(id)).ToString());
        Assert.Single(world.Git.Requests);
    }

    /// <summary>The forge fails at a call, before or after its effect; the queue delivers again.</summary>
    [Theory]
    [MemberData(nameof(Faults))]
    public async Task AFailure_AtAnyCall_EndsInOneBranchAndOneRequest(ForgeKind kind, int at, bool isAfter)
    {
        await using var world = await ForgeWorld.StartAsync(kind);
        var id = await world.AnalysedAsync();
        var fault = new ForgeFault(at, isAfter, 502);
        world.Fault(fault);
        var answer = await world.ProposedAsync(id);
        Assert.True(answer.Text("status") == "ready", answer.ToString());
        Assert.Single(world.Git.Requests);
        Assert.Equal(2, world.Git.Branches.Count);
        Assert.Equal(at < Calls[kind], fault.HasFailed);
    }

    [Theory]
    [InlineData(ForgeKind.GitHub)]
    [InlineData(ForgeKind.GitLab)]
    public async Task TheSameMessage_ToManyAtOnce_MakesOneRequest(ForgeKind kind)
    {
        await using var world = await ForgeWorld.StartAsync(kind);
        var id = await world.AnalysedAsync();
        Assert.Equal(202, await world.AskAsync(id, """{"as":"patch"}"""));
        await world.Service.PumpAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Service.StageAsync("ProposeStage", Service.Message(id), Service.Ada))));
        Assert.All(answers, static answer => Assert.Empty(answer.BatchItemFailures));
        Assert.Single(world.Git.Requests);
        Assert.Equal("ready", (await world.ProposedAsync(id)).Text("status"));
        Assert.Single(world.Git.Requests);
    }

    /// <summary>What others committed since stays; a file that is another than the analysed one is not overwritten.</summary>
    [Theory]
    [InlineData(ForgeKind.GitHub)]
    [InlineData(ForgeKind.GitLab)]
    public async Task ABranchThatMovedOn_KeepsWhatIsNew(ForgeKind kind)
    {
        await using var world = await ForgeWorld.StartAsync(kind);
        var (first, second) = (await world.AnalysedAsync(), await world.AnalysedAsync());
        world.Git.Commit("main", "README.md", "new");
        Assert.Equal("ready", (await world.ProposedAsync(first)).Text("status"));
        var files = world.Git.FilesOf("ghostbusters/" + first);
        Assert.Equal("new", files["README.md"].Text);
        Assert.Contains(Mended, files["src/OrderStore.cs"].Text, StringComparison.Ordinal);

        world.Git.Commit("main", "src/OrderStore.cs", "// rewritten");
        var refused = await world.ProposedAsync(second);
        Assert.Equal(("refused", "files-changed"), (refused.Text("status"), refused.Text("reason")));
        Assert.False(world.Git.Branches.ContainsKey("ghostbusters/" + second));
        Assert.Single(world.Git.Requests);
    }

    [Fact]
    public async Task WithoutAToken_NothingIsProposed_AndWithOneItIs()
    {
        await using var world = await ForgeWorld.StartAsync(ForgeKind.GitHub);
        var id = await world.AnalysedAsync();
        await world.TokenAsync("");
        var refused = await world.ProposedAsync(id);
        Assert.Equal(("refused", "forge-answered-401"), (refused.Text("status"), refused.Text("reason")));
        await world.TokenAsync(Token);
        Assert.Equal("ready", (await world.ProposedAsync(id)).Text("status"));
    }

    /// <summary>A token that may read and not write: said as it is, and nothing is left behind.</summary>
    [Fact]
    public async Task ATokenThatMayNotWrite_IsRefused()
    {
        await using var world = await ForgeWorld.StartAsync(ForgeKind.GitHub);
        var id = await world.AnalysedAsync();
        world.Fault(new ForgeFault(4, isAfter: false, 403));
        var refused = await world.ProposedAsync(id);
        Assert.Equal(("refused", "forge-answered-403"), (refused.Text("status"), refused.Text("reason")));
        Assert.Equal(["main"], world.Git.Branches.Keys);
    }

    [Fact]
    public async Task WhatIsNoRepository_HasNoPullRequest_AndAnotherFormIsNone()
    {
        await using var world = await ForgeWorld.StartAsync(ForgeKind.GitHub);
        var id = await world.Service.AnalysedAsync(await world.Service.KeyAsync(Service.Ada));
        Assert.Equal(409, await world.AskAsync(id, """{"as":"pull_request"}"""));
        Assert.Equal(400, await world.AskAsync(id, """{"as":"canary"}"""));
        Assert.Equal(202, await world.AskAsync(id, """{"as":"patch"}"""));
        Assert.Equal(202, await world.AskAsync(id, "{}"));
        Assert.Equal(1, await world.Service.Queue.CountAsync(Stages.StageQueues.Recover, default)); // Asked for twice, it is made once.
    }

    /// <param name="gitHub">The forge, where it is GitHub.</param>
    /// <param name="gitLab">The forge, where it is GitLab.</param>
    private sealed class ForgeWorld(GitHubDouble? gitHub, GitLabDouble? gitLab, Service service) : IAsyncDisposable
    {
        public Service Service => service;

        public GitState Git => gitHub?.Git ?? gitLab!.Git;

        private string Host => gitHub?.Host ?? gitLab!.Host;

        public static async Task<ForgeWorld> StartAsync(ForgeKind kind)
        {
            var files = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["src/OrderStore.cs"] = "\uFEFF" + Requests.Store.ReplaceLineEndings("\r\n"),
                ["build.sh"] = "#!/bin/sh\n",
            };
            var repository = new ForgeRepository("ada/shop", Commit, files);
            var gitHub = kind == ForgeKind.GitHub ? new GitHubDouble(repository, Token) : null;
            var gitLab = kind == ForgeKind.GitLab ? new GitLabDouble(repository, Token) : null;
            var options = new OutboundOptions { Forges = [Forge.Parse(gitHub?.Setting ?? gitLab!.Setting)], AllowedHosts = new HashSet<string> { gitHub?.Host ?? gitLab!.Host } };
            var world = new ForgeWorld(gitHub, gitLab, await Service.StartAsync(options));
            await world.TokenAsync(Token);
            return world;
        }

        public void Fault(ForgeFault fault)
        {
            if (gitHub is not null) gitHub.Fault = fault;
            else gitLab!.Fault = fault;
        }

        public async Task TokenAsync(string token)
        {
            foreach (var name in new[] { ForgeTokens.GitHub, ForgeTokens.GitLab }) await Service.Secrets.RotateAsync(Service.Ada, name, Secret.OfText(token.Length > 0 ? token : "another"), default);
        }

        public async Task<string> AnalysedAsync()
        {
            var body = JsonSerializer.Serialize(new { repository = new { url = $"http://{Host}/ada/shop", @ref = "main" } });
            var answer = await Service.CallAsync("Analyze", Requests.Of(await Service.KeyAsync(Service.Ada), body));
            Assert.True(answer.StatusCode == 202, answer.Body);
            await Service.PumpAsync();
            return answer.Json().Text("analysis_id");
        }

        public async Task<int> AskAsync(string id, string body) =>
            (await Service.CallAsync("Recover", Requests.Of(await Service.KeyAsync(Service.Ada), body, ("analysis_id", id)))).StatusCode;

        /// <summary>Asks until it is answered.</summary>
        public async Task<JsonElement> ProposedAsync(string id)
        {
            var request = Requests.Of(await Service.KeyAsync(Service.Ada), """{"as":"pull_request"}""", ("analysis_id", id));
            var answer = await Service.CallAsync("Recover", request);
            if (answer.StatusCode == 200) return answer.Json();
            Assert.True(answer.StatusCode == 202, answer.Body);
            await Service.PumpAsync();
            answer = await Service.CallAsync("Recover", request);
            Assert.True(answer.StatusCode == 200, answer.Body);
            return answer.Json();
        }

        public async ValueTask DisposeAsync()
        {
            await Service.DisposeAsync();
            if (gitHub is not null) await gitHub.DisposeAsync();
            if (gitLab is not null) await gitLab.DisposeAsync();
        }
    }
}
