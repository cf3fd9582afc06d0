using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Local.Tables;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Testing.Memory;

namespace Ghostbusters.Functions.Tests.Storage;

/// <summary>Random courses of calls: each adapter answers every call as the model does.</summary>
public class TableModelTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Sqlite_AnswersAsTheModel()
    {
        await using var scratch = new ScratchStore();
        var tables = 0;
        Check(60, clock => Task.FromResult<ITable>(new SqliteTable(scratch.Store, $"t{tables++}", clock)));
    }

    [Fact]
    public void Dynamo_AnswersAsTheModel() => Check(12, static async clock => await TableAdapters.DynamoAsync(clock));

    private static void Check(int runs, Func<TimeProvider, Task<ITable>> create) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(runs),
        Prop.ForAll(TableCalls.Courses, calls => Task.Run(async () =>
        {
            var clock = new FakeTimeProvider(Start);
            var (table, model) = (await create(clock), new InMemoryTable(clock));
            foreach (var call in calls)
            {
                var (expected, actual) = (await call.RunAsync(model, clock), await call.RunAsync(table, clock));
                Assert.True(expected == actual, $"{call.Text}\n  model:   {expected}\n  adapter: {actual}");
                clock.Advance(call.Pause);
            }
        })));
}
