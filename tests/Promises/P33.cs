using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Ghostbusters.Functions.Aws.S3;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Testing.Emulators;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>An address for an upload takes the announced bytes at the tenant's own place, for five minutes, and nothing else.</summary>
public class P33
{
    private const string SecretKey = "the-secret-key";

    private static readonly TenantId Ada = TenantId.Parse("ada");

    /// <summary>What the address fixes: S3 computes the same signature only with the same values.</summary>
    [Fact]
    public async Task TheAddress_SignsLengthHashTypeAndPlace_ForFiveMinutes()
    {
        var presigned = await PresignAsync("content");
        var query = presigned.Url.Query.TrimStart('?').Split('&').Select(static p => p.Split('=')).ToDictionary(static p => p[0], static p => Uri.UnescapeDataString(p[1]));
        var signed = query["X-Amz-SignedHeaders"].Split(';');
        foreach (var header in presigned.Headers.Keys) Assert.Contains(header, signed);
        Assert.Equal(["content-length", "content-type", "x-amz-checksum-sha256", "x-amz-meta-sha256"], presigned.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("host", signed);
        Assert.InRange(int.Parse(query["X-Amz-Expires"], CultureInfo.InvariantCulture), 290, 300);
        Assert.EndsWith($"/{Ada}/up/1", presigned.Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content-length", "8")]
    [InlineData("content-type", "text/html")]
    [InlineData("x-amz-checksum-sha256", "AAAA")]
    [InlineData("x-amz-meta-sha256", "00")]
    public async Task AnotherHeader_OrPlace_IsRefused(string header, string value)
    {
        var presigned = await PresignAsync("content");
        Assert.True(PresignedV4.Holds(presigned.Url, presigned.Headers, SecretKey));
        Assert.False(PresignedV4.Holds(presigned.Url, new Dictionary<string, string>(presigned.Headers) { [header] = value }, SecretKey));
        var elsewhere = new UriBuilder(presigned.Url) { Path = presigned.Url.AbsolutePath.Replace("up/1", "up/2", StringComparison.Ordinal) }.Uri;
        Assert.False(PresignedV4.Holds(elsewhere, presigned.Headers, SecretKey));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(209_715_201)]
    public async Task ALength_OutOfRange_GetsNoAddress(long length)
    {
        await using var service = await Service.StartAsync();
        var body = JsonSerializer.Serialize(new { length, sha256 = new string('a', 64) });
        Assert.Equal(400, (await service.CallAsync("Upload", Requests.Of(await service.KeyAsync(Service.Ada), body))).StatusCode);
    }

    private static Task<PresignedUpload> PresignAsync(string content)
    {
        var client = new AmazonS3Client(new BasicAWSCredentials("S3RVER", SecretKey), new AmazonS3Config { ServiceURL = "http://127.0.0.1:1/", ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        var request = new UploadRequest(BlobKey.Parse("up/1"), content.Length, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), "application/zip", new UploadRange(1, 1000));
        return new S3Blobs(client, "blobs").PresignUploadAsync(Ada, request, CancellationToken.None);
    }
}
