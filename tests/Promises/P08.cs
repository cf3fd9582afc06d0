using System.Text;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tracing;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>
/// A message that no attempt can do ends among the dead letters with what it came with; one that is no message is parked with
/// the reason at once. That every dead-letter queue has an alarm is for the tests of the infrastructure.
/// </summary>
public class P08
{
    [Theory]
    [InlineData("")]
    [InlineData("canary")]
    [InlineData("{}")]
    [InlineData("""{"schema":2,"analysis_id":"01arz3ndektsv4rrffq69g5fav"}""")]
    [InlineData("""{"schema":1,"analysis_id":"../canary"}""")]
    public async Task AMessageThatIsNone_IsParked_WithTheReason_AndNotRetried(string body)
    {
        await using var service = await Service.StartAsync();
        Assert.Empty((await service.StageAsync("AnalyseStage", body, Service.Ada)).BatchItemFailures);
        var parked = Assert.Single((await service.Table.QueryAsync(Service.Ada, new TableQuery(ParkedMessages.Partition), default)).Items);
        Assert.Equal(("analyse", body), (parked.Attributes.Text("stage"), parked.Attributes.Text("body")));
        Assert.Contains(parked.Attributes.Text("reason"), new[] { "no-json", "unknown-schema", "no-analysis" });
        Assert.Contains("MessageParked", Encoding.UTF8.GetString(service.Written.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatFailsEveryTime_EndsAmongTheDeadLetters_WithItsAttributes()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = (await service.CallAsync("Analyze", Requests.Files(key))).Json().Text("analysis_id");
        var trace = TraceContext.Start("the-correlation");
        var entry = StageMessage.To(StageQueues.Report, id, trace);
        // A report of an analysis that has not run: its bytes are not there, at any attempt.
        await service.Queue.SendAsync(Service.Ada, StageQueues.Report, entry.Message, default);
        foreach (var message in await service.Queue.ReceiveAsync(StageQueues.Analyse, 10, TimeSpan.FromDays(1), default))
            await service.Queue.AcknowledgeAsync(StageQueues.Analyse, message.Receipt, default);
        await service.PumpAsync();
        var letter = Assert.Single(await service.Queue.ReceiveAsync(new QueueName("analysis-report-dlq"), 10, TimeSpan.FromMinutes(1), default));
        Assert.Equal((entry.Message.Body, Service.Ada, trace.Parent, "the-correlation"), (letter.Body, letter.Tenant, letter.Attributes[TraceContext.ParentAttribute], letter.Attributes[TraceContext.CorrelationAttribute]));
        Assert.Equal("failed", (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json().Text("status"));
        Assert.Equal(0, await service.Queue.CountAsync(StageQueues.Report, default));
    }
}
