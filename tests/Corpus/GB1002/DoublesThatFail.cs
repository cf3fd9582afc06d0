using Xunit;

namespace Corpus.GB1002.DoublesThatFail;

public sealed record Seat(int Row, string Letter);

public interface IPlane
{
    bool Hold(Seat seat);
}

public sealed class Desk(IPlane plane)
{
    public Task<bool> TakeAsync(Seat seat) => Task.FromResult(plane.Hold(seat));
}

public class DeskTests
{
    // The double fails the test by itself.
    private sealed class PlaneOfOneSeat : IPlane
    {
        private int _asked;

        public bool Hold(Seat seat)
        {
            Assert.Equal(1, ++_asked);
            return true;
        }
    }

    [Fact]
    public async Task Take_AsksThePlaneOnce() => await new Desk(new PlaneOfOneSeat()).TakeAsync(new Seat(1, "C")); //@near GB1002

    // It is in a field, and its base class checks.
    private abstract class WatchedPlane : IPlane
    {
        protected abstract bool Answer { get; }

        public bool Hold(Seat seat)
        {
            Assert.InRange(seat.Row, 1, 40);
            return Answer;
        }
    }

    private sealed class FullPlane : WatchedPlane
    {
        protected override bool Answer => false;
    }

    private readonly IPlane _full = new FullPlane();

    [Fact]
    public Task Take_OfAFullPlane_AsksForARow() => new Desk(_full).TakeAsync(new Seat(2, "C")); //@near GB1002
}
