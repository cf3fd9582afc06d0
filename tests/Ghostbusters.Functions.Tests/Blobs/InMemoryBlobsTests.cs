using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Testing.Memory;

namespace Ghostbusters.Functions.Tests.Blobs;

public sealed class InMemoryBlobsTests : BlobContract
{
    private readonly InMemoryBlobs _blobs = new(new FakeTimeProvider());

    protected override Task<IBlobs> CreateAsync() => Task.FromResult<IBlobs>(_blobs);
}
