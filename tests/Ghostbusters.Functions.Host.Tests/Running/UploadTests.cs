using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Ghostbusters.Functions.Blobs;

namespace Ghostbusters.Functions.Host.Tests.Running;

public class UploadTests
{
    private static readonly TenantId Tenant = TenantId.Parse("local");
    private static readonly BlobKey Key = BlobKey.Parse("uploads/one");

    [Fact]
    public async Task WhatWasAnnounced_IsTaken_AlsoOverTheLimitOfRequests()
    {
        await using var run = await HostRun.StartAsync();
        var bytes = RandomNumberGenerator.GetBytes((10 << 20) + 17);
        using var response = await PutAsync(run, await AnnounceAsync(run, bytes), bytes);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var head = await run.Host.Ports.Blobs.HeadAsync(Tenant, Key, CancellationToken.None);
        Assert.Equal(bytes.Length, head!.Length);
    }

    [Fact]
    public async Task OtherBytes_AreRefused_AndLeaveNothing()
    {
        await using var run = await HostRun.StartAsync();
        var signed = await AnnounceAsync(run, [1, 2, 3]);
        foreach (var bytes in new byte[][] { [1, 2, 4], [1, 2], [1, 2, 3, 4] })
        {
            using var response = await PutAsync(run, signed, bytes);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
        using var other = await PutAsync(run, signed, [1, 2, 3], "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, other.StatusCode);
        Assert.Null(await run.Host.Ports.Blobs.HeadAsync(Tenant, Key, CancellationToken.None));
    }

    [Fact]
    public async Task ADownload_GivesItsOneBlob_AndAnotherAddressNothing()
    {
        await using var run = await HostRun.StartAsync();
        await run.Host.Ports.Blobs.PutAsync(Tenant, Key, new MemoryStream([1, 2, 3]), "application/json", CancellationToken.None);
        var url = await run.Host.Ports.Blobs.PresignDownloadAsync(Tenant, Key, CancellationToken.None);
        using var answer = await run.Http.GetAsync(url);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync());
        using var other = await run.Http.GetAsync(url + "x");
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        using var put = await run.Http.PutAsync(url, new ByteArrayContent([4]));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, put.StatusCode);
        await run.Host.Ports.Blobs.DeleteAsync(Tenant, Key, CancellationToken.None);
        using var gone = await run.Http.GetAsync(url);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static Task<PresignedUpload> AnnounceAsync(HostRun run, byte[] bytes) => run.Host.Ports.Blobs.PresignUploadAsync(
        Tenant, new UploadRequest(Key, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), "application/zip", new UploadRange(1, 20 << 20)), CancellationToken.None);

    private static Task<HttpResponseMessage> PutAsync(HostRun run, PresignedUpload signed, byte[] bytes, string type = "application/zip")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return run.Http.PutAsync(signed.Url, content);
    }
}
