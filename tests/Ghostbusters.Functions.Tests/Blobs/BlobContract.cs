using System.Security.Cryptography;
using System.Text;
using Ghostbusters.Functions.Blobs;

namespace Ghostbusters.Functions.Tests.Blobs;

/// <summary>What every store of blobs does.</summary>
public abstract class BlobContract
{
    private static int _tenants;

    protected static readonly CancellationToken None = CancellationToken.None;

    /// <summary>A tenant that no other test has, because the stores are shared.</summary>
    protected TenantId Ada { get; } = TenantId.Parse($"ada-{Interlocked.Increment(ref _tenants)}");

    protected TenantId Bob { get; } = TenantId.Parse($"bob-{Interlocked.Increment(ref _tenants)}");

    /// <summary>s3rver lists in the order of its file system; S3 in the order of bytes, as the port promises.</summary>
    protected virtual bool ListsInOrder => true;

    protected abstract Task<IBlobs> CreateAsync();

    protected static BlobKey Key(string text) => BlobKey.Parse(text);

    protected static Stream Text(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    protected static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    protected static async Task<string?> ReadAsync(IBlobs blobs, TenantId tenant, BlobKey key)
    {
        await using var content = await blobs.OpenAsync(tenant, key, None);
        return content is null ? null : await new StreamReader(content.Stream).ReadToEndAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("tëxt")]
    public async Task WhatIsPut_IsReadAndKnown(string text)
    {
        var blobs = await CreateAsync();
        var key = Key("scans/01/source.zip");
        var claim = await blobs.PutAsync(Ada, key, Text(text), "application/zip", None);
        Assert.Equal(new BlobClaim(Ada, key, Sha256(text), Encoding.UTF8.GetByteCount(text)), claim);
        Assert.Equal(text, await ReadAsync(blobs, Ada, key));
        Assert.Equal(new BlobHead(key, claim.Length, claim.Sha256, "application/zip"), await blobs.HeadAsync(Ada, key, None));
    }

    [Fact]
    public async Task Large_IsStreamedWhole()
    {
        var blobs = await CreateAsync();
        var bytes = new byte[3_000_001];
        RandomNumberGenerator.Fill(bytes);
        var claim = await blobs.PutAsync(Ada, Key("large"), new MemoryStream(bytes), "application/octet-stream", None);
        Assert.Equal(bytes, await ClaimCheck.ReadAsync(blobs, Ada, claim, bytes.Length, None));
    }

    [Fact]
    public async Task Put_BeginsAtTheStreamsPosition()
    {
        var blobs = await CreateAsync();
        var stream = Text("0123456789");
        stream.Position = 4;
        await blobs.PutAsync(Ada, Key("part"), stream, "text/plain", None);
        Assert.Equal("456789", await ReadAsync(blobs, Ada, Key("part")));
    }

    [Fact]
    public async Task Put_Replaces()
    {
        var blobs = await CreateAsync();
        await blobs.PutAsync(Ada, Key("a"), Text("long before"), "text/plain", None);
        var claim = await blobs.PutAsync(Ada, Key("a"), Text("new"), "text/html", None);
        Assert.Equal("new", await ReadAsync(blobs, Ada, Key("a")));
        Assert.Equal((claim.Sha256, "text/html"), ((await blobs.HeadAsync(Ada, Key("a"), None))!.Sha256, (await blobs.HeadAsync(Ada, Key("a"), None))!.ContentType));
    }

    [Fact]
    public async Task WhatWasNeverPut_IsNotThere()
    {
        var blobs = await CreateAsync();
        Assert.Null(await blobs.OpenAsync(Ada, Key("none"), None));
        Assert.Null(await blobs.HeadAsync(Ada, Key("none"), None));
        await blobs.DeleteAsync(Ada, Key("none"), None);
        Assert.Equal(0, await blobs.DeleteAllAsync(Ada, BlobPrefix.Parse("none"), None));
    }

    [Fact]
    public async Task AnotherTenant_SeesAndDeletesNothing()
    {
        var blobs = await CreateAsync();
        await blobs.PutAsync(Ada, Key("a/b"), Text("x"), "text/plain", None);
        Assert.Null(await blobs.OpenAsync(Bob, Key("a/b"), None));
        Assert.Empty(await ListAsync(blobs, Bob, "a"));
        await blobs.DeleteAsync(Bob, Key("a/b"), None);
        Assert.Equal(0, await blobs.DeleteAllAsync(Bob, BlobPrefix.Parse("a"), None));
        Assert.Equal("x", await ReadAsync(blobs, Ada, Key("a/b")));
    }

    [Fact]
    public async Task NoTenant_IsRefused()
    {
        var blobs = await CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await blobs.PutAsync(default, Key("a"), Text("x"), "text/plain", None));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await blobs.OpenAsync(default, Key("a"), None));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await blobs.DeleteAsync(default, Key("a"), None));
    }

    [Fact]
    public async Task Prefix_HoldsWholeSegments_InOrder()
    {
        var blobs = await CreateAsync();
        foreach (var key in new[] { "s/1", "s/10/a", "s/1/b", "s/1/a", "s/1/a/x", "s/1-2", "t/1/a" })
            await blobs.PutAsync(Ada, Key(key), Text(key), "text/plain", None);
        Assert.Equal(["s/1/a", "s/1/a/x", "s/1/b"], await ListAsync(blobs, Ada, "s/1"));
        Assert.Equal(3, await blobs.DeleteAllAsync(Ada, BlobPrefix.Parse("s/1/"), None));
        Assert.Equal(["s/1", "s/1-2", "s/10/a"], await ListAsync(blobs, Ada, "s"));
        Assert.Equal("s/1", await ReadAsync(blobs, Ada, Key("s/1")));
    }

    [Fact]
    public async Task WhatCannotSeek_OrHasNoType_IsRefused()
    {
        var blobs = await CreateAsync();
        await using var oneWay = new System.IO.Compression.DeflateStream(new MemoryStream(), System.IO.Compression.CompressionMode.Decompress);
        await Assert.ThrowsAsync<ArgumentException>(async () => await blobs.PutAsync(Ada, Key("a"), oneWay, "text/plain", None));
        await Assert.ThrowsAsync<ArgumentException>(async () => await blobs.PutAsync(Ada, Key("a"), Text("x"), "text/plain\r\nx: y", None));
    }

    [Fact]
    public async Task Claim_OfOtherContentOrTenant_IsRefused()
    {
        var blobs = await CreateAsync();
        var claim = await blobs.PutAsync(Ada, Key("a"), Text("x"), "text/plain", None);
        await blobs.PutAsync(Ada, Key("a"), Text("y"), "text/plain", None);
        await Assert.ThrowsAsync<InvalidDataException>(() => ClaimCheck.ReadAsync(blobs, Ada, claim, 100, None));
        await Assert.ThrowsAsync<InvalidDataException>(() => ClaimCheck.ReadAsync(blobs, Bob, claim, 100, None));
        await Assert.ThrowsAsync<InvalidDataException>(() => ClaimCheck.ReadAsync(blobs, Ada, claim with { Length = 2 }, 100, None));
        await Assert.ThrowsAsync<InvalidDataException>(() => ClaimCheck.ReadAsync(blobs, Ada, claim with { Length = 0 }, 100, None));
        await Assert.ThrowsAsync<InvalidDataException>(() => ClaimCheck.ReadAsync(blobs, Ada, claim with { Length = 200 }, 100, None));
        await blobs.DeleteAsync(Ada, Key("a"), None);
        await Assert.ThrowsAsync<FileNotFoundException>(() => ClaimCheck.ReadAsync(blobs, Ada, claim, 100, None));
    }

    private async Task<List<string>> ListAsync(IBlobs blobs, TenantId tenant, string prefix)
    {
        var keys = new List<string>();
        await foreach (var entry in blobs.ListAsync(tenant, BlobPrefix.Parse(prefix), None))
        {
            Assert.Equal((await blobs.HeadAsync(tenant, entry.Key, None))?.Length, entry.Length);
            keys.Add(entry.Key.Value);
        }
        if (!ListsInOrder) keys.Sort(StringComparer.Ordinal);
        return keys;
    }
}
