using System.Net.Http.Headers;
using Amazon.Runtime;
using Amazon.S3;
using Ghostbusters.Functions.Aws.S3;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Testing.Emulators;

namespace Ghostbusters.Functions.Tests.Blobs;

public sealed class S3BlobsTests : BlobContract
{
    private static readonly UploadRange Range = new(1, 1000);

    private static readonly HttpClient Http = new();

    protected override bool ListsInOrder => false;

    protected override async Task<IBlobs> CreateAsync() => await BlobsAsync("S3RVER");

    [Fact]
    public async Task Upload_AsAnnounced_IsStored()
    {
        var blobs = await BlobsAsync("S3RVER");
        var response = await SendAsync(await PresignAsync(blobs, "content"), "content");
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        Assert.Equal("content", await ReadAsync(blobs, Ada, Key("up/1")));
        Assert.Equal(new BlobHead(Key("up/1"), 7, Sha256("content"), "application/zip"), await blobs.HeadAsync(Ada, Key("up/1"), None));
    }

    [Fact]
    public async Task Download_GivesTheOneBlob_SignedForFiveMinutes()
    {
        var blobs = await BlobsAsync("S3RVER");
        await blobs.PutAsync(Ada, Key("results/1"), Text("content"), "application/json", None);
        var url = await blobs.PresignDownloadAsync(Ada, Key("results/1"), None);
        Assert.Equal("content", await Http.GetStringAsync(url));
        Assert.EndsWith($"/{Ada}/results/1", url.AbsolutePath, StringComparison.Ordinal);
        var query = url.Query.TrimStart('?').Split('&').Select(static p => p.Split('=')).ToDictionary(static p => p[0], static p => p[1]);
        Assert.InRange(int.Parse(query["X-Amz-Expires"], System.Globalization.CultureInfo.InvariantCulture), 290, 300);
        Assert.Contains("X-Amz-Signature", query.Keys);
    }

    /// <summary>s3rver computes no signature of version 4, so the test does what S3 would.</summary>
    [Fact]
    public async Task Upload_SignedWithAnotherKey_IsRefused()
    {
        var presigned = await PresignAsync(await BlobsAsync("another"), "content");
        Assert.True(PresignedV4.Holds(presigned.Url, presigned.Headers, "another"));
        Assert.False(PresignedV4.Holds(presigned.Url, presigned.Headers, "S3RVER"));
    }

    private static async Task<S3Blobs> BlobsAsync(string secretKey) => new(
        new AmazonS3Client(new BasicAWSCredentials("S3RVER", secretKey), new AmazonS3Config
        {
            ServiceURL = (await NodeEmulator.S3rver).ToString(),
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
        }),
        "blobs");

    private Task<PresignedUpload> PresignAsync(S3Blobs blobs, string content) =>
        blobs.PresignUploadAsync(Ada, new UploadRequest(Key("up/1"), content.Length, Sha256(content), "application/zip", Range), None);

    private static async Task<HttpResponseMessage> SendAsync(PresignedUpload presigned, string content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, presigned.Url) { Content = new StringContent(content) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(presigned.Headers["content-type"]);
        foreach (var (name, value) in presigned.Headers.Where(static h => h.Key.StartsWith("x-amz", StringComparison.Ordinal))) request.Headers.Add(name, value);
        return await Http.SendAsync(request);
    }
}
