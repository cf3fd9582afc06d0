using System.Runtime.ExceptionServices;
using FluentAssertions;
using FluentAssertions.Execution;
using Moq;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Corpus.GB1004.Near;

public sealed class Parser
{
    public int Calls { get; private set; }

    public int Parse(string text)
    {
        Calls++;
        return int.TryParse(text, out var number) ? number : throw new FormatException($"'{text}' is no number.");
    }

    public async Task<int> ParseAsync(string text)
    {
        await Task.Yield();
        return Parse(text);
    }

    public void Close()
    {
        if (Calls == 0)
            throw new InvalidOperationException("never opened");
    }
}

public class HonestCatches(ITestOutputHelper output)
{
    private readonly Parser _parser = new();
    private readonly List<Exception> _failures = [];
    private Exception? _last;

    [Fact]
    public void Rethrows()
    {
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
            throw;
        }
    }

    [Fact]
    public void WrapsWithContext()
    {
        foreach (var text in new[] { "1", "2" })
        {
            try
            {
                Assert.Equal(text, _parser.Parse(text).ToString()); //@near GB1004
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"For '{text}'.", e);
            }
        }
    }

    [Fact]
    public void ExpectsANarrowType()
    {
        try
        {
            _parser.Parse("x");
            Assert.Fail("Not refused."); //@near GB1004
        }
        catch (FormatException e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void ChecksWhatItCaught()
    {
        try
        {
            _parser.Parse("x");
            Assert.Fail("Not refused."); //@near GB1004
        }
        catch (Exception e)
        {
            Assert.IsType<FormatException>(e);
        }
    }

    [Fact]
    public void ChecksTheMessage()
    {
        try
        {
            _parser.Parse("x");
            Assert.Fail("Not refused."); //@near GB1004
        }
        catch (Exception e)
        {
            Assert.Contains("no number", e.Message);
        }
    }

    [Fact]
    public void ChecksTheMessageFluently()
    {
        try
        {
            _parser.Parse("x");
            Assert.Fail("Not refused."); //@near GB1004
        }
        catch (Exception e)
        {
            e.Should().BeOfType<FormatException>();
        }
    }

    [Fact]
    public void KeepsItAndChecksAfterwards()
    {
        Exception? caught = null;
        try
        {
            _parser.Parse("x");
            Assert.Fail("Not refused."); //@near GB1004
        }
        catch (Exception e)
        {
            caught = e;
        }

        Assert.IsType<FormatException>(caught);
    }

    [Fact]
    public void SetsAFlagThatIsAsserted()
    {
        var refused = false;
        try
        {
            Assert.Equal(2, _parser.Parse("1")); //@near GB1004
        }
        catch (XunitException)
        {
            refused = true;
        }

        Assert.True(refused);
    }

    [Fact]
    public void ReachesTheEndOrNot()
    {
        var done = false;
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
            done = true;
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }

        Assert.True(done);
    }

    [Fact]
    public void FailsInTheHandler()
    {
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
        }
        catch (Exception e)
        {
            Assert.Fail(e.Message);
        }
    }

    [Fact]
    public void FailsInTheHandlerByFalse()
    {
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
        }
        catch (Exception e)
        {
            Assert.True(false, e.ToString());
        }
    }

    [Fact]
    public void FailsBehindTheTry()
    {
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
            return;
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }

        Assert.Fail("It did not come to the end.");
    }

    [Fact]
    public void FilterLetsAssertionsGo()
    {
        try
        {
            _parser.Parse("x");
            Assert.Fail("Not refused."); //@near GB1004
        }
        catch (Exception e) when (e is not XunitException)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void AssertionsAreRethrownFirst()
    {
        try
        {
            _parser.Parse("x");
            Assert.Fail("Not refused."); //@near GB1004
        }
        catch (XunitException)
        {
            throw;
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void RethrowsWhatIsNotExpected()
    {
        try
        {
            _parser.Parse("x");
            Assert.Fail("Not refused."); //@near GB1004
        }
        catch (Exception e)
        {
            if (e is not FormatException)
                throw;
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void RethrowsOnTheLastAttempt()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Assert.Equal(1, _parser.Parse("1")); //@near GB1004
                break;
            }
            catch (Exception)
            {
                if (attempt == 3)
                    throw;
                Thread.Sleep(1);
            }
        }
    }

    [Fact]
    public void PollsByFilter()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Assert.Equal(attempt, _parser.Calls + attempt); //@near GB1004
                return;
            }
            catch (XunitException) when (attempt < 5)
            {
                Thread.Sleep(1);
            }
        }
    }

    [Fact]
    public void WaitsAndAssertsOnceMore()
    {
        try
        {
            Assert.Equal(0, _parser.Calls); //@near GB1004
        }
        catch (XunitException)
        {
            Thread.Sleep(1);
        }

        Assert.Equal(0, _parser.Calls);
    }

    [Fact]
    public void CollectsAndAssertsThatNothingCame()
    {
        var errors = new List<string>();
        foreach (var text in new[] { "1", "2" })
        {
            try
            {
                Assert.Equal(text, _parser.Parse(text).ToString()); //@near GB1004
            }
            catch (Exception e)
            {
                errors.Add($"{text}: {e.Message}");
            }
        }

        Assert.Empty(errors);
    }

    [Fact]
    public void CountsAndAsserts()
    {
        var failed = 0;
        for (var i = 0; i < 3; i++)
        {
            try
            {
                Assert.Equal(i, _parser.Parse(i.ToString())); //@near GB1004
            }
            catch (Exception)
            {
                failed++;
            }
        }

        Assert.Equal(0, failed);
    }

    [Fact]
    public void CollectsInAFieldThatTheTeardownLooksAt()
    {
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
        }
        catch (Exception e)
        {
            _failures.Add(e);
        }
    }

    [Fact]
    public void StoresInAField()
    {
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
        }
        catch (Exception e)
        {
            _last = e;
        }

        Check();
    }

    [Fact]
    public void OnAnotherThread()
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Assert.Equal(1, _parser.Parse("1")); //@near GB1004
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    [Fact]
    public async Task ThroughACompletionSource()
    {
        var source = new TaskCompletionSource();
        _ = Task.Run(() =>
        {
            try
            {
                Assert.Equal(1, _parser.Parse("1")); //@near GB1004
                source.SetResult();
            }
            catch (Exception e)
            {
                source.SetException(e);
            }
        });
        await source.Task;
    }

    [Fact]
    public void RethrownByDispatchInfo()
    {
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
        }
        catch (Exception e)
        {
            ExceptionDispatchInfo.Capture(e).Throw();
        }
    }

    [Fact]
    public void RecordsTheException()
    {
        var caught = Record.Exception(() => Assert.Equal(1, _parser.Parse("x"))); //@near GB1004
        Assert.IsType<FormatException>(caught);
    }

    [Fact]
    public void CleansUpInItsOwnTry()
    {
        Assert.Equal(1, _parser.Parse("1")); //@near GB1004
        try
        {
            _parser.Close();
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void OnlyFinally()
    {
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
        }
        finally
        {
            _parser.Close();
        }
    }

    [Fact]
    public void CleanUpInTheFinallySwallowsItsOwn()
    {
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
        }
        finally
        {
            try
            {
                _parser.Close();
            }
            catch (Exception e)
            {
                output.WriteLine(e.Message);
            }
        }
    }

    [Fact]
    public void ScopeCollects()
    {
        using var scope = new AssertionScope();
        try
        {
            _parser.Parse("1").Should().Be(1); //@near GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void TheAssertionIsTheSubject_AndReturns()
    {
        try
        {
            Positive(-1); //@near GB1004
        }
        catch (XunitException)
        {
            return;
        }

        Assert.Fail("Positive let -1 pass.");
    }

    [Fact]
    public void TheAssertionIsTheSubject_AndThrows()
    {
        try
        {
            Positive(-1); //@near GB1004
        }
        catch (XunitException e)
        {
            output.WriteLine(e.Message);
            return;
        }

        throw new InvalidOperationException("Positive let -1 pass.");
    }

    [Fact]
    public void AnotherLibrarysFailureIsNotCaught()
    {
        try
        {
            _parser.Parse("1").ShouldBe(1); //@near GB1004
        }
        catch (XunitException e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void AMocksFailureIsNotCaught()
    {
        var comparer = new Mock<IComparer<int>>();
        try
        {
            comparer.Verify(c => c.Compare(1, 2), Times.Never()); //@near GB1004
        }
        catch (XunitException e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void OnlyOneKindOfAssertionIsCaught()
    {
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
        }
        catch (EqualException e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void TheAssertionStandsBeforeTheTry()
    {
        var number = _parser.Parse("1");
        Assert.Equal(1, number); //@near GB1004
        try
        {
            _parser.Parse("x");
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    [Fact]
    public void TheFlagIsAskedByACondition()
    {
        var ok = true;
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
        }
        catch (Exception)
        {
            ok = false;
        }

        if (!ok)
            Assert.Fail("not parsed");
    }

    [Fact]
    public async Task TheAssertionIsInTheHandlerOnly()
    {
        try
        {
            await _parser.ParseAsync("x");
            Assert.Fail("Not refused."); //@near GB1004
        }
        catch (Exception e)
        {
            Assert.StartsWith("'x'", e.Message); //@near GB1004
        }
    }

    [Fact]
    public void TheHandlerCallsAHelperThatChecks()
    {
        try
        {
            _parser.Parse("x");
            Assert.Fail("Not refused."); //@near GB1004
        }
        catch (Exception e)
        {
            ShouldBeOfFormat(e);
        }
    }

    [Fact(Skip = "Waits for the new parser.")]
    public void SwitchedOff()
    {
        try
        {
            Assert.Equal(1, _parser.Parse("1")); //@near GB1004
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
    }

    private static void ShouldBeOfFormat(Exception e) => Assert.IsType<FormatException>(e);

    private static void Positive(int number) => Assert.True(number > 0);

    private void Check() => Assert.Null(_last);

    private bool Holds(string text, int expected)
    {
        try
        {
            Assert.Equal(expected, _parser.Parse(text)); //@near GB1004
            return true;
        }
        catch (XunitException)
        {
            return false;
        }
    }

    [Fact]
    public void AsksWhetherItHolds() => Assert.True(Holds("1", 1));
}
