using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Git;

namespace Ghostbusters.Engine.Tests.Git;

public class DamagedRepositoryTests
{
    [Theory]
    [InlineData(false, "*")]
    [InlineData(true, "*.pack")]
    [InlineData(true, "*.idx")]
    public void ChangedBytes_AreReadOrRefused(bool isPacked, string pattern)
    {
        using var sandbox = GitSandbox.WithRepository();
        for (var i = 0; i < 3; i++)
        {
            sandbox.Write("a.cs", string.Concat(Enumerable.Range(0, 200).Select(n => $"line {n} {(n == i ? "changed" : "")}\n")));
            sandbox.Commit();
        }

        if (isPacked)
            sandbox.Git("gc", "-q");
        var ids = sandbox.Git("rev-list", "--all", "--objects").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line[..40]).ToList();
        var files = Directory.GetFiles(sandbox.PathOf(".git/objects"), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        Array.ForEach(files, static file => File.SetAttributes(file, FileAttributes.Normal));

        var damage = from file in Gen.Elements(files) from at in Gen.Choose(0, 5_000) from value in Gen.Choose(1, 255) from cut in Gen.Choose(0, 3) select (file, at, value, cut);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(damage.ToArbitrary(), d =>
        {
            var good = File.ReadAllBytes(d.file);
            var bad = (byte[])good.Clone();
            bad[d.at % bad.Length] ^= (byte)d.value;
            File.WriteAllBytes(d.file, d.cut == 0 ? bad[..(d.at % bad.Length)] : bad);
            try
            {
                ReadAll(sandbox.Folder, ids);
            }
            catch (InvalidDataException)
            {
                // Refused, as it should be. Anything else is a failure, and the property shows it.
            }
            finally
            {
                File.WriteAllBytes(d.file, good);
            }
        }));
    }

    [Fact]
    public void AMissingObject_IsNamed()
    {
        using var sandbox = GitSandbox.WithRepository();
        sandbox.Write("a.cs", "a\n");
        sandbox.Commit();
        var blob = sandbox.Git("rev-parse", "HEAD:a.cs").Trim();
        var path = sandbox.PathOf($".git/objects/{blob[..2]}/{blob[2..]}");
        File.SetAttributes(path, FileAttributes.Normal);
        File.Delete(path);
        using var repository = GitRepository.Open(sandbox.Folder);
        Assert.True(ObjectId.TryParse(blob, out var id));
        Assert.Contains(blob, Assert.Throws<InvalidDataException>(() => repository.Objects.Read(id)).Message, StringComparison.Ordinal);
    }

    /// <summary>One changed byte of a header says that a dictionary is needed: 0x78BB is a valid one with that bit.</summary>
    [Fact]
    public void AnObjectThatAsksForADictionary_IsRefused()
    {
        using var sandbox = GitSandbox.WithRepository();
        sandbox.Write("a.cs", "a\n");
        sandbox.Commit();
        var blob = sandbox.Git("rev-parse", "HEAD:a.cs").Trim();
        var path = sandbox.PathOf($".git/objects/{blob[..2]}/{blob[2..]}");
        File.SetAttributes(path, FileAttributes.Normal);
        var bytes = File.ReadAllBytes(path);
        (bytes[0], bytes[1]) = (0x78, 0xBB);
        File.WriteAllBytes(path, bytes);
        using var repository = GitRepository.Open(sandbox.Folder);
        Assert.True(ObjectId.TryParse(blob, out var id));
        Assert.Contains(blob, Assert.Throws<InvalidDataException>(() => repository.Objects.Read(id)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReferencesInACircle_AreRefused()
    {
        using var sandbox = GitSandbox.WithRepository();
        sandbox.Write(".git/refs/heads/a", "ref: refs/heads/b\n");
        sandbox.Write(".git/refs/heads/b", "ref: refs/heads/a\n");
        sandbox.Write(".git/refs/heads/out", "ref: refs/../../../secret\n");
        using var repository = GitRepository.Open(sandbox.Folder);
        Assert.Throws<InvalidDataException>(() => repository.References.Resolve("a"));
        Assert.Throws<InvalidDataException>(() => repository.References.Resolve("out"));
    }

    [Fact]
    public void ADelta_WithoutRoom_IsRefused() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte[]>(),
        static (source, commands) =>
        {
            byte[] delta = [(byte)Math.Min(source.Length, 127), 100, .. commands];
            return Record.Exception(() => PackDelta.Apply(source, delta, 1_000)) is null or InvalidDataException;
        }));

    [Fact]
    public void AnObjectOverTheLimit_IsRefusedBeforeItIsUnpacked()
    {
        // Source of 1 byte; result of 2^34 bytes.
        byte[] delta = [1, 0x80, 0x80, 0x80, 0x80, 0x40, 1, 0];
        Assert.Contains("limit", Assert.Throws<InvalidDataException>(() => PackDelta.Apply([0], delta, 1_000)).Message, StringComparison.Ordinal);
    }

    private static void ReadAll(string folder, List<string> ids)
    {
        using var repository = GitRepository.Open(folder);
        foreach (var id in ids)
        {
            Assert.True(ObjectId.TryParse(id, out var parsed));
            var found = repository.Objects.Read(parsed);
            if (found.Kind == GitObjectKind.Commit)
                Commit.Read(repository, parsed);
            if (found.Kind == GitObjectKind.Tree)
                new TreePaths(repository.Objects, parsed).Find("a.cs");
        }
    }
}
