using System.Text.Json;
using Moq;
using NSubstitute;
using Xunit;
using MsTest = Microsoft.VisualStudio.TestTools.UnitTesting;
using Nu = NUnit.Framework;

namespace Corpus.GB1002.Forgotten;

public sealed record Seat(int Row, string Letter)
{
    public bool IsWindow => Letter is "A" or "F";
}

public interface IPlanes
{
    IReadOnlyList<Seat> SeatsOf(string flight);

    Task<bool> HoldAsync(Seat seat);
}

public sealed class SeatComparison(IReadOnlyList<Seat> added)
{
    public IReadOnlyList<Seat> Added => added;
}

public sealed class Booking(IPlanes planes)
{
    private readonly List<Seat> _held = [];

    public IReadOnlyList<Seat> Held => _held;

    public event Action<Seat>? Taken;

    public async Task<bool> TakeAsync(Seat seat)
    {
        if (!await planes.HoldAsync(seat))
            return false;
        _held.Add(seat);
        Taken?.Invoke(seat);
        return true;
    }

    public Seat? Best(string flight) => planes.SeatsOf(flight).FirstOrDefault(static s => s.IsWindow);

    public SeatComparison CompareWith(IReadOnlyList<Seat> others) => new([.. _held.Except(others)]);

    public void Release(Seat seat) => _held.Remove(seat);

    public string ToJson() => JsonSerializer.Serialize(_held);

    public IEnumerable<string> Labels()
    {
        foreach (var seat in _held)
            yield return seat.Row + seat.Letter;
    }
}

public class BookingTests
{
    private readonly IPlanes _planes = Substitute.For<IPlanes>();
    private readonly Booking _booking;

    public BookingTests()
    {
        _planes.HoldAsync(null!).ReturnsForAnyArgs(true);
        _planes.SeatsOf("LX1").Returns([new Seat(1, "B"), new Seat(1, "A")]);
        _booking = new Booking(_planes);
    }

    // The result has a name and nobody looks at it.
    [Fact]
    public async Task Take_HoldsTheSeat() //@true GB1002
    {
        var taken = await _booking.TakeAsync(new Seat(3, "C"));
    }

    [Fact]
    public void Best_IsAWindow() //@true GB1002
    {
        _ = _booking.Best("LX1");
    }

    // A comparison is made, and its outcome dropped.
    [Fact]
    public async Task CompareWith_FindsTheAddedSeat() //@true GB1002
    {
        await _booking.TakeAsync(new Seat(4, "D"));
        _booking.CompareWith([]);
    }

    // The comparison stands there as a value, not as an assertion.
    [Fact]
    public void Best_IsTheFirstWindow() //@true GB1002
    {
        var isRight = _booking.Best("LX1") == new Seat(1, "A");
        Console.WriteLine(isRight);
    }

    [Fact]
    public void Release_EmptiesTheBooking() //@true GB1002
    {
        _booking.Release(new Seat(3, "C"));
    }

    // Equals is called on the result, and its answer is lost.
    [Fact]
    public void ToJson_IsAnArray() //@true GB1002
    {
        _booking.ToJson().Equals("[]", StringComparison.Ordinal);
    }

    // The event is only counted.
    [Fact]
    public async Task Take_TellsEverybody() //@true GB1002
    {
        var count = 0;
        _booking.Taken += _ => count++;
        await _booking.TakeAsync(new Seat(5, "E"));
    }

    // An iterator that nobody drives.
    [Fact]
    public void Labels_NameRowAndLetter() //@true GB1002
    {
        var labels = _booking.Labels();
    }

    [Fact]
    public void Labels_HaveTheLetterLast() //@true GB1002
    {
        foreach (var label in _booking.Labels())
            Console.WriteLine(label[^1]);
    }

    // The helper only arranges and acts.
    [Fact]
    public Task Take_SecondSeat_IsHeld() => TakeTwoAsync(new Seat(1, "A"), new Seat(1, "B")); //@true GB1002

    private async Task TakeTwoAsync(Seat first, Seat second)
    {
        await _booking.TakeAsync(first);
        await _booking.TakeAsync(second);
    }

    // A helper named for what it should do gives an answer, and the answer is dropped.
    private bool HasSeat(Seat seat) => _booking.Held.Contains(seat);

    [Fact]
    public async Task Take_IsSeenInHeld() //@true GB1002
    {
        var seat = new Seat(6, "F");
        await _booking.TakeAsync(seat);
        HasSeat(seat);
    }

    // Rows and parameters, and nothing that reads what is expected.
    [Theory]
    [InlineData("LX1", 1)]
    [InlineData("LX2", 0)]
    public void Best_ByFlight(string flight, int row) //@true GB1002
    {
        var best = _booking.Best(flight);
        Console.WriteLine($"{flight}: {best?.Row ?? 0} of {row}");
    }

    [Nu.Test]
    public void ToJson_NamesTheLetter() //@true GB1002
    {
        var booking = new Booking(Mock.Of<IPlanes>());
        using var json = JsonDocument.Parse(booking.ToJson());
        var first = json.RootElement.EnumerateArray().FirstOrDefault();
    }

    [MsTest.TestMethod]
    public async Task Take_RefusedSeat_IsNotHeld() //@true GB1002
    {
        var planes = new Mock<IPlanes>();
        planes.Setup(p => p.HoldAsync(It.IsAny<Seat>())).ReturnsAsync(false);
        await new Booking(planes.Object).TakeAsync(new Seat(1, "A"));
    }

    // What was received is only fetched.
    [Fact]
    public async Task Take_AsksThePlane() //@true GB1002
    {
        await _booking.TakeAsync(new Seat(7, "A"));
        var calls = _planes.ReceivedCalls().Count();
    }

    // It is recorded and forgotten.
    [Fact]
    public async Task Take_Null_IsRefused() //@true GB1002
    {
        var error = await Record.ExceptionAsync(() => _booking.TakeAsync(null!));
    }

    // The condition ends in a message instead of a failure.
    [Fact]
    public void Best_UnknownFlight_IsNone() //@true GB1002
    {
        if (_booking.Best("XX") is not null)
            Console.WriteLine("There should be none.");
    }

    // A throw is a failure, too.
    [Fact]
    public void Best_OfTheFlight_IsKnown() //@near GB1002
    {
        if (_booking.Best("LX1") is null)
            throw new InvalidOperationException("There is a window.");
    }

    [Fact]
    public void Best_IsThere() //@near GB1002
    {
        var best = _booking.Best("LX1") ?? throw new InvalidOperationException("There is a window.");
        Console.WriteLine(best);
    }

    // The switch throws for what was not expected.
    [Fact]
    public void Best_IsInRowOne() //@near GB1002
    {
        var side = _booking.Best("LX1") switch
        {
            { Row: 1 } => "front",
            var other => throw new InvalidOperationException($"{other}"),
        };
        Console.WriteLine(side);
    }

    private void MustHold(Seat seat)
    {
        if (!_booking.Held.Contains(seat))
            Assert.Fail("It is not held.");
    }

    [Fact]
    public async Task Take_Holds() //@near GB1002
    {
        await _booking.TakeAsync(new Seat(8, "A"));
        MustHold(new Seat(8, "A"));
    }

    // What the substitute is told checks each call.
    [Fact]
    public async Task Take_PassesTheSeatOn() //@near GB1002
    {
        var planes = Substitute.For<IPlanes>();
        planes.HoldAsync(Arg.Do<Seat>(static s => Assert.Equal("A", s.Letter))).ReturnsForAnyArgs(true);
        await new Booking(planes).TakeAsync(new Seat(9, "A"));
    }
}
