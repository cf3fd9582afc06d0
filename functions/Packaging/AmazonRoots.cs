using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Ghostbusters.Functions.Packaging;

/// <summary>The authorities that AWS's endpoints are certified by, as Amazon Trust Services names them. They are taken from this machine's store.</summary>
internal static class AmazonRoots
{
    /// <summary>SHA-256 of each certificate: a store that holds another under the same name does not get it in.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fingerprints = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["8ECDE6884F3D87B1125BA31AC3FCB13D7016DE7F57CC904FE1CB97C6AE98196E"] = "Amazon Root CA 1",
        ["1BA5B2AA8C65401A82960118F80BEC4F62304D83CEC4713A19C39C011EA46DB4"] = "Amazon Root CA 2",
        ["18CE6CFE7BF14E60B2E347B8DFE868CB31D02EBB3ADA271569F50343B46DB3A4"] = "Amazon Root CA 3",
        ["E35D28419ED02025CFA69038CD623962458DA5C695FBDEA3C22B0BFB25897092"] = "Amazon Root CA 4",
        ["568D6905A2C88708A4B3025190EDCFEDB1974A606A13C6E5290FCB2AE63EDAB5"] = "Starfield Services Root Certificate Authority - G2",
    };

    /// <summary>All of them as PEM, in order of their names.</summary>
    /// <exception cref="InvalidDataException">The store lacks one.</exception>
    public static string Pem(X509Certificate2Collection store)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var certificate in store)
            if (Fingerprints.TryGetValue(certificate.GetCertHashString(HashAlgorithmName.SHA256), out var name)) found[name] = certificate.ExportCertificatePem();
        var missing = Fingerprints.Values.Except(found.Keys).ToList();
        if (missing.Count > 0) throw new InvalidDataException($"This machine's certificates lack {string.Join(", ", missing)}: install ca-certificates.");
        var text = new StringBuilder();
        foreach (var (name, pem) in found) text.Append("# ").Append(name).Append('\n').Append(pem).Append('\n');
        return text.ToString();
    }

    /// <summary>What this machine trusts.</summary>
    public static X509Certificate2Collection MachineStore()
    {
        using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine);
        store.Open(OpenFlags.ReadOnly);
        return store.Certificates;
    }
}
