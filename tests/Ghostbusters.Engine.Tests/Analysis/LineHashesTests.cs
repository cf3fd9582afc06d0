using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using Ghostbusters.Engine.Analysis;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Analysis;

public class LineHashesTests
{
    private const string OnlyEndOfFile = "c129715d7a2bc9a3:1";

    // The inputs are ours. The hashes came from running src/fingerprints.ts of github/codeql-action (its exported `hash`, with
    // the npm package `long`) on each input as a UTF-8 file, outside this repository.
    public static TheoryData<string, string[]> Vectors => new()
    {
        { "", [OnlyEndOfFile] },
        { "\n", ["3c5bef55b72b93c9:1", OnlyEndOfFile] },
        { "class Ghost { }", ["bcb789704c3b872a:1"] },
        {
            "int slime;\nint trap;\r\nint slime;\rint trap;\n",
            ["14224d79e5f4ac91:1", "6397ad20b7de8c3:1", "2eb4ebf4abd63a38:1", "ca1b045d2bdc45f2:1", OnlyEndOfFile]
        },
        {
            "  int  slime ;\n\n\t\t\n   \nintslime;\n",
            ["56f82178b9a5f581:1", "323a547d5d94d633:1", "4a4e1018876262f5:1", "c5282d859217baff:1", "86ae6e481e4d7471:1", OnlyEndOfFile]
        },
        {
            "}\n}\n}\n}\n}\n}",
            ["268a029ea6a242f:1", "a34ba84b2622686c:1", "1622203828752a1:1", "27930ce99a2fc80e:1", "632b355e1e0bbbf3:1", "13db8c734146ff90:1"]
        },
        {
            "a\r \nb\n\rc",
            ["c52f781a43dbc195:1", "73409ca04f7d2c2e:1", "b0367d257df6d03c:1", "1c206f60a702cfe8:1", "188ff2f224477a1e:1"]
        },
        {
            LongLines(),
            ["73fd2f0cf9e97225:1", "32d3c5ecaa649660:1", "cadd4b5b9d92c4ad:1", "430534b53b700418:1", "430534b53b700418:2", OnlyEndOfFile]
        },
        {
            "var \u00e4 = \"\ud83d\udc7b\";\n// \u4f60\u597d\u2028 not a line end\u0085 here\n\uffff\u0000end",
            ["6197de2f7975a10f:1", "be7bf838e1b32364:1", "a37a8bc876674255:1"]
        },
        { "\ufeffusing System;\nusing System;\n", ["13d720e149b80f0a:1", "8124eca9faa1e803:1", OnlyEndOfFile] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void EveryLine_HasTheHashOfCodeScanning(string text, string[] expected)
    {
        var hashes = LineHashes.Of(SourceText.From(text));
        Assert.Equal(expected, Enumerable.Range(1, expected.Length).Select(line => hashes[line]));
    }

    [Fact]
    public void ByteOrderMark_IsPartOfTheFirstLine()
    {
        var withMark = SourceText.From(new MemoryStream([.. Encoding.UTF8.Preamble, .. "using System;\nusing System;\n"u8]));
        Assert.Equal("13d720e149b80f0a:1", LineHashes.Of(withMark)[1]);
    }

    [Fact]
    public void ALinePastTheEnd_HasTheLastLinesHash() => Assert.Equal(OnlyEndOfFile, LineHashes.Of(SourceText.From("a\n"))[7]);

    [Fact]
    public void ALineBelowOne_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => LineHashes.Of(SourceText.From("a"))[0]);

    [Fact]
    public void TheRollingHash_IsTheHashOfTheWindow() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements('a', 'b', '\r', '\n', ' ', '\t', '\u4f60').ArrayOf(400).ToArbitrary(),
        static characters =>
        {
            var text = new string(characters);
            var hashes = LineHashes.Of(SourceText.From(text));
            return DirectHashes(text).Select((hash, i) => hashes[i + 1] == hash).All(static same => same);
        }));

    // The definition, without a rolling window: 100 characters from each line's start, one polynomial each.
    private static IEnumerable<string> DirectHashes(string text)
    {
        var normal = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var all = new string([.. normal.Where(static c => c is not (' ' or '\t'))]) + '\uffff' + new string('\0', 100);
        var seen = new Dictionary<ulong, int>();
        for (var start = 0; start < all.Length - 100; start++)
        {
            if (start > 0 && all[start - 1] != '\n')
                continue;
            var hash = all.Substring(start, 100).Aggregate(0UL, static (h, c) => unchecked((h * 37) + c));
            seen[hash] = seen.GetValueOrDefault(hash) + 1;
            yield return string.Create(CultureInfo.InvariantCulture, $"{hash:x}:{seen[hash]}");
        }
    }

    private static string LongLines() =>
        "// " + string.Concat(Enumerable.Repeat("ectoplasm ", 30)) + "\nvar x = 1;\n"
        + new string('y', 99) + "\n" + new string('z', 100) + "\n" + new string('z', 101) + "\n";
}
