using Ghostbusters.Functions.Packaging;

namespace Ghostbusters.Functions.Tests.Packaging;

public class GlibcGateTests
{
    [Fact]
    public void Needs_AreReadInOrder_OfEveryLibrary()
    {
        var file = ElfFile.Write(("libc.so.6", ["GLIBC_2.2.5", "GLIBC_2.34"]), ("libm.so.6", ["GLIBC_2.29"]), ("libgcc_s.so.1", ["GCC_3.0"]));
        Assert.Equal(
            [("libc.so.6", "GLIBC_2.2.5"), ("libc.so.6", "GLIBC_2.34"), ("libm.so.6", "GLIBC_2.29"), ("libgcc_s.so.1", "GCC_3.0")], ElfNeeds.Read(file));
    }

    /// <summary>A program that others linked: .NET's own host.</summary>
    [Fact]
    public void ARealExecutable_NeedsTheCLibrary()
    {
        if (!OperatingSystem.IsLinux()) return;
        Assert.Contains(ElfNeeds.Read(File.ReadAllBytes(Environment.ProcessPath!)), static need => need.Library.StartsWith("libc.so", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GLIBC_2.2.5", true)]
    [InlineData("GLIBC_2.34", true)]
    [InlineData("GLIBC_2.4", true)]
    [InlineData("GLIBC_2.35", false)]
    [InlineData("GLIBC_2.100", false)]
    [InlineData("GLIBC_3.0", false)]
    [InlineData("GLIBC_PRIVATE", false)]
    [InlineData("GLIBC_ABI_DT_RELR", false)]
    public void AVersion_IsThereOnAmazonLinux(string version, bool isThere) =>
        Assert.Equal(isThere ? [] : ["libm.so.6 " + version], GlibcGate.Refusals(ElfFile.Write(("libc.so.6", ["GLIBC_2.17"]), ("libm.so.6", [version]))));

    [Fact]
    public void AFileWithoutNeeds_IsNotPassed() => Assert.Throws<InvalidDataException>(static () => GlibcGate.Refusals(ElfFile.Write(("libgcc_s.so.1", ["GCC_3.0"]))));

    [Fact]
    public void WhatIsNoExecutable_OrCutOff_IsNotPassed()
    {
        Assert.Throws<InvalidDataException>(static () => ElfNeeds.Read("#!/bin/sh"u8.ToArray()));
        var whole = ElfFile.Write(("libc.so.6", ["GLIBC_2.17"]));
        const int Unread = 16; // Alignment and entry size of the last section.
        Assert.All(Enumerable.Range(0, whole.Length - Unread), length => Assert.Throws<InvalidDataException>(() => GlibcGate.Refusals(whole[..length])));
    }
}
