using Xunit;

namespace Corpus.GB1009.Inputs;

public class Reader
{
    public string? Read(string? text) => text is null ? null : text.Trim();

    public bool Accept(string text) => text.Length > 1;
}

// What is handed to the subject is no check, whatever it says.
public class ReaderTests
{
    private readonly Reader _reader = new();

    [Fact]
    public void Read_ThrowsOnAnError() => Assert.NotNull(_reader.Read("error: invalid")); //@true GB1009

    [Fact]
    public void Read_Header_ThrowsArgumentException() => Assert.True(_reader.Accept("failed " + "twice")); //@true GB1009

    [Fact]
    public void Read_Blank_ShouldThrow() //@true GB1009
    {
        Task.Run(() => _reader.Read(" ")).Wait(1000);
        Assert.True(_reader.Accept("ab"));
    }

    // The error that is expected stands there.
    [Fact]
    public void Read_Broken_ThrowsAndTells() => Assert.Equal("error: broken", _reader.Read("error: broken ")); //@near GB1009

    [Fact]
    public void Read_Quoted_ShouldThrow() //@near GB1009
    {
        const string expected = "failed";
        Assert.Equal(expected, _reader.Read("failed "));
    }
}
