using System.Runtime.InteropServices;
using FluentAssertions;
using Shouldly;
using Xunit;

namespace Corpus;

public sealed class Codec
{
    public event Action<byte[]>? Encoded;

    public bool IsHardware { get; init; }

    public byte[]? Encode(string text)
    {
        if (text.Contains('\0'))
            throw new FormatException("NUL");
        var bytes = text.Length == 0 ? null : System.Text.Encoding.UTF8.GetBytes(text);
        if (bytes is not null)
            Encoded?.Invoke(bytes);
        return bytes;
    }

    public IReadOnlyList<byte[]> Split(string text) => text.Split(' ').Select(t => Encode(t) ?? []).ToList();

    public bool TryEncode(string text, out byte[]? bytes) => (bytes = Encode(text)) is not null;
}

public class HonestDetours
{
    private static readonly string[] Samples = ["a", "b"];
    private readonly Codec _codec = new();

    public static IEnumerable<object?[]> Rows() => [["a", 1], ["", null]];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Encode_Rows(string text, int? length)
    {
        var bytes = _codec.Encode(text);
        if (length == null)
            Assert.Null(bytes); //@near GB1003
        else
            Assert.Equal(length, bytes!.Length); //@near GB1003
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Encode_RowsWithLength(string text, int? length)
    {
        var bytes = _codec.Encode(text);
        if (length is { } expected)
            bytes!.Length.ShouldBe(expected); //@near GB1003
    }

    [Fact]
    public void Encode_OnWindows()
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return;
        Assert.NotNull(_codec.Encode("a")); //@near GB1003
    }

    [Fact]
    public void Encode_WithHardware()
    {
        if (_codec.IsHardware)
            Assert.NotNull(_codec.Encode("a")); //@near GB1003
    }

    [Fact]
    public void Encode_Nul_OldStyle()
    {
        try
        {
            _codec.Encode("\0");
            Assert.Fail("NUL was encoded.");
        }
        catch (FormatException e)
        {
            Assert.Equal("NUL", e.Message); //@near GB1003
        }
    }

    [Fact]
    public void Encode_Nul_Returns()
    {
        try
        {
            _codec.Encode("\0");
        }
        catch (FormatException e)
        {
            Assert.Equal("NUL", e.Message); //@near GB1003
            return;
        }

        throw new InvalidOperationException("NUL was encoded.");
    }

    [Fact]
    public void Encode_Nul_Recorded()
    {
        FormatException? caught = null;
        try
        {
            _codec.Encode("\0");
        }
        catch (FormatException e)
        {
            caught = e;
            Assert.Equal("NUL", e.Message); //@near GB1003
        }

        Assert.NotNull(caught);
    }

    [Fact]
    public void Encode_Samples()
    {
        foreach (var sample in Samples)
            Assert.NotNull(_codec.Encode(sample)); //@near GB1003
    }

    [Fact]
    public void Encode_Literals()
    {
        var texts = new List<string> { "a", "b" };
        foreach (var text in texts.Select(t => t + "!"))
            _codec.Encode(text).Should().NotBeNull(); //@near GB1003
    }

    [Fact]
    public void Encode_Range()
    {
        foreach (var length in Enumerable.Range(1, 3))
            Assert.Equal(length, _codec.Encode(new string('a', length))!.Length); //@near GB1003
    }

    [Fact]
    public void Encode_EveryAscii()
    {
        for (var c = ' '; c < 127; c++)
            Assert.Single(_codec.Encode(c.ToString())!); //@near GB1003
    }

    [Fact]
    public void Split_AfterCount()
    {
        var parts = _codec.Split("a b");
        Assert.Equal(2, parts.Count);
        foreach (var part in parts)
            Assert.Single(part); //@near GB1003
    }

    [Fact]
    public void Split_All() => Assert.All(_codec.Split("a b"), part => Assert.Single(part)); //@near GB1003

    [Fact]
    public void Encoded_IsRaised()
    {
        var raised = 0;
        _codec.Encoded += bytes =>
        {
            raised++;
            Assert.Single(bytes); //@near GB1003
        };
        _codec.Encode("a");
        Assert.Equal(1, raised);
    }

    [Fact]
    public async Task Encoded_IsAwaited()
    {
        var done = new TaskCompletionSource();
        _codec.Encoded += bytes =>
        {
            Assert.Single(bytes); //@near GB1003
            done.SetResult();
        };
        _codec.Encode("a");
        await done.Task;
    }

    [Fact]
    public void TryEncode_ElseFails()
    {
        if (_codec.TryEncode("a", out var bytes))
            Assert.Single(bytes!); //@near GB1003
        else
            Assert.Fail("not encoded");
    }

    [Fact]
    public void TryEncode_ThrowsOtherwise()
    {
        var bytes = _codec.Encode("a") ?? throw new InvalidOperationException("not encoded");
        if (bytes.Length != 1)
            Assert.Fail("wrong length"); //@near GB1003
    }

    [Fact]
    public void Encode_Switch()
    {
        var bytes = _codec.Encode("a");
        switch (bytes?.Length)
        {
            case 1:
                Assert.Equal((byte)'a', bytes[0]); //@near GB1003
                break;
            default:
                throw new InvalidOperationException("wrong length");
        }
    }

    [Fact]
    public void Encode_Retried()
    {
        for (var attempt = 0; ; attempt++)
        {
            var bytes = _codec.Encode("a");
            if (bytes is not null)
            {
                Assert.Single(bytes); //@near GB1003
                break;
            }

            if (attempt == 3)
                throw new TimeoutException();
        }
    }

    [Fact]
    public void Encode_OnOldPlatforms()
    {
        try
        {
            _codec.Encode("a");
        }
        catch (PlatformNotSupportedException e)
        {
            Assert.NotEmpty(e.Message); //@near GB1003
        }
    }

    [Fact]
    public void Codecs_AreSealed()
    {
        foreach (var type in typeof(Codec).Assembly.GetTypes().Where(t => t.Name.EndsWith("Codec", StringComparison.Ordinal)))
            Assert.True(type.IsSealed); //@near GB1003
    }

    [Fact]
    public void Encode_FilledByTheTest()
    {
        var results = new List<byte[]?>();
        foreach (var sample in Samples)
            results.Add(_codec.Encode(sample));
        foreach (var result in results)
            Assert.NotNull(result); //@near GB1003
    }

    [Fact]
    public void Encode_InHelper()
    {
        Check("a");

        void Check(string text)
        {
            Assert.NotNull(_codec.Encode(text)); //@near GB1003
        }
    }
}
