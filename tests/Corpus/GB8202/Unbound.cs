//@broken
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Security;

namespace Corpus.GB8202.Unbound;

public sealed class Bouncy
{
    public object Des() => new DesEngine(); //@true GB8202

    public object Rc4() => new RC4Engine(); //@true GB8202

    public object ByName() => CipherUtilities.GetCipher("AES/ECB/PKCS7Padding"); //@true GB8202

    public object Rsa() => CipherUtilities.GetCipher("RSA/ECB/OAEPWithSHA256AndMGF1Padding"); //@near GB8202

    public object Aes() => new AesEngine(); //@near GB8202
}
