using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Baselines;

namespace Ghostbusters.Engine.Tests.Baselines;

public class BaselineFileTests
{
    [Fact]
    public void WhatIsWritten_IsRead() => Check.QuickThrowOnFailure(Prop.ForAll(
        BaselineTests.FindingGen().ArrayOf().ToArbitrary(),
        static findings =>
        {
            var baseline = Baseline.Of(findings);
            return BaselineFile.Parse(BaselineFile.ToJson(baseline), "b").Entries.SequenceEqual(baseline.Entries);
        }));

    [Fact]
    public void TheFile_HasOneFindingALine_InOrder()
    {
        var baseline = new Baseline([new("GB2", "b.cs", "f", "h", 1), new("GB1", "a.cs", "f", "h", 1), new("GB1", "a.cs", "f", "h", 2)]);
        Assert.Equal(
            """
            {
              "version": 1,
              "findings": [
                {"rule":"GB1","path":"a.cs","fingerprint":"f","lineHash":"h","count":3},
                {"rule":"GB2","path":"b.cs","fingerprint":"f","lineHash":"h","count":1}
              ]
            }

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(BaselineFile.ToJson(baseline)));
    }

    [Fact]
    public void AFile_IsWrittenWithItsFolder_AndReplaced()
    {
        var folder = Directory.CreateTempSubdirectory("ghostbusters-baseline-");
        try
        {
            var path = Path.Combine(folder.FullName, BaselineFile.DefaultPath);
            BaselineFile.Write(path, new Baseline([new("GB1", "a.cs", "f", "h", 1)]));
            BaselineFile.Write(path, new Baseline([new("GB2", "a.cs", "f", "h", 1)]));
            Assert.Equal("GB2", Assert.Single(BaselineFile.Read(path).Entries).Rule);
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("{\n<<<<<<< HEAD\n", "line 2")]
    [InlineData("[]", "no 'version'")]
    [InlineData("{\"version\":\"1\"}", "no 'version'")]
    [InlineData("{\"version\":2,\"findings\":[]}", "Update Ghostbusters")]
    [InlineData("{\"version\":0,\"findings\":[]}", "version 0")]
    [InlineData("{\"version\":1}", "'findings'")]
    [InlineData("{\"version\":1,\"findings\":[1]}", "finding 1")]
    [InlineData("{\"version\":1,\"findings\":[{\"rule\":\"r\",\"path\":\"p\",\"fingerprint\":\"f\",\"lineHash\":\"h\"}]}", "'count'")]
    [InlineData("{\"version\":1,\"findings\":[{\"rule\":\"r\",\"path\":\"p\",\"fingerprint\":\"f\",\"lineHash\":\"h\",\"count\":0}]}", "'count'")]
    [InlineData("{\"version\":1,\"findings\":[{\"rule\":\"r\",\"path\":null,\"fingerprint\":\"f\",\"lineHash\":\"h\",\"count\":1}]}", "'path'")]
    [InlineData("{\"version\":1,\"findings\":[{\"rule\":\"\\ud800\",\"path\":\"p\",\"fingerprint\":\"f\",\"lineHash\":\"h\",\"count\":1}]}", "Unicode")]
    public void ADamagedFile_IsRefusedWithItsNameAndCause(string json, string cause)
    {
        var error = Assert.Throws<ConfigurationException>(() => BaselineFile.Parse(Encoding.UTF8.GetBytes(json), "known.json"));
        Assert.Contains("known.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CountsThatOverflow_AreRefused()
    {
        const string Entry = "{\"rule\":\"r\",\"path\":\"p\",\"fingerprint\":\"f\",\"lineHash\":\"h\",\"count\":2147483647}";
        var json = Encoding.UTF8.GetBytes($"{{\"version\":1,\"findings\":[{Entry},{Entry}]}}");
        Assert.Throws<ConfigurationException>(() => BaselineFile.Parse(json, "b"));
    }

    [Fact]
    public void AMissingFile_SaysHowToWriteOne() =>
        Assert.Contains("--update-baseline", Assert.Throws<ConfigurationException>(
            static () => BaselineFile.Read(Path.Combine(Path.GetTempPath(), "ghostbusters-no-such-baseline.json"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Rubbish_GivesOnlyAConfigurationException() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        static bytes => Record.Exception(() => BaselineFile.Parse(bytes, "b")) is null or ConfigurationException));
}
