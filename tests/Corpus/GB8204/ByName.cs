//@broken
using System.IdentityModel.Tokens;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Corpus.GB8204.ByName;

public sealed class Issuers : IssuerNameRegistry
{
    public override string GetIssuerName(SecurityToken token)
    {
        var ours = token as X509SecurityToken;
        if (ours != null && ours.Certificate.SubjectName.Name == "CN=issuer.shop.net") //@true GB8204
            return "shop";
        throw new SecurityTokenException();
    }

    public bool IsLocal(X509SecurityToken token) => string.Equals(token.Certificate.SubjectName.Name, "CN=localhost"); //@true GB8204
}

public sealed class Clients
{
    private const string Admin = "CN=admin";

    public bool IsAdmin(X509Certificate2 certificate) => certificate.Subject == Admin; //@true GB8204

    public bool IsOurs(X509Certificate2 certificate) => certificate.Issuer.Equals("CN=Shop Root"); //@true GB8204

    public bool IsPartner(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, false) == "partner"; //@true GB8204

    public bool HasName(X509Certificate2 certificate) => certificate.Subject.Contains("O=Shop"); //@true GB8204

    public bool ByLocal(X509Certificate2 certificate)
    {
        var name = certificate.SubjectName.Name;
        return "CN=orders" == name; //@true GB8204
    }

    public bool IsPinned(X509Certificate2 certificate) => certificate.Thumbprint == "8C2F"; //@near GB8204

    public bool IsPinnedToo(X509Certificate2 certificate) => certificate.Subject == "CN=orders" && certificate.Thumbprint == Known; //@near GB8204

    public bool AfterTheChain(object sender, X509Certificate2 certificate, X509Chain chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None && certificate.Subject == "CN=orders"; //@near GB8204

    public bool Verified(X509Certificate2 certificate) => certificate.Verify() && certificate.Subject == "CN=orders"; //@near GB8204

    public bool IsSelfSigned(X509Certificate2 certificate) => certificate.Subject == certificate.Issuer; //@near GB8204

    public bool IsNameless(X509Certificate2 certificate) => certificate.Subject == ""; //@near GB8204

    public X509Certificate2 Own()
    {
        using var store = new X509Store(StoreName.My);
        store.Open(OpenFlags.ReadOnly);
        return store.Certificates.First(c => c.Subject == "CN=orders"); //@near GB8204
    }

    public void Trust(X509Certificate2 certificate)
    {
        using var store = new X509Store(StoreName.Root, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        store.Add(certificate); //@true GB8204
    }

    public void TrustAll(X509Certificate2Collection certificates)
    {
        var roots = new X509Store("Root", StoreLocation.LocalMachine);
        roots.Open(OpenFlags.ReadWrite);
        roots.AddRange(certificates); //@true GB8204
    }

    public void Keep(X509Certificate2 certificate)
    {
        using var store = new X509Store(StoreName.My);
        store.Open(OpenFlags.ReadWrite);
        store.Add(certificate); //@near GB8204
    }

    public void Forget(X509Certificate2 certificate)
    {
        using var store = new X509Store(StoreName.Root);
        store.Open(OpenFlags.ReadWrite);
        store.Remove(certificate); //@near GB8204
    }

    public bool IsGreeting(Mail mail) => mail.Subject == "Hello"; //@near GB8204

    public string Shown(X509Certificate2 certificate) => certificate.Subject; //@near GB8204

    private static string Known => "8C2F";
}
