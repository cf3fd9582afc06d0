//@broken
using Org.BouncyCastle.Crypto.Digests;

namespace Corpus.GB8201.Unbound;

public sealed class Bouncy
{
    public byte[] SignatureOf(byte[] data)
    {
        var digest = new MD5Digest(); //@true GB8201
        var signature = new byte[digest.GetDigestSize()];
        digest.BlockUpdate(data, 0, data.Length);
        digest.DoFinal(signature, 0);
        return signature;
    }

    public byte[] Etag(byte[] content)
    {
        var digest = new Sha1Digest(); //@near GB8201
        var tag = new byte[digest.GetDigestSize()];
        digest.BlockUpdate(content, 0, content.Length);
        digest.DoFinal(tag, 0);
        return tag;
    }
}
