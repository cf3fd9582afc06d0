namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Protocols and formats that demand an old algorithm: who speaks them has no choice.</summary>
internal static class ProtocolWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "ntlm", "lm", "scram", "srp", "httpdigest", "digestauth", "digestauthentication", "digestlogin", "digestresponse", "passworddigest", "chap", "mschap", "radius", "mysql", "postgres", "postgresql", "pg", "mongo", "mongodb", "wsse", "totp", "hotp", "oauth", "websocket", "git", "torrent", "bittorrent", "kerberos", "krb",
        "vnc", "rfb", "desfire", "mifare", "emv", "smartcard", "snmp", "ssh", "tls", "ssl", "dtls", "srtp", "pkcs12", "pfx", "pem", "openssl", "zip", "pdf", "keepass", "kdbx", "keychain", "openpgp", "pgp", "minecraft", "steam", "lastfm", "gravatar", "pwned", "hibp", "breach",
        "legacy", "migrate", "migration", "migrator", "old", "compat", "compatibility", "wpa", "wifi", "ike", "ipsec", "tacacs", "smb", "mssql", "tds", "oracle", "interop", "subsonic", "airplay", "airtunes", "onvif", "rtsp", "ftp", "pop3", "apop", "imap", "sasl", "quic", "hibernate", "wechat", "weixin", "alipay", "tenpay", "unionpay", "pay", "qq",
        "ed25519", "handshake", "scramble", "scrambler", "ski", "uuid", "guid", "thumbprint", "fingerprint", "dnssec", "dkim", "ocsp", "x509", "acme", "jwk", "xades", "xmldsig",
    };

    /// <summary>Whether a name speaks of one, in a word or in two: <c>OAuth</c>, <c>MySql</c>, <c>Pkcs12</c>.</summary>
    public static bool Demand(IEnumerable<string> names) => names.Any(static n =>
        PurposeWords.Of(n) is var words && (words.Any(Words.Contains) || words.Zip(words.Skip(1), static (a, b) => a + b).Any(Words.Contains)));
}
