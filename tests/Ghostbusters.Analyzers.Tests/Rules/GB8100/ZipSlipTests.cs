using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class ZipSlipTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<ZipSlip>($$"""
        using Microsoft.AspNetCore.Mvc;
        using System.IO.Compression;
        using System.Formats.Tar;
        public class C
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("public void M(ZipArchiveEntry e) => [|e.ExtractToFile(\"out/\" + e.FullName)|];")]
    [InlineData("public void M(ZipArchiveEntry e) { var path = Path.Combine(\"out\", e.FullName); using var f = [|File.Create(path)|]; }")]
    [InlineData("public void M(ZipArchive a) { foreach (var e in a.Entries) [|Directory.CreateDirectory(Path.Combine(\"out\", e.FullName))|]; }")]
    [InlineData("public void M(TarEntry e) => [|e.ExtractToFile(Path.Combine(\"out\", e.Name), true)|];")]
    public Task FromOutside_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("public void M(ZipArchiveEntry e) => e.ExtractToFile(Path.Combine(\"out\", e.Name));")]
    [InlineData("public void M(ZipArchiveEntry e) => e.ExtractToFile(Path.Combine(\"out\", Path.GetFileName(e.FullName)));")]
    [InlineData("public void M(ZipArchiveEntry e) { var path = Path.GetFullPath(Path.Combine(\"/out\", e.FullName)); if (path.StartsWith(\"/out/\", StringComparison.Ordinal)) e.ExtractToFile(path); }")]
    [InlineData("public void M(ZipArchive a) => a.ExtractToDirectory(\"out\");")]
    [InlineData("public void M(ZipArchiveEntry e) { var n = e.FullName; if (n == \"a.txt\") e.ExtractToFile(\"out/\" + n); }")]
    [InlineData("[HttpGet] public void M(string name, ZipArchiveEntry e) => e.ExtractToFile(Path.Combine(\"out\", name));")]
    public Task Harmless_DoesNotTrigger(string members) => Verify(members);
}
