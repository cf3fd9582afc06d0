//@broken
using Org.BouncyCastle.Crypto.Parameters;

namespace Corpus.GB8212.Unbound;

public sealed class Bouncy
{
    public object Fixed(KeyParameter key) => new ParametersWithIV(key, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }); //@true GB8212

    public object Given(KeyParameter key, byte[] iv) => new ParametersWithIV(key, iv); //@near GB8212
}
