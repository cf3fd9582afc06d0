using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Ghostbusters.Compat.Tests;

public class SerializerTests
{
    private static readonly Sample Value = new("ä<'>", null, new MemoryStream([1, 2]), "id");

    [Fact]
    public void GeneratedAndReflecting_WriteTheSame()
    {
        const string Expected = """{"Name":"ä<'>","Data":"AQI=","x-amz-id-2":"id"}""";

        Assert.Equal(Expected, Json.Write(Value, new SourceGeneratorLambdaJsonSerializer<SampleJson>()));
        Assert.Equal(Expected, Json.Write(Value, new DefaultLambdaJsonSerializer()));
    }

    [Fact]
    public void NamingPolicy_IsTheCustomizers_AndTheTableStillHolds()
    {
        var camel = new SourceGeneratorLambdaJsonSerializer<SampleJson>(
            (JsonSerializerOptions options) => options.PropertyNamingPolicy = new AwsNamingPolicy(JsonNamingPolicy.CamelCase));

        Assert.Equal("""{"name":"ä<'>","data":"AQI=","x-amz-id-2":"id"}""", Json.Write(Value, camel));
        Assert.Equal("""{"name":"ä<'>","data":"AQI=","x-amz-id-2":"id"}""", Json.Write(Value, new CamelCaseLambdaJsonSerializer()));
    }

    [Theory]
    [InlineData("\"2026-11-26T01:02:03Z\"", 1795654923)]
    [InlineData("1795654923", 1795654923)]
    [InlineData("1795654923.0", 1795654923)]
    [InlineData("1795654923000", 1795654923)]
    public void Time_IsTextOrSecondsOrMilliseconds(string json, long seconds)
    {
        var read = Json.Read<Sample, SampleJson>($$"""{ "When": {{json}} }""");

        Assert.Equal(DateTime.UnixEpoch.AddSeconds(seconds), read.When);
    }

    [Theory]
    [InlineData("\"AQID\"")]
    [InlineData("[1,2,3]")]
    public void Bytes_AreBase64OrNumbers_AndWrittenAsNumbers(string json)
    {
        var read = Json.Read<byte[], SampleJson>(json);

        Assert.Equal([1, 2, 3], read);
        Assert.Equal("[1,2,3]", Json.Write(read, new SourceGeneratorLambdaJsonSerializer<SampleJson>()));
    }

    [Fact]
    public void TypeOutsideTheContext_IsNamed()
    {
        var failure = Assert.Throws<JsonSerializerException>(() => Json.Read<Uri, SampleJson>("\"http://example.org\""));

        Assert.Contains("System.Uri", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MalformedEvent_IsASerializerException()
    {
        var failure = Assert.Throws<JsonSerializerException>(() =>
            new DefaultLambdaJsonSerializer().Deserialize<Sample>(new MemoryStream(Encoding.UTF8.GetBytes("{"))));

        Assert.IsType<JsonException>(failure.InnerException, exactMatch: false);
    }
}

/// <summary>What the serializers' own rules are tried on.</summary>
internal sealed record Sample(string? Name, DateTime? When, MemoryStream? Data, string? XAmzId2);

[JsonSerializable(typeof(Sample))]
[JsonSerializable(typeof(byte[]))]
internal sealed partial class SampleJson : JsonSerializerContext;
