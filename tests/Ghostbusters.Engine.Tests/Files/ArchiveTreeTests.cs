using System.Buffers.Binary;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Ghostbusters.Engine.Files;

namespace Ghostbusters.Engine.Tests.Files;

public class ArchiveTreeTests
{
    [Fact]
    public void AZipOfAForge_LosesItsTopFolder()
    {
        var tree = Read(Zip(("repo-1/src/a.cs", "class A;"), ("repo-1/A.csproj", "<Project/>"), ("repo-1/image.png", "x")));

        Assert.Equal(["A.csproj", "src/a.cs"], tree.Paths.ToArray());
        Assert.Equal("class A;", Encoding.UTF8.GetString(tree.Read("src/a.cs").Span));
        Assert.Empty(tree.Notices);
    }

    [Fact]
    public void AFileThatIsNotKept_StillCountsForTheTopFolder() =>
        Assert.Equal(["src/a.cs"], Read(Zip(("src/a.cs", ""), ("LICENSE", ""))).Paths.ToArray());

    [Theory]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public void ATarGz_IsRead(TarEntryFormat format)
    {
        var deep = string.Join('/', Enumerable.Repeat("folder-of-some-length", 8)) + "/a.cs";
        var tree = Read(GZip(Tar(format, ("r/" + (format == TarEntryFormat.Ustar ? "x/a.cs" : deep), "class A;"), ("r/b.cs", "class B;"))));

        Assert.Equal(2, tree.Paths.Length);
        Assert.Contains("b.cs", tree.Paths);
        Assert.Equal("class A;", Encoding.UTF8.GetString(tree.Read(tree.Paths.Single(static p => p != "b.cs")).Span));
        Assert.Empty(tree.Notices);
    }

    [Theory]
    [InlineData("../evil.cs")]
    [InlineData("a/../../evil.cs")]
    [InlineData("/etc/evil.cs")]
    [InlineData("C:/evil.cs")]
    [InlineData(@"..\evil.cs")]
    [InlineData("a\0.cs")]
    public void ANameThatLeadsElsewhere_IsRefused(string name)
    {
        var tree = Read(Zip((name, "class Evil;"), ("good.cs", "class Good;")));

        Assert.Equal(["good.cs"], tree.Paths.ToArray());
        Assert.True(Assert.Single(tree.Notices).IsPartial);
    }

    [Theory]
    [InlineData("a.cs", "a.cs")]
    [InlineData("./a.cs", "a.cs")]
    public void TwoEntriesOfOneName_KeepTheFirst(string first, string second)
    {
        var tree = Read(Zip((first, "class First;"), (second, "class Second;")));

        Assert.Equal("class First;", Encoding.UTF8.GetString(tree.Read(Assert.Single(tree.Paths)).Span));
        Assert.Contains("same name", Assert.Single(tree.Notices).Reason);
    }

    [Theory]
    [InlineData("a.cs", "A.cs")]
    [InlineData("\u00e9.cs", "e\u0301.cs")]
    public void NamesThatOnlyADiskWouldFold_AreTwoFiles(string first, string second)
    {
        var tree = Read(Zip((first, "class First;"), (second, "class Second;")));

        Assert.Equal("class First;", Encoding.UTF8.GetString(tree.Read(first).Span));
        Assert.Equal("class Second;", Encoding.UTF8.GetString(tree.Read(second).Span));
        Assert.Empty(tree.Notices);
    }

    [Fact]
    public void LinksInATar_AreRefused()
    {
        var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link.cs") { LinkName = "/etc/passwd" });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.HardLink, "hard.cs") { LinkName = "link.cs" });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "good.cs") { DataStream = new MemoryStream("class G;"u8.ToArray()) });
        }
        var tree = Read(stream.ToArray());

        Assert.Equal(["good.cs"], tree.Paths.ToArray());
        Assert.Equal(2, tree.Notices.Length);
        Assert.All(tree.Notices, static notice => Assert.Contains("link", notice.Reason));
    }

    [Fact]
    public void ALinkInAZip_IsRefused()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = zip.CreateEntry("link.cs");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var content = link.Open();
            content.Write("/etc/passwd"u8);
        }

        Assert.Contains("link", Assert.Single(Read(stream.ToArray()).Notices).Reason);
    }

    [Fact]
    public void AZipThatLiesAboutASize_IsStoppedByWhatInflates()
    {
        var bytes = Zip(("bomb.cs", new string(' ', 1_000_000)), ("good.cs", "class Good;"));
        var header = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(header + 24), 10);

        var tree = Read(bytes, new ArchiveLimits { EntryBytes = 100_000 });

        Assert.Equal(["good.cs"], tree.Paths.ToArray());
        Assert.Contains("bytes of an entry", Assert.Single(tree.Notices).Reason);
    }

    [Fact]
    public void AGzipBomb_EndsAtTheRatio()
    {
        var bomb = GZip(TarOfZeros(200 << 20));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        var tree = Read(bomb);

        Assert.Contains("compression ratio", Assert.Single(tree.Notices).Reason);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void TotalBytes_AreLimitedForEntriesThatAreNotKept() =>
        Assert.Contains("total bytes", Assert.Single(Read(Tar(TarEntryFormat.Ustar, ("a.bin", new string('x', 10_000)), ("b.cs", "")), new ArchiveLimits { TotalBytes = 5_000 }).Notices).Reason);

    [Fact]
    public void KeptBytes_AreLimited()
    {
        var tree = Read(Zip(("a.cs", new string('x', 600)), ("b.cs", new string('x', 600)), ("c.cs", "")), new ArchiveLimits { KeptBytes = 1_000 });

        Assert.Equal(["a.cs"], tree.Paths.ToArray());
        Assert.Contains("kept bytes", Assert.Single(tree.Notices).Reason);
    }

    [Fact]
    public void Entries_AreLimited()
    {
        var tree = Read(Zip([.. Enumerable.Range(0, 50).Select(static i => ($"{i:00}.cs", ""))]), new ArchiveLimits { Entries = 10 });

        Assert.Equal(10, tree.Paths.Length);
        Assert.Contains("entries", Assert.Single(tree.Notices).Reason);
    }

    [Fact]
    public void AMillionEntries_EndAtTheLimitInLittleMemory()
    {
        // One record of the directory, as often as a bomb would have it: the end record follows and points at the first.
        var one = Zip(("a.bin", ""));
        var directory = one.AsSpan().IndexOf("PK\u0001\u0002"u8);
        var end = one.AsSpan().IndexOf("PK\u0005\u0006"u8);
        byte[] bomb = [.. one[..directory], .. Enumerable.Repeat(one[directory..end], 1_000_000).SelectMany(static record => record), .. one[end..]];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        var tree = Read(bomb);

        Assert.Contains(tree.Notices, static notice => notice.Reason.Contains("limit: entries", StringComparison.Ordinal));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256L << 20);
    }

    [Fact]
    public void ManyRefusals_AreSummedUp()
    {
        var tree = Read(Zip([.. Enumerable.Range(0, 500).Select(static i => ($"../{i}.cs", ""))]));

        Assert.Equal(101, tree.Notices.Length);
        Assert.Contains("400 more", tree.Notices[^1].Reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ACutArchive_GivesWhatIsThereAndANotice(int kind)
    {
        (string, string)[] files = [.. Enumerable.Range(0, 40).Select(static i => ($"{i:00}.cs", $"class C{i} {{ /* {string.Join(' ', Enumerable.Range(i * 7919, 500))} */ }}"))];
        var whole = kind switch
        {
            0 => Zip(files),
            1 => Tar(TarEntryFormat.Ustar, files),
            _ => GZip(Tar(TarEntryFormat.Ustar, files)),
        };

        var tree = Read(whole[..(whole.Length * 2 / 3)]);

        Assert.InRange(tree.Paths.Length, 1, 39);
        Assert.Contains("00.cs", tree.Paths);
        Assert.Contains(tree.Notices, static notice => notice.IsPartial && notice.Reason.Contains("cut off", StringComparison.Ordinal));
    }

    [Fact]
    public void AnythingElse_IsRefusedByName()
    {
        var exception = Assert.Throws<InvalidDataException>(() => Read("hello"u8.ToArray()));
        Assert.Contains("neither a zip", exception.Message);
    }

    [Fact]
    public void DamagedBytes_NeverThrowAnythingElse()
    {
        byte[][] archives = [Zip(("a.cs", "class A;"), ("b/c.cs", new string('c', 3000))), Tar(TarEntryFormat.Pax, ("a.cs", "class A;")), GZip(Tar(TarEntryFormat.Gnu, ("a.cs", "class A;")))];
        var refused = new List<int>();
        foreach (var archive in archives)
        {
            for (var i = 4; i < archive.Length; i += archive.Length > 2000 ? 7 : 1)
            {
                var damaged = (byte[])archive.Clone();
                damaged[i] ^= 0xFF;
                try
                {
                    Read(damaged);
                }
                catch (InvalidDataException)
                {
                    refused.Add(i);
                }
            }
        }

        // Only where the kind of archive cannot be told any more, which its first block says.
        Assert.All(refused, static i => Assert.InRange(i, 4, 511));
    }

    private static ArchiveTree Read(byte[] bytes, ArchiveLimits? limits = null) => ArchiveTree.Read(new MemoryStream(bytes), "archive", limits);

    private static byte[] Zip(params (string Name, string Content)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return stream.ToArray();
    }

    private static byte[] Tar(TarEntryFormat format, params (string Name, string Content)[] files)
    {
        var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, format, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                TarEntry entry = format switch
                {
                    TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
                    _ => new UstarTarEntry(TarEntryType.RegularFile, name),
                };
                entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content));
                writer.WriteEntry(entry);
            }
        }
        return stream.ToArray();
    }

    private static byte[] TarOfZeros(int size)
    {
        var tar = new byte[size];
        Tar(TarEntryFormat.Ustar, ("zeros.bin", "")).AsSpan(0, 512).CopyTo(tar);
        Encoding.ASCII.GetBytes(Convert.ToString(size - 1024, 8).PadLeft(11, '0')).CopyTo(tar, 124);
        tar.AsSpan(148, 8).Fill((byte)' ');
        Encoding.ASCII.GetBytes(Convert.ToString(tar.AsSpan(0, 512).ToArray().Sum(static b => b), 8).PadLeft(6, '0') + "\0 ").CopyTo(tar, 148);
        return tar;
    }

    private static byte[] GZip(byte[] content)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return stream.ToArray();
    }
}
