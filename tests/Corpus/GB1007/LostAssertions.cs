using FluentAssertions;
using Shouldly;
using VerifyXunit;
using Xunit;

namespace VerifyXunit
{
    // The shape of the snapshot library: a task of its own, which only runs where it is awaited.
    public class SettingsTask(Func<Task> run)
    {
        public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => run().GetAwaiter();
    }

    public static class Verifier
    {
        public static SettingsTask Verify(object? target) => new(() => target is null ? throw new InvalidOperationException("The snapshot differs.") : Task.CompletedTask);
    }
}

namespace Corpus.GB1007.True
{
    public sealed class Gate
    {
        private readonly Dictionary<string, int> _seats = new() { ["a"] = 1 };

        public async Task<int> EnterAsync(string name)
        {
            await Task.Yield();
            if (string.IsNullOrEmpty(name))
                throw new ArgumentException("A name is needed.", nameof(name));
            return _seats.GetValueOrDefault(name);
        }

        public async ValueTask CloseAsync()
        {
            await Task.Yield();
            _seats.Clear();
        }
    }

    public class LostAssertions
    {
        private readonly Gate _gate = new();

        [Fact]
        public void Enter_Nameless_Throws()
        {
            Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync("")); //@true GB1007
        }

        [Fact]
        public void Enter_Nameless_ThrowsAny() => Assert.ThrowsAnyAsync<ArgumentException>(() => _gate.EnterAsync("")); //@true GB1007

        [Fact]
        public async Task Enter_Nameless_InAnAsyncTest()
        {
            var seat = await _gate.EnterAsync("a");
            Assert.Equal(1, seat);
#pragma warning disable CS4014
            Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync("")); //@true GB1007
#pragma warning restore CS4014
        }

        [Fact]
        public void Enter_Nameless_Discarded()
        {
            _ = Assert.ThrowsAsync<ArgumentException>(async () => await _gate.EnterAsync("")); //@true GB1007
        }

        [Fact]
        public void Enter_Nameless_KeptAndNeverRead()
        {
            var thrown = Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync("")); //@true GB1007
        }

        [Fact]
        public void Enter_Nameless_OnlyThatThereIsATask()
        {
            var thrown = Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync("")); //@true GB1007
            Assert.NotNull(thrown);
        }

        [Fact]
        public void Enter_Nameless_OnlyThatThereIsATask_Fluently()
        {
            Task<ArgumentException> thrown = Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync("")); //@true GB1007
            thrown.Should().NotBeNull();
        }

        [Fact]
        public void Enter_Nameless_WithParameterName()
        {
            Assert.ThrowsAsync<ArgumentException>("name", () => _gate.EnterAsync("")); //@true GB1007
        }

        [Fact]
        public void Enter_Nameless_Configured()
        {
            Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync("")).ConfigureAwait(false); //@true GB1007
        }

        [Theory]
        [InlineData("")]
        [InlineData(null)]
        public void Enter_OfRows(string? name)
        {
            Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync(name!)); //@true GB1007
        }

        [Fact]
        public void Enter_InALoop()
        {
            foreach (var name in new[] { "", null })
            {
                Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync(name!)); //@true GB1007
            }
        }

        [Fact]
        public void Enter_UnderIf()
        {
            if (Environment.Is64BitProcess)
                Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync("")); //@true GB1007
        }

        [Fact]
        public void Enter_InAnAction()
        {
            Action check = () => Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync("")); //@true GB1007
            check();
        }

        [Fact]
        public void Enter_InALocalFunction()
        {
            Check();
            void Check() => Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync("")); //@true GB1007
        }

        [Fact]
        public void Enter_Fluently()
        {
            Func<Task> act = () => _gate.EnterAsync("");
            act.Should().ThrowAsync<ArgumentException>(); //@true GB1007
        }

        [Fact]
        public void Enter_Fluently_WithMessage()
        {
            Func<Task> act = () => _gate.EnterAsync("");
            act.Should().ThrowAsync<ArgumentException>().WithMessage("A name*"); //@true GB1007
        }

        [Fact]
        public void Enter_Fluently_NotThrow()
        {
            Func<Task> act = () => _gate.EnterAsync("a");
            act.Should().NotThrowAsync("'a' has a seat"); //@true GB1007
        }

        [Fact]
        public void Enter_Fluently_InTime()
        {
            Func<Task<int>> act = () => _gate.EnterAsync("a");
            act.Should().CompleteWithinAsync(TimeSpan.FromSeconds(5)); //@true GB1007
        }

        [Fact]
        public void Enter_Fluently_Awaiting()
        {
            _gate.Awaiting(g => g.EnterAsync("")).Should().ThrowExactlyAsync<ArgumentException>(); //@true GB1007
        }

        [Fact]
        public void Enter_Fluently_Invoking()
        {
            FluentActions.Awaiting(() => _gate.EnterAsync("")).Should().ThrowAsync<ArgumentException>("because it is empty"); //@true GB1007
        }

        [Fact]
        public void Enter_Shouldly()
        {
            Should.ThrowAsync<ArgumentException>(() => _gate.EnterAsync("")); //@true GB1007
        }

        [Fact]
        public void Enter_Shouldly_OfTheTask()
        {
            _gate.EnterAsync("").ShouldThrowAsync<ArgumentException>(); //@true GB1007
        }

        [Fact]
        public void Enter_Shouldly_NotThrow()
        {
            Should.NotThrowAsync(() => _gate.EnterAsync("a")); //@true GB1007
        }

        [Fact]
        public void Enter_Snapshot()
        {
            var seats = new { Seat = 1 };
            Verifier.Verify(seats); //@true GB1007
        }

        [Fact]
        public async Task Enter_Snapshot_InAnAsyncTest()
        {
            var seat = await _gate.EnterAsync("a");
            Verifier.Verify(seat); //@true GB1007
        }

        [Fact]
        public void Enter_CheckedByAHelper()
        {
            ShouldHaveSeatAsync("a", 1); //@true GB1007 @true GB3006
        }

        [Fact]
        public void Enter_CheckedByAHelperOfAHelper()
        {
            ShouldHaveSeatsAsync("a"); //@true GB1007 @true GB3006
        }

        [Fact]
        public void Enter_CheckedByALocalHelper()
        {
            CheckAsync(); //@true GB1007 @true GB3006

            async Task CheckAsync()
            {
                var seat = await _gate.EnterAsync("a");
                seat.Should().Be(1);
            }
        }

        [Fact]
        public void Enter_CheckedByAnExtension()
        {
            _gate.ShouldRefuseAsync(""); //@true GB1007 @true GB3006
        }

        [Fact]
        public async void Enter_AsyncVoid() //@true GB1007
        {
            Assert.Equal(1, await _gate.EnterAsync("a"));
        }

        [Theory]
        [InlineData("a", 1)]
        public async void Enter_AsyncVoidTheory(string name, int seat) //@true GB1007
        {
            var found = await _gate.EnterAsync(name);
            Assert.Equal(seat, found);
        }

        [Fact]
        public async void Enter_AsyncVoidThatAwaitsItsAssertion() => //@true GB1007
            await Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync(""));

        [Fact]
        public void Enter_AllInAsyncVoidLambdas()
        {
            Assert.All(new[] { "a", "b" }, async name => Assert.InRange(await _gate.EnterAsync(name), 0, 1)); //@true GB1007
        }

        [Fact]
        public void Enter_ForEachInAsyncVoidLambdas()
        {
            new List<string> { "a", "b" }.ForEach(async name =>
            {
                var seat = await _gate.EnterAsync(name);
                Assert.InRange(seat, 0, 1); //@true GB1007
            });
        }

        [Fact]
        public void Enter_InParallel()
        {
            Parallel.ForEach(new[] { "a", "b" }, async name =>
            {
                var seat = await _gate.EnterAsync(name);
                seat.ShouldBeLessThan(2); //@true GB1007
            });
        }

        [Fact]
        public async Task Close_IsChecked()
        {
            await _gate.CloseAsync();
            Assert.Equal(0, await _gate.EnterAsync("a"));
            Record.Exception(() => { Assert.ThrowsAsync<ArgumentException>(() => _gate.EnterAsync("")); }); //@true GB1007
        }

        private async Task ShouldHaveSeatAsync(string name, int seat) => Assert.Equal(seat, await _gate.EnterAsync(name));

        private async Task ShouldHaveSeatsAsync(params string[] names)
        {
            foreach (var name in names)
                await ShouldHaveSeatAsync(name, 1);
        }
    }

    public static class GateChecks
    {
        public static async Task ShouldRefuseAsync(this Gate gate, string name) =>
            await Assert.ThrowsAsync<ArgumentException>(() => gate.EnterAsync(name));
    }
}
