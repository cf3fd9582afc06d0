using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace Corpus;

public sealed class IniFile
{
    private readonly Dictionary<string, string> _values = new();

    public IReadOnlyDictionary<string, string> Values => _values;

    public string? this[string key]
    {
        get => _values.TryGetValue(key, out var value) ? value : null;
        set => _values[key] = value ?? throw new ArgumentNullException(nameof(value));
    }

    public event EventHandler? Changed;

    public static IniFile Parse(string text)
    {
        var file = new IniFile();
        foreach (var line in text.Split('\n'))
        {
            var at = line.IndexOf('=');
            if (at < 0)
                throw new FormatException("No '=' in " + line);
            file.Set(line[..at], line[(at + 1)..]);
        }

        return file;
    }

    public static bool TryParse(string text, out IniFile? file)
    {
        file = text.Contains('=') ? Parse(text) : null;
        return file is not null;
    }

    public void Set(string key, string value)
    {
        _values[key] = value;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public async Task SaveAsync(Stream stream)
    {
        foreach (var pair in _values)
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"{pair.Key}={pair.Value}\n"));
    }

    public IEnumerable<string> Keys() => _values.Keys;
}

public class IniFileTests
{
    private readonly ITestOutputHelper _output;
    private readonly List<string> _log = new();

    public IniFileTests(ITestOutputHelper output) => _output = output;

    [Fact]
    public void Parse_ReadsAllKeys() //@true GB1002
    {
        var file = IniFile.Parse("a=1\nb=2");
        var count = file.Values.Count;
    }

    [Fact]
    public void Parse_PrintsValues() //@true GB1002
    {
        var file = IniFile.Parse("a=1");
        foreach (var pair in file.Values)
            _output.WriteLine($"{pair.Key}: {pair.Value}");
    }

    [Fact]
    public void Parse_Result_IsCompared() //@true GB1002
    {
        var file = IniFile.Parse("a=1");
        var isRight = file["a"] == "1";
        _output.WriteLine(isRight ? "PASS" : "FAIL");
    }

    [Fact]
    public async Task Save_WritesEveryPair() //@true GB1002
    {
        var file = IniFile.Parse("a=1");
        using var stream = new MemoryStream();
        await file.SaveAsync(stream);
        stream.Position = 0;
        var text = await new StreamReader(stream).ReadToEndAsync();
    }

    [Fact]
    public void Parse_WithoutEquals_IsRefused() //@true GB1002
    {
        var exception = Record.Exception(() => IniFile.Parse("a"));
    }

    [Fact]
    public void Set_RaisesChanged() //@true GB1002
    {
        var raised = false;
        var file = new IniFile();
        file.Changed += (_, _) => raised = true;
        file.Set("a", "1");
        _output.WriteLine(raised.ToString());
    }

    [Fact]
    public void Set_StoresTheValue() //@true GB1002
    {
        var file = new IniFile();
        file.Set("a", "1");
        VerifyStored(file, "a", "1");
    }

    private void VerifyStored(IniFile file, string key, string value)
    {
        if (file[key] != value)
            _log.Add($"{key} is {file[key]} and not {value}");
    }

    [Fact]
    public void Indexer_ReturnsNullForMissingKeys() //@true GB1002
    {
        // Arrange
        var file = new IniFile();

        // Act
        var value = file.Values.GetValueOrDefault("missing");

        // Assert
    }

    [Theory]
    [InlineData("a=1", 1)]
    [InlineData("a=1\nb=2", 2)]
    public void Parse_CountsPairs(string text, int expected) //@true GB1002
    {
        var file = IniFile.Parse(text);
        var isExpected = file.Values.Count == expected;
        _log.Add(isExpected.ToString());
    }

    [Fact]
    public void TryParse_ReturnsFalseForText() //@true GB1002
    {
        var result = IniFile.TryParse("text", out var file);
    }

    [Fact]
    public void Keys_AreSorted() //@true GB1002
    {
        var keys = IniFile.Parse("b=1\na=2").Keys().OrderBy(k => k).ToList();
    }

    [Fact]
    public void Parse_EmptyValue_BecomesEmptyString() //@true GB1002
    {
    }

    [Fact]
    public async Task Save_FromManyTasks_KeepsOrder() //@true GB1002
    {
        var file = IniFile.Parse("a=1");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => file.SaveAsync(new MemoryStream())));
    }

    [Fact]
    public void Set_Twice_KeepsTheLast() //@true GB1002
    {
        try
        {
            var file = new IniFile();
            file.Set("a", "1");
            file.Set("a", "2");
        }
        catch (Exception e)
        {
            _output.WriteLine(e.Message);
        }
    }
}
