//@broken
using Amazon.S3;
using Amazon.S3.Model;
using Mono.Unix;

namespace Corpus.GB8216.Unbound;

public sealed class Cloud
{
    public object Open(string bucket) => new PutObjectRequest { BucketName = bucket, CannedACL = S3CannedACL.PublicReadWrite }; //@true GB8216

    public object Closed(string bucket) => new PutObjectRequest { BucketName = bucket, CannedACL = S3CannedACL.Private }; //@near GB8216

    public void Mode(UnixFileInfo file) => file.FileAccessPermissions = FileAccessPermissions.AllPermissions; //@true GB8216

    public void OwnerOnly(UnixFileInfo file) => file.FileAccessPermissions = FileAccessPermissions.UserReadWriteExecute; //@near GB8216
}
