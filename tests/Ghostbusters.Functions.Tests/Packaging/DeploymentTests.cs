using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ghostbusters.Functions.Packaging;

namespace Ghostbusters.Functions.Tests.Packaging;

public class DeploymentTests
{
    [Fact]
    public void TheArchive_HoldsAnExecutable_TheRoots_AndAnEmptyFolder()
    {
        using var zip = new ZipArchive(new MemoryStream(DeploymentArchive.Write([1, 2, 3], "roots\n")));
        Assert.Equal(
            [("bootstrap", 3L, "-rwxr-xr-x"), ("certs/amazon.pem", 6L, "-rw-r--r--"), ("certs/none/", 0L, "drwxr-xr-x")],
            zip.Entries.Select(static entry => (entry.FullName, entry.Length, Mode(entry.ExternalAttributes))));
    }

    [Fact]
    public void EqualInputs_GiveEqualBytes() => Assert.Equal(DeploymentArchive.Write([1, 2, 3], "roots\n"), DeploymentArchive.Write([1, 2, 3], "roots\n"));

    /// <summary>A certificate that only calls itself Amazon's is not taken, and what is missing is named.</summary>
    [Fact]
    public void ARootOfTheSameName_IsNotTaken()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Amazon Root CA 1, O=Amazon, C=US", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var impostor = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var failure = Assert.Throws<InvalidDataException>(() => AmazonRoots.Pem([impostor]));
        Assert.All(AmazonRoots.Fingerprints.Values, name => Assert.Contains(name, failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Sizes_AreOneLineACommitAndContext()
    {
        var first = SizeTable.With([], "abc", "2026-11-26", "analysis", 10, 5);
        var second = SizeTable.With(first, "def", "2026-11-27", "analysis", 12, 6);
        var again = SizeTable.With(second, "abc", "2026-11-26", "analysis", 11, 5);
        Assert.Equal(["commit\tdate\tcontext\texecutable\tarchive", "def\t2026-11-27\tanalysis\t12\t6", "abc\t2026-11-26\tanalysis\t11\t5"], again);
        Assert.Equal(4, SizeTable.With(again, "abc", "2026-11-26", "accounts", 1, 1).Count);
    }

    /// <summary>As `ls` writes it.</summary>
    private static string Mode(int attributes)
    {
        var mode = (attributes >> 16) & 0xFFFF;
        var bits = string.Concat(Enumerable.Range(0, 9).Select(bit => (mode & (0x100 >> bit)) != 0 ? "rwx"[bit % 3] : '-'));
        return ((mode & 0xF000) == 0x4000 ? "d" : "-") + bits;
    }
}
