using System.Diagnostics;
using FluentAssertions;
using Shouldly;
using Xunit;

namespace Corpus;

public sealed class Ledger
{
    private readonly List<int> _entries = new();

    public event Action<int>? Booked;

    public int Balance => _entries.Sum();

    public void Book(int amount)
    {
        _entries.Add(amount);
        Booked?.Invoke(amount);
    }

    public void Visit(IVisitor visitor) => _entries.ForEach(visitor.See);
}

public interface IVisitor
{
    void See(int amount);
}

public abstract class LedgerScenario : IDisposable
{
    protected Ledger Ledger { get; } = new();

    protected virtual int Expected => 0;

    protected void Book(params int[] amounts)
    {
        foreach (var amount in amounts)
            Ledger.Book(amount);
        Then();
    }

    protected abstract void Then();

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

public class BalanceScenario : LedgerScenario
{
    protected override int Expected => 3;

    protected override void Then() => Assert.Equal(Expected, Ledger.Balance);

    [Fact]
    public void Book_Sums() => Book(1, 2); //@near GB1002
}

public class DisposingTests : IDisposable
{
    private readonly Ledger _ledger = new();

    [Fact]
    public void Book_LeavesBalance() => _ledger.Book(7); //@near GB1002

    public void Dispose() => Assert.Equal(7, _ledger.Balance);
}

public sealed class BalanceScope(Ledger ledger, int expected) : IDisposable
{
    public void Dispose() => ledger.Balance.ShouldBe(expected);
}

public static class LedgerExtensions
{
    public static Ledger WithBalance(this Ledger ledger, int expected)
    {
        if (ledger.Balance != expected)
            Fail($"{ledger.Balance} instead of {expected}");
        return ledger;
    }

    private static void Fail(string message) => throw new Xunit.Sdk.XunitException(message);
}

public class HiddenOracleTests
{
    private static readonly Action<Ledger, int> HasBalance = (ledger, expected) => ledger.Balance.Should().Be(expected);

    private static void Eventually(Func<bool> condition)
    {
        for (var i = 0; i < 100; i++)
        {
            if (condition())
                return;
        }

        throw new TimeoutException();
    }

    private static T Run<T>(Func<T> act, Action<T> then)
    {
        var result = act();
        then(result);
        return result;
    }

    [Fact]
    public void Book_InScope() //@near GB1002
    {
        var ledger = new Ledger();
        using (new BalanceScope(ledger, 2))
            ledger.Book(2);
    }

    [Fact]
    public void Book_Chain() //@near GB1002
    {
        var ledger = new Ledger();
        ledger.Book(2);
        ledger.WithBalance(2);
    }

    [Fact]
    public void Book_ByDelegate() //@near GB1002
    {
        var ledger = new Ledger();
        ledger.Book(2);
        HasBalance(ledger, 2);
    }

    [Fact]
    public void Book_Eventually() //@near GB1002
    {
        var ledger = new Ledger();
        ledger.Book(2);
        Eventually(() => ledger.Balance == 2);
    }

    [Fact]
    public void Book_ByCallback() => Run(() => new Ledger(), ledger => Assert.Equal(0, ledger.Balance)); //@near GB1002

    [Fact]
    public void Visit_SeesEveryEntry() //@near GB1002
    {
        var ledger = new Ledger();
        ledger.Book(2);
        ledger.Visit(new CheckingVisitor());
    }

    private sealed class CheckingVisitor : IVisitor
    {
        public void See(int amount) => Assert.Equal(2, amount);
    }

    [Fact]
    public void Visit_OfNothing_SeesNothing() //@near GB1002
    {
        new Ledger().Visit(new NeverVisitor());
    }

    private sealed class NeverVisitor : IVisitor
    {
        public void See(int amount) => throw new InvalidOperationException("There is nothing to see.");
    }

    [Fact]
    public void Book_LocalFunction() //@near GB1002
    {
        var ledger = new Ledger();
        ledger.Book(2);
        HasTwo();

        void HasTwo() => Assert.True(ledger.Balance == 2);
    }

    [Fact]
    public void Book_WithTraceAssert() //@near GB1002
    {
        var ledger = new Ledger();
        ledger.Book(2);
        Trace.Assert(ledger.Balance == 2);
    }

    [Fact]
    public async Task Book_Signals() //@near GB1002
    {
        var booked = new TaskCompletionSource<int>();
        var ledger = new Ledger();
        ledger.Booked += amount => booked.SetResult(amount);
        ledger.Book(2);
        await booked.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Book_AnyInt_DoesNotThrow() => new Ledger().Book(int.MinValue); //@near GB1002

    [Fact]
    public void booking_zero_should_not_throw() => new Ledger().Book(0); //@near GB1002

    [Fact]
    public void OverflowBugHasNotRegressed() => new Ledger().Book(int.MaxValue); //@near GB1002

    [Fact]
    public void Balance_Overflow() //@near GB1002
    {
        // Used to crash with an OverflowException in checked builds.
        new Ledger().Book(int.MaxValue);
    }

    [Fact]
    public void Signatures() //@near GB1002
    {
        Action<int> book = default!;
        var name = nameof(Ledger.Book);
        _ = (book, name);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Book_Rows(Action<Ledger> then) => then(new Ledger()); //@near GB1002

    public static IEnumerable<object[]> Cases() => [[(Action<Ledger>)(l => Assert.Equal(0, l.Balance))]];

    [Fact(Skip = "see the issue")] //@true GB1008
    public void Book_Parallel_Later() => new Ledger().Book(1); //@near GB1002

    [Fact]
    public async Task Response_IsOk() //@near GB1002
    {
        using var response = new HttpResponseMessage();
        await Task.Yield();
        response.EnsureSuccessStatusCode();
    }

    [Fact]
    public void Book_Nothing_StillBooks() //@true GB1002
    {
        var ledger = new Ledger();
        ledger.Visit(new SilentVisitor());
    }

    private sealed class SilentVisitor : IVisitor
    {
        public int Seen { get; private set; }

        public void See(int amount) => Seen += amount;
    }
}

public sealed class Shelf
{
    private readonly Stack<int> _items = new();

    public void Put(int item) => _items.Push(item);

    public bool Take() => _items.TryPop(out _);
}

public class ShelfTests
{
    [Fact]
    public void Deep_WithinLimit() //@near GB1002
    {
        var shelf = new Shelf();
        shelf.Put(1);
        while (shelf.Take())
        {
        }
    }

    [Fact]
    public void PutTwice() //@near GB1002
    {
        #region PutTwice
        var shelf = new Shelf();
        shelf.Put(1);
        shelf.Put(2);
        #endregion
    }

    [Fact]
    public void Put_Zero() //@near GB1002
    {
        var shelf = new Shelf();
        // Does nothing.
        shelf.Put(0);
    }

    [Fact]
    public void Put_Arranged() //@true GB1002
    {
        #region arrange
        var shelf = new Shelf();
        #endregion
        shelf.Put(1);
    }
}
