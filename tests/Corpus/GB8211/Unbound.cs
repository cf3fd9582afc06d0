//@broken
using BCrypt.Net;
using Org.BouncyCastle.Crypto.Digests;

namespace Corpus.GB8211.Unbound;

public sealed class Passwords
{
    public string Fast(string text) => BCrypt.HashPassword(text, 4); //@true GB8211

    public string Slow(string text) => BCrypt.HashPassword(text, 12); //@near GB8211

    public byte[] HashOf(string password)
    {
        var digest = new Sha256Digest(); //@true GB8211
        var bytes = System.Text.Encoding.UTF8.GetBytes(password);
        digest.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[32];
        digest.DoFinal(hash, 0);
        return hash;
    }
}
