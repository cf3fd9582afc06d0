using FluentAssertions;
using Shouldly;
using Xunit;

namespace Corpus;

public static class Limits
{
    public const int Max = 255;
    public const string Header = "X-Mail";
    public static readonly int Pages = 4;

    public static object Gate { get; } = new();
}

public enum Priority : byte { Low = 1, High = 9 }

public class Tag(string text) : IEquatable<Tag>
{
    public string Text { get; } = text;

    public bool Equals(Tag? other) => other is not null && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as Tag);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    public static bool operator ==(Tag? a, Tag? b) => a is null ? b is null : a.Equals(b);

    public static bool operator !=(Tag? a, Tag? b) => !(a == b);
}

public record Stamp(int Day);

public sealed class Sequence : IDisposable
{
    private int _next;

    public event Action? Rolled;

    public bool IsDisposed { get; private set; }

    public int Next
    {
        get
        {
            Rolled?.Invoke();
            return _next++;
        }
    }

    public int Take() => _next++;

    public void Fill(ref int value) => value += _next;

    public bool TryTake(out int value)
    {
        value = _next++;
        return value > 0;
    }

    public void Dispose() => IsDisposed = true;
}

public class LooksConstant
{
    private int _calls;

    [Fact]
    public void Max_FitsAByte() => Assert.True(Limits.Max <= byte.MaxValue); //@near GB1001

    [Fact]
    public void Header_IsStable() => Assert.Equal("X-Mail", Limits.Header); //@near GB1001

    [Fact]
    public void Priority_OnTheWire() => Assert.Equal(9, (int)Priority.High); //@near GB1001

    [Fact]
    public void Name_IsStable() => Assert.Equal("Priority", nameof(Priority)); //@near GB1001

    [Fact]
    public void Priority_IsOneByte() => Assert.Equal(1, sizeof(Priority)); //@near GB1001

    [Fact]
    public void Pages_AreFour() => Assert.Equal(4, Limits.Pages); //@near GB1001

    [Fact]
    public void Gate_IsOneObject() => Assert.Same(Limits.Gate, Limits.Gate); //@near GB1001

    [Fact]
    public void Max_ThroughLocal()
    {
        var max = Limits.Max;
        Assert.Equal(255, max); //@near GB1001
    }

    [Fact]
    public void Tag_IsReflexive()
    {
        var tag = new Tag("a");
        Assert.Equal(tag, tag); //@near GB1001
        Assert.True(tag.Equals(tag)); //@near GB1001
    }

    [Fact]
    public void Tag_OperatorOnItself()
    {
        var tag = new Tag("a");
#pragma warning disable CS1718
        Assert.True(tag == tag); //@near GB1001
#pragma warning restore CS1718
    }

    [Fact]
    public void Stamp_EqualsItself()
    {
        var stamp = new Stamp(1);
        stamp.Should().Be(stamp); //@near GB1001
    }

    [Fact]
    public void Next_Changes()
    {
        var sequence = new Sequence();
        Assert.NotEqual(sequence.Next, sequence.Next); //@near GB1001
        Assert.False(sequence.Next == sequence.Next); //@near GB1001
    }

    [Fact]
    public void Rolled_IsRaised()
    {
        var rolled = false;
        var sequence = new Sequence();
        sequence.Rolled += () => rolled = true;
        _ = sequence.Next;
        Assert.True(rolled); //@near GB1001
    }

    [Fact]
    public void Rolled_IsCounted()
    {
        var count = 0;
        var sequence = new Sequence();
        sequence.Rolled += Count;
        _ = sequence.Next;
        count.ShouldBe(1); //@near GB1001

        void Count() => count++;
    }

    [Fact]
    public void Take_ThrowsFlag()
    {
        var thrown = false;
        try
        {
            new Sequence().Take();
        }
        catch (InvalidOperationException)
        {
            thrown = true;
        }

        Assert.False(thrown); //@near GB1001
    }

    [Fact]
    public void Finally_Runs()
    {
        var cleaned = false;
        try
        {
            new Sequence().Take();
        }
        finally
        {
            cleaned = true;
        }

        Assert.True(cleaned); //@near GB1001
    }

    [Fact]
    public void Fill_AddsToRef()
    {
        var value = 3;
        new Sequence().Fill(ref value);
        Assert.Equal(3, value); //@near GB1001
    }

    [Fact]
    public void TryTake_SetsOut()
    {
        var value = 7;
        new Sequence().TryTake(out value);
        Assert.Equal(0, value); //@near GB1001
    }

    [Fact]
    public void Loop_Counts()
    {
        var sum = 0;
        foreach (var part in "a b".Split(' '))
            sum += part.Length;
        Assert.Equal(2, sum); //@near GB1001
    }

    [Fact]
    public void Point_IsCopied()
    {
        var a = new System.Drawing.Point(1, 1);
        var b = a;
        b.Offset(1, 1);
        Assert.Equal(a, b); //@near GB1001
    }

    [Fact]
    public void Field_IsCounted()
    {
        Call();
        Assert.Equal(1, _calls); //@near GB1001
    }

    private void Call() => _calls++;

    [Fact]
    public void NaN_IsNotItself()
    {
        var quotient = Math.Sqrt(new Sequence().Take() - 1);
        Assert.False(quotient == quotient + 0); //@near GB1001
    }

    [Fact]
    public void Sequence_IsDisposable() => Assert.IsAssignableFrom<IDisposable>(new Sequence()); //@near GB1001

    [Fact]
    public void Sequence_AsDisposable() => Assert.NotNull(new Sequence() as IDisposable); //@near GB1001

    [Fact]
    public void Dispose_IsMarked()
    {
        var sequence = new Sequence();
        sequence.Dispose();
        Assert.True(sequence.IsDisposed); //@near GB1001
    }

    [Fact]
    public void Comparer_IsUsed() => Assert.Equal("a", "a", StringComparer.OrdinalIgnoreCase); //@near GB1001

    [Fact]
    public void RightBranch()
    {
        try
        {
            new Sequence().Take();
            Assert.Fail("taken");
        }
        catch (InvalidOperationException)
        {
            Assert.True(true); //@near GB1001
        }
    }

    [Theory]
    [InlineData(true, 5)]
    public void Rows(bool expected, int count)
    {
        Assert.True(expected); //@near GB1001
        Assert.True(count >= 0); //@near GB1001
    }

    [Fact]
    public void Signed_NotNegative() => Assert.True(new Sequence().Next >= 0); //@near GB1001

    [Fact]
    public void Last_IsSet()
    {
        Sequence? sequence = null;
        for (var i = 0; i < 2; i++)
            sequence = i == 1 ? new Sequence() : sequence;
        Assert.NotNull(sequence); //@near GB1001
    }

    [Fact]
    public unsafe void Pointer_Writes()
    {
        var value = 1;
        var pointer = &value;
        *pointer = 2;
        Assert.Equal(2, value); //@near GB1001
    }
}

public class SilentSinkTests
{
    [Fact]
    public void Exceptions_of_a_sink_stay_inside()
    {
        new Random(1).Next();
        Assert.True(true, "No exception reached the caller"); //@near GB1001
    }
}
