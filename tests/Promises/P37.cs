using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Metrics;

namespace Ghostbusters.Promises;

/// <summary>Metrics are valid in the embedded metric format, whatever is added; a cold start is counted once.</summary>
public class P37
{
    private readonly MemoryStream _output = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void ALine_IsOfTheFormat()
    {
        var metrics = Create();
        metrics.Add("Duration", 12.5, MetricUnit.Milliseconds);
        metrics.Add("Files", 3);
        metrics.Add("Files", 4);
        metrics.Flush();
        Assert.Equal(
            """
            {"_aws":{"Timestamp":1772366400000,"CloudWatchMetrics":[{"Namespace":"Ghostbusters","Dimensions":[["Stage"]],"Metrics":[{"Name":"Duration","Unit":"Milliseconds"},{"Name":"Files","Unit":"Count"}]}]},"Stage":"analyse","Duration":12.5,"Files":[3,4]}

            """, Encoding.UTF8.GetString(_output.ToArray()));
    }

    [Fact]
    public void AnyNumberOfMetricsAndValues_StaysWithinTheLimits() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(
        Gen.Choose(1, 250).ToArbitrary(), Gen.Choose(1, 250).ToArbitrary(), static (names, values) =>
        {
            var test = new P37();
            var metrics = test.Create();
            for (var name = 0; name < names; name++)
                for (var value = 0; value < (name == 0 ? values : 1); value++) metrics.Add($"Metric{name}", value);
            metrics.Flush();
            var added = test.Lines().SelectMany(Valid).ToList();
            Assert.Equal(names - 1 + values, added.Count);
            Assert.Equal(Enumerable.Range(0, values).Select(static v => (double)v), added.Where(static a => a.Name == "Metric0").Select(static a => a.Value).Order());
        }));

    [Fact]
    public void NothingAdded_WritesNothing()
    {
        var metrics = Create();
        metrics.Flush();
        metrics.Add("A", 1);
        metrics.Flush();
        metrics.Flush();
        Assert.Single(Lines());
    }

    [Fact]
    public void ThirtyDimensions_AreTaken_OneMoreIsRefused()
    {
        Dictionary<string, string> Dimensions(int count) => Enumerable.Range(0, count).ToDictionary(static i => $"D{i}", static i => i.ToString(CultureInfo.InvariantCulture));
        var metrics = new EmfMetrics(_output, _clock, "Ghostbusters", Dimensions(30));
        metrics.Add("A", 1);
        metrics.Flush();
        Assert.Single(Valid(Assert.Single(Lines())));
        Assert.Throws<ArgumentException>(() => new EmfMetrics(_output, _clock, "Ghostbusters", Dimensions(31)));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(" ", 1)]
    [InlineData(":colon", 1)]
    [InlineData("ümlaut", 1)]
    [InlineData("line\n", 1)]
    [InlineData("Stage", 1)]
    [InlineData("_aws", 1)]
    [InlineData("A", double.NaN)]
    [InlineData("A", double.PositiveInfinity)]
    public void WhatIsNotOfTheFormat_IsRefused(string name, double value) => Assert.Throws<ArgumentException>(() => Create().Add(name, value));

    [Fact]
    public void AnotherUnit_IsRefused()
    {
        var metrics = Create();
        metrics.Add("A", 1, MetricUnit.Bytes);
        Assert.Throws<ArgumentException>(() => metrics.Add("A", 1, MetricUnit.Seconds));
    }

    [Fact]
    public void AColdStart_IsCountedOnce_OfManyAtOnce()
    {
        var (cold, metrics) = (new ColdStart(), Create());
        Parallel.For(0, 50, _ => cold.Measure(metrics));
        metrics.Flush();
        cold.Measure(metrics);
        metrics.Flush();
        Assert.Equal([(ColdStart.Name, 1.0)], Lines().SelectMany(Valid));
    }

    /// <summary>Checks a line against the specification's schema, and gives its values.</summary>
    private static List<(string Name, double Value)> Valid(JsonElement line)
    {
        var metadata = line.GetProperty("_aws");
        Assert.True(metadata.GetProperty("Timestamp").GetInt64() > 0);
        var values = new List<(string, double)>();
        foreach (var directive in metadata.GetProperty("CloudWatchMetrics").EnumerateArray())
        {
            Assert.InRange(directive.GetProperty("Namespace").GetString()!.Length, 1, 1024);
            foreach (var set in directive.GetProperty("Dimensions").EnumerateArray())
            {
                Assert.InRange(set.GetArrayLength(), 0, 30);
                Assert.All(set.EnumerateArray(), name => Assert.Equal(JsonValueKind.String, line.GetProperty(name.GetString()!).ValueKind));
            }
            Assert.InRange(directive.GetProperty("Metrics").GetArrayLength(), 1, 100);
            foreach (var name in directive.GetProperty("Metrics").EnumerateArray().Select(static m => m.GetProperty("Name").GetString()!))
            {
                var value = line.GetProperty(name);
                Assert.True(value.ValueKind == JsonValueKind.Number || value.GetArrayLength() is > 0 and <= 100);
                values.AddRange((value.ValueKind == JsonValueKind.Number ? [value] : value.EnumerateArray().ToArray()).Select(v => (name, v.GetDouble())));
            }
        }
        return values;
    }

    private EmfMetrics Create() => new(_output, _clock, "Ghostbusters", new Dictionary<string, string> { ["Stage"] = "analyse" });

    private List<JsonElement> Lines() => [.. Encoding.UTF8.GetString(_output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(static line => JsonDocument.Parse(line).RootElement)];
}
