using Ghostbusters.Analyzers.Rules;

namespace Ghostbusters.Analyzers.Tests;

/// <summary>Code is analysed while it is typed: no rule may throw on a file that ends anywhere.</summary>
public class BrokenCodeTests
{
    [Fact]
    public async Task ACutFile_BreaksNoRule()
    {
        var files = CorpusFile.ReadAll();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            // AnalyzeAsync throws where a rule does. Odd parts, so that the cut falls into words and not behind lines.
            foreach (var part in new[] { 3, 7 })
                await TestCompilation.AnalyzeAsync(TestCompilation.Of(file.Code[..(file.Code.Length * part / 11)]), RuleCatalog.CreateRules());
        }
    }
}
