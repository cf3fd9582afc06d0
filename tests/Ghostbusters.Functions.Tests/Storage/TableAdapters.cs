using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Ghostbusters.Functions.Aws.Dynamo;
using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Local.Tables;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Testing.Emulators;
using Ghostbusters.Functions.Testing.Memory;

namespace Ghostbusters.Functions.Tests.Storage;

/// <summary>Makes tables of each adapter.</summary>
internal static class TableAdapters
{
    private static int _tables;

    /// <summary>A table of its own in dynalite, over HTTP.</summary>
    public static async Task<DynamoTable> DynamoAsync(TimeProvider clock)
    {
        var client = new AmazonDynamoDBClient(new BasicAWSCredentials("test", "test"), new AmazonDynamoDBConfig
        {
            ServiceURL = (await NodeEmulator.Dynalite).ToString(),
            AuthenticationRegion = "eu-central-1",
        });
        var name = $"table-{Interlocked.Increment(ref _tables)}";
        await client.CreateTableAsync(DynamoLayout.Create(name));
        while ((await client.DescribeTableAsync(name)).Table.TableStatus != TableStatus.ACTIVE) await Task.Yield();
        return new DynamoTable(client, name, clock);
    }
}

public sealed class InMemoryTableTests : TableQueryContract
{
    protected override Task<ITable> CreateAsync() => Task.FromResult<ITable>(new InMemoryTable(Clock));
}

public sealed class DynamoTableTests : TableQueryContract
{
    protected override async Task<ITable> CreateAsync() => await TableAdapters.DynamoAsync(Clock);
}

public sealed class SqliteTableTests : TableQueryContract, IAsyncLifetime
{
    private readonly ScratchStore _scratch = new();

    protected override Task<ITable> CreateAsync() => Task.FromResult<ITable>(new SqliteTable(_scratch.Store, "t", Clock));

    [Fact]
    public async Task Purge_RemovesWhatExpired_AndNothingElse()
    {
        var table = new SqliteTable(_scratch.Store, "t", Clock);
        await table.PutAsync(Ada, Draft("gone") with { ExpiresAt = Clock.GetUtcNow().AddSeconds(1) }, WriteCondition.None, None);
        await table.PutAsync(Ada, Draft("later") with { ExpiresAt = Clock.GetUtcNow().AddSeconds(9) }, WriteCondition.None, None);
        await table.PutAsync(Ada, Draft("never"), WriteCondition.None, None);
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, await table.PurgeAsync(None));
        Assert.Equal(2, (await table.QueryAsync(Ada, new TableQuery("p"), None)).Items.Count);
    }

    [Fact]
    public async Task Tables_OfOneFile_AreApart()
    {
        await new SqliteTable(_scratch.Store, "t", Clock).PutAsync(Ada, Draft("a"), WriteCondition.None, None);
        Assert.Null(await new SqliteTable(_scratch.Store, "u", Clock).GetAsync(Ada, new ItemKey("p", "a"), None));
    }

    [Fact]
    public async Task WhatWasStored_IsThereAfterReopening()
    {
        var stored = StoredIn(await new SqliteTable(_scratch.Store, "t", Clock).PutAsync(Ada, Draft("a"), WriteCondition.None, None));
        await using var again = SqliteStore.Open(_scratch.File);
        Assert.Equal(stored, await new SqliteTable(again, "t", Clock).GetAsync(Ada, stored.Key, None));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _scratch.DisposeAsync();
}
