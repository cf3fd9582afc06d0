using System.Text.Json;
using FluentAssertions;
using Moq;
using NSubstitute;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Corpus.GB1004.True;

public record Invoice(int Number, decimal Total, string? Customer);

public interface IMailer
{
    void Send(string to, string text);

    Task SendAsync(string to, string text);
}

public sealed class Ledger(IMailer mailer)
{
    private readonly List<Invoice> _invoices = [];

    public int Count => _invoices.Count;

    public decimal Balance { get; private set; }

    public void Book(Invoice invoice)
    {
        if (invoice.Total < 0)
            throw new ArgumentException("negative", nameof(invoice));
        _invoices.Add(invoice);
        Balance += invoice.Total;
        if (invoice.Customer is { } to)
            mailer.Send(to, $"Invoice {invoice.Number}");
    }

    public async Task<Invoice?> FindAsync(int number)
    {
        await Task.Yield();
        return _invoices.FirstOrDefault(i => i.Number == number);
    }

    public Task BookAsync(Invoice invoice)
    {
        Book(invoice);
        return Task.CompletedTask;
    }
}

public class HiddenFailures(ITestOutputHelper output)
{
    private readonly Ledger _ledger = new(Substitute.For<IMailer>());

    [Fact]
    public void Book_Negative_IsRefused()
    {
        try
        {
            _ledger.Book(new Invoice(1, -1, null));
            Assert.Fail("A negative invoice was booked."); //@true GB1004
        }
        catch (Exception) //@true GB3003
        {
        }
    }

    [Fact]
    public void Book_AddsToTheBalance()
    {
        _ledger.Book(new Invoice(1, 10, null));
        try
        {
            Assert.Equal(10, _ledger.Balance); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.ToString());
        }
    }

    [Fact]
    public async Task Find_GivesWhatWasBooked()
    {
        try
        {
            await _ledger.BookAsync(new Invoice(7, 10, "ann"));
            var found = await _ledger.FindAsync(7);
            Assert.NotNull(found); //@true GB1004
            Assert.Equal("ann", found.Customer);
        }
        catch (Exception e)
        {
            Console.WriteLine("Find failed: " + e.Message);
        }
    }

    [Fact]
    public void Book_Fluently()
    {
        try
        {
            _ledger.Book(new Invoice(1, 10, null));
            _ledger.Count.Should().Be(1); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine("Ignored: {0}", e.Message);
        }
    }

    [Fact]
    public void Book_Shouldly()
    {
        try
        {
            _ledger.Book(new Invoice(1, 10, null));
            _ledger.Balance.ShouldBe(10m); //@true GB1004
        }
        catch (ShouldAssertException e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void Book_CaughtByTheBaseOfAllXunitFailures()
    {
        _ledger.Book(new Invoice(1, 10, null));
        try
        {
            Assert.Equal(1, _ledger.Count); //@true GB1004
        }
        catch (XunitException e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void Book_CaughtWithoutType()
    {
        try
        {
            _ledger.Book(new Invoice(1, 10, null));
            Assert.Single(new[] { _ledger.Count }, 1); //@true GB1004
        }
        catch
        {
            output.WriteLine("Booking is not available here.");
        }
    }

    [Fact]
    public void Book_SendsMail_Moq()
    {
        var mailer = new Mock<IMailer>();
        try
        {
            new Ledger(mailer.Object).Book(new Invoice(1, 10, "ann"));
            mailer.Verify(m => m.Send("ann", It.IsAny<string>()), Times.Once()); //@true GB1004
        }
        catch (MockException e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void Book_SendsMail_NSubstitute()
    {
        var mailer = Substitute.For<IMailer>();
        try
        {
            new Ledger(mailer).Book(new Invoice(1, 10, "ann"));
            mailer.Received(1).Send("ann", Arg.Any<string>()); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void Book_CheckedByAHelper()
    {
        try
        {
            _ledger.Book(new Invoice(1, 10, null));
            ShouldHoldOneInvoice(_ledger); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public async Task Book_CheckedByAnAsyncHelper()
    {
        try
        {
            await _ledger.BookAsync(new Invoice(7, 10, null));
            await CheckAsync(7); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public async Task Book_Negative_IsRefusedLater()
    {
        try
        {
            await Assert.ThrowsAsync<ArgumentException>(() => _ledger.BookAsync(new Invoice(1, -1, null))); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void Book_WithFinally()
    {
        try
        {
            _ledger.Book(new Invoice(1, 10, null));
            Assert.Equal(1, _ledger.Count); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
        finally
        {
            output.WriteLine("done");
        }
    }

    [Fact]
    public void Book_NarrowCatchFirst()
    {
        try
        {
            _ledger.Book(new Invoice(1, -10, null));
            Assert.Equal(0, _ledger.Count); //@true GB1004
        }
        catch (ArgumentException e)
        {
            Assert.Equal("invoice", e.ParamName);
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void Book_InnerCatchIsTooNarrow_OuterTakesAll()
    {
        try
        {
            try
            {
                _ledger.Book(new Invoice(1, 10, null));
                Assert.Equal(1, _ledger.Count); //@true GB1004
            }
            catch (InvalidOperationException e)
            {
                output.WriteLine(e.Message);
            }
        }
        catch (Exception e)
        {
            output.WriteLine("outer " + e.Message);
        }
    }

    [Fact]
    public void Book_InLoop_EachRoundIsSwallowed()
    {
        foreach (var total in new[] { 1m, 2m, 3m })
        {
            try
            {
                var ledger = new Ledger(Substitute.For<IMailer>());
                ledger.Book(new Invoice(1, total, null));
                Assert.Equal(total, ledger.Balance); //@true GB1004
            }
            catch (Exception e)
            {
                output.WriteLine($"{total}: {e.Message}");
                continue;
            }
        }
    }

    [Fact]
    public void Book_RetriesAndThenGivesUpInSilence()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                Assert.Equal(0, _ledger.Count); //@true GB1004
                break;
            }
            catch (Exception)
            {
                Thread.Sleep(10);
            }
        }
    }

    [Fact]
    public void Book_InLambda()
    {
        Action act = () =>
        {
            try
            {
                _ledger.Book(new Invoice(1, 10, null));
                Assert.Equal(1, _ledger.Count); //@true GB1004
            }
            catch (Exception e)
            {
                output.WriteLine(e.Message);
            }
        };
        act();
    }

    [Fact]
    public async Task Book_InTask()
    {
        await Task.Run(async () =>
        {
            try
            {
                await _ledger.BookAsync(new Invoice(3, 10, null));
                Assert.NotNull(await _ledger.FindAsync(3)); //@true GB1004
            }
            catch (Exception e)
            {
                output.WriteLine(e.Message);
            }
        });
    }

    [Fact]
    public void Book_InLocalFunction()
    {
        Check();

        void Check()
        {
            try
            {
                _ledger.Book(new Invoice(1, 10, null));
                Assert.True(_ledger.Balance == 10); //@true GB1004
            }
            catch (Exception e)
            {
                output.WriteLine(e.Message);
            }
        }
    }

    [Fact]
    public void Book_HandlerAssertsOnlyThatSomethingWasThrown()
    {
        try
        {
            _ledger.Book(new Invoice(1, -1, null));
            Assert.Fail("not refused"); //@true GB1004
        }
        catch (Exception e)
        {
            Assert.NotNull(e);
        }
    }

    [Fact]
    public void Book_HandlerAssertsTheMessageIsThere()
    {
        try
        {
            _ledger.Book(new Invoice(1, -1, null));
            Assert.Fail("not refused"); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
            e.Message.Should().NotBeNull();
        }
    }

    [Fact]
    public void Book_HandlerReturns()
    {
        _ledger.Book(new Invoice(1, 10, null));
        try
        {
            Assert.Equal(10, _ledger.Balance); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
            return;
        }

        output.WriteLine("fine");
    }

    [Fact]
    public void Book_HandlerSetsALocalThatNobodyReads()
    {
        var failed = false;
        try
        {
            _ledger.Book(new Invoice(1, 10, null));
            Assert.Equal(1, _ledger.Count); //@true GB1004
        }
        catch (Exception e)
        {
            failed = true;
            output.WriteLine($"{failed} {e.Message}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Book_OfRows(int total)
    {
        try
        {
            _ledger.Book(new Invoice(1, total, null));
            Assert.Equal(total, _ledger.Balance); //@true GB1004
        }
        catch (Exception e)
        {
            System.Diagnostics.Debug.WriteLine(e);
        }
    }

    [Fact]
    public void Serialize_RoundTrip()
    {
        try
        {
            var json = JsonSerializer.Serialize(new Invoice(1, 2, "ann"));
            var back = JsonSerializer.Deserialize<Invoice>(json);
            Assert.Equal(new Invoice(1, 2, "ann"), back); //@true GB1004
        }
        catch (JsonException e)
        {
            output.WriteLine("json " + e.Message);
        }
        catch (Exception e)
        {
            output.WriteLine("other " + e.Message);
        }
    }

    [Fact]
    public void Book_LaterAssertionIsAboutSomethingElse()
    {
        var first = new Ledger(Substitute.For<IMailer>());
        var second = new Ledger(Substitute.For<IMailer>());
        first.Book(new Invoice(1, 10, null));
        try
        {
            Assert.Equal(1, first.Count); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }

        Assert.Equal(0, second.Count);
    }

    [Fact]
    public void Book_UnderIf()
    {
        try
        {
            _ledger.Book(new Invoice(1, 10, null));
            if (_ledger.Count != 1)
                Assert.Fail("lost"); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void Book_InUsing()
    {
        try
        {
            using var stream = new MemoryStream();
            JsonSerializer.Serialize(stream, new Invoice(1, 2, null));
            Assert.True(stream.Length > 0); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void Book_HandlerLogsByCondition()
    {
        try
        {
            _ledger.Book(new Invoice(1, 10, null));
            Assert.Equal(1, _ledger.Count); //@true GB1004
        }
        catch (Exception e)
        {
            if (e.InnerException is not null)
                output.WriteLine(e.InnerException.Message);
            else
                output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void Book_AssertAllInTry()
    {
        try
        {
            Assert.All(new[] { 1, 2 }, n => Assert.True(n > _ledger.Count)); //@true GB1004
        }
        catch (AllException e)
        {
            output.WriteLine("narrow " + e.Message);
        }
        catch (XunitException e)
        {
            output.WriteLine("all others " + e.Message);
        }
    }

    [Fact]
    public void Book_FluentThrow()
    {
        Action act = () => _ledger.Book(new Invoice(1, -1, null));
        try
        {
            act.Should().Throw<ArgumentException>().WithMessage("*negative*"); //@true GB1004
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
        }
    }

    [Fact]
    public async Task Book_AwaitInHandler()
    {
        try
        {
            _ledger.Book(new Invoice(1, 10, null));
            Assert.Equal(1, _ledger.Count); //@true GB1004
        }
        catch (Exception)
        {
            await Task.Delay(1);
        }
    }

    [Fact]
    public void Book_CatchOfObjectInGotoForm()
    {
        try
        {
            _ledger.Book(new Invoice(1, 10, null));
            Assert.InRange(_ledger.Balance, 9, 11); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
            goto end;
        }

        output.WriteLine("booked");
        end:
        output.WriteLine("end");
    }

    [Fact]
    public void Book_HelperSwallows()
    {
        _ledger.Book(new Invoice(1, 10, null));
        VerifyBalance(10);
        VerifyBalance(11);
    }

    private void VerifyBalance(decimal expected)
    {
        try
        {
            Assert.Equal(expected, _ledger.Balance); //@true GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    private static void ShouldHoldOneInvoice(Ledger ledger) => Assert.Equal(1, ledger.Count);

    private async Task CheckAsync(int number)
    {
        var found = await _ledger.FindAsync(number);
        Assert.NotNull(found);
    }
}
