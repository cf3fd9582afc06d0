using System.Security.Cryptography;

namespace Corpus.GB8202.KeyExchange;

public sealed class Exchange
{
    public byte[] Wrapped(RSA rsa, byte[] secret)
    {
        var formatter = new RSAPKCS1KeyExchangeFormatter(rsa);
        return formatter.CreateKeyExchange(secret); //@true GB8202
    }

    public byte[] ByBase(RSA rsa, byte[] secret)
    {
        AsymmetricKeyExchangeFormatter formatter = new RSAPKCS1KeyExchangeFormatter(rsa);
        return formatter.CreateKeyExchange(secret); //@true GB8202
    }

    public byte[] Inline(RSA rsa, byte[] secret) => new RSAPKCS1KeyExchangeFormatter(rsa).CreateKeyExchange(secret, typeof(Aes)); //@true GB8202

    public byte[] Both(RSA rsa, byte[] secret)
    {
        var encrypted = new RSAPKCS1KeyExchangeFormatter(rsa).CreateKeyExchange(secret); //@true GB8202
        return new RSAPKCS1KeyExchangeDeformatter(rsa).DecryptKeyExchange(encrypted); //@true GB8202
    }

    public byte[] Oaep(RSA rsa, byte[] secret) => new RSAOAEPKeyExchangeFormatter(rsa).CreateKeyExchange(secret); //@near GB8202

    public byte[] OaepByBase(RSA rsa, byte[] secret)
    {
        AsymmetricKeyExchangeFormatter formatter = new RSAOAEPKeyExchangeFormatter(rsa);
        return formatter.CreateKeyExchange(secret); //@near GB8202
    }

    public byte[] OaepBack(RSA rsa, byte[] secret) => new RSAOAEPKeyExchangeDeformatter(rsa).DecryptKeyExchange(secret); //@near GB8202

    public byte[] Given(AsymmetricKeyExchangeFormatter formatter, byte[] secret) => formatter.CreateKeyExchange(secret); //@near GB8202
}
