using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Local.Folder;
using Ghostbusters.Functions.Secrets;

namespace Ghostbusters.Functions.Tests.Blobs;

public sealed class FolderBlobsTests : BlobContract, IDisposable
{
    private static readonly UploadRange Range = new(1, 1000);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ghostbusters-blobs-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly LocalUploads _uploads;
    private readonly FolderBlobs _blobs;

    public FolderBlobsTests()
    {
        _uploads = new LocalUploads(new Uri("http://localhost:5080/"), new SecretVersions(Secret.OfText("current"), Secret.OfText("previous")), _clock);
        _blobs = new FolderBlobs(_folder.FullName, _uploads);
    }

    protected override Task<IBlobs> CreateAsync() => Task.FromResult<IBlobs>(_blobs);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ADownload_IsForOneBlob_ForFiveMinutes_AndNoUpload()
    {
        var url = await _blobs.PresignDownloadAsync(Ada, Key("results/1"), None);
        var token = url.AbsolutePath[("/" + LocalDownloads.Path).Length..];
        Assert.True(_uploads.Downloads.TryRead(token, out var tenant, out var key));
        Assert.Equal((Ada, Key("results/1")), (tenant, key));
        Assert.False(_uploads.TryRead(token, out _));
        Assert.False(_uploads.Downloads.TryRead(token[..^2] + (token[^2] == 'A' ? 'B' : 'A') + token[^1], out _, out _));
        _clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        Assert.False(_uploads.Downloads.TryRead(token, out _, out _));
    }

    [Fact]
    public async Task Upload_AsAnnounced_IsStored()
    {
        var upload = await UploadAsync("content");
        Assert.Equal(UploadRefusal.None, await _blobs.ReceiveAsync(upload, Text("content"), None));
        Assert.Equal("content", await ReadAsync(_blobs, Ada, Key("up/1")));
        Assert.Equal("application/zip", (await _blobs.HeadAsync(Ada, Key("up/1"), None))?.ContentType);
    }

    [Theory]
    [InlineData("contenT", UploadRefusal.Checksum)]
    [InlineData("content+", UploadRefusal.Length)]
    [InlineData("conten", UploadRefusal.Length)]
    [InlineData("", UploadRefusal.Length)]
    public async Task Upload_NotAsAnnounced_LeavesNothing(string body, UploadRefusal refusal)
    {
        var upload = await UploadAsync("content");
        Assert.Equal(refusal, await _blobs.ReceiveAsync(upload, Text(body), None));
        Assert.Null(await _blobs.HeadAsync(Ada, Key("up/1"), None));
        Assert.DoesNotContain(_folder.EnumerateFiles("*", SearchOption.AllDirectories), static _ => true);
    }

    [Fact]
    public async Task Token_IsGoodForFiveMinutes()
    {
        var token = await TokenAsync("content");
        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.True(_uploads.TryRead(token, out _));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_uploads.TryRead(token, out _));
    }

    [Fact]
    public async Task Token_ChangedAnywhere_IsRefused()
    {
        var token = await TokenAsync("content");
        for (var i = 0; i < token.Length; i++)
        {
            // Another value of the six bits, the top one changed: the last character of a group has spare bits at its bottom.
            var other = token[i] is '.' ? 'A' : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" is var digits ? digits[(digits.IndexOf(token[i]) + 32) % 64] : 'A';
            Assert.False(_uploads.TryRead(token[..i] + other + token[(i + 1)..], out _), $"Character {i}");
        }
        foreach (var text in new[] { null, "", ".", "a.b", token + "A", token[..^1], token + ".x", new string('A', 5000) })
            Assert.False(_uploads.TryRead(text, out _), text);
    }

    [Fact]
    public async Task Token_OfThePreviousSecret_IsTaken_OfAnother_IsNot()
    {
        var request = new UploadRequest(Key("up/1"), 7, Sha256("content"), "application/zip", Range);
        string Sign(string secret) => new LocalUploads(new Uri("http://localhost:5080/"), new SecretVersions(Secret.OfText(secret), null), _clock).Sign(Ada, request).Url.AbsolutePath[("/" + LocalUploads.Path).Length..];
        Assert.True(_uploads.TryRead(Sign("previous"), out _));
        Assert.False(_uploads.TryRead(Sign("another"), out _));
        Assert.NotEmpty(await TokenAsync("content"));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData("a\\..\\b")]
    [InlineData("C:/x")]
    [InlineData("a\0b")]
    [InlineData("a/b!")]
    [InlineData("A")]
    [InlineData("a/")]
    [InlineData("")]
    public void Key_ThatLeadsOutOfTheFolder_IsNone(string text) => Assert.False(BlobKey.TryParse(text, out _));

    [Fact]
    public async Task AWriteThatFails_LeavesNothing()
    {
        await using var failing = new FailingStream();
        await Assert.ThrowsAsync<IOException>(() => _blobs.PutAsync(Ada, Key("a"), failing, "text/plain", None));
        Assert.DoesNotContain(_folder.EnumerateFiles("*", SearchOption.AllDirectories), static _ => true);
    }

    private async Task<LocalUpload> UploadAsync(string content)
    {
        Assert.True(_uploads.TryRead(await TokenAsync(content), out var upload));
        return upload!;
    }

    private async Task<string> TokenAsync(string content)
    {
        var presigned = await _blobs.PresignUploadAsync(Ada, new UploadRequest(Key("up/1"), content.Length, Sha256(content), "application/zip", Range), None);
        return presigned.Url.AbsolutePath[("/" + LocalUploads.Path).Length..];
    }

    /// <summary>Says that it has ten bytes, and fails the second time that it is read through.</summary>
    private sealed class FailingStream() : MemoryStream(new byte[10])
    {
        private int _rewinds;

        public override long Position
        {
            get => base.Position;
            set
            {
                _rewinds++;
                base.Position = value;
            }
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _rewinds > 0 ? throw new IOException("The disk is gone.") : base.ReadAsync(buffer, cancellationToken);
    }
}
