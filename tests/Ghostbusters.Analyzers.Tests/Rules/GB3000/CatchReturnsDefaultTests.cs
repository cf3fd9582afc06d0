using Ghostbusters.Analyzers.Rules.GB3000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB3000;

public class CatchReturnsDefaultTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<CatchReturnsDefault>($$"""
        public class Store
        {
            Exception? _last;
            static string? Find(int id) => null;
            static string Get(int id) => "a";
            static Task<string?> FindAsync(int id) => Task.FromResult<string?>(null);
            static List<int> Ids() => [1];
            static void Log(Exception e) { }
            {{members}}
        }
        """);

    [Theory]
    [InlineData("public string? M() { try { return Find(1); } catch (Exception e) { Log(e); return [|null|]; } }")]
    [InlineData("public async Task<string?> M() { try { return await FindAsync(1); } catch { return [|null|]; } }")]
    [InlineData("public List<int> M() { try { return Ids(); } catch (Exception e) { Log(e); return [|[]|]; } }")]
    [InlineData("public List<int> M() { try { return Ids(); } catch (Exception e) when (e is not OperationCanceledException) { return [|new List<int>()|]; } }")]
    [InlineData("public int Count() { try { return Ids().Count; } catch (Exception) { return [|0|]; } }")]
    [InlineData("public int Count() { var n = 0; try { n = Ids().Count; } [|catch|] (Exception e) { Log(e); } return n; }")]
    [InlineData("public string Text() { try { return File.ReadAllText(\"a\"); } catch (Exception) { return [|\"\"|]; } }")]
    [InlineData("public List<int> M() { var all = new List<int>(); try { foreach (var i in Ids()) all.Add(i); } [|catch|] (TimeoutException e) { Log(e); } return all; }")]
    [InlineData("public string? M() { try { return Path(1); } catch (Exception) { return [|null|]; } } static string Path(int id) { if (id > 0) return null!; return \"a\"; }")]
    [InlineData("public string? M() { try { using var s = typeof(Store).Assembly.GetManifestResourceStream(\"a\"); if (s is null) return null; return Get(1); } catch (Exception) { return [|null|]; } }")]
    [InlineData("public string? P { get { try { return Find(1); } catch { return [|null|]; } } }")]
    [InlineData("public string? M() { try { return Find(1); } catch (Exception) { /* return null on error */ return [|null|]; } }")]
    [InlineData("string? M() { try { return Find(1); } catch (Exception) { return [|null|]; } } public string? N() { var s = M(); return s; }")]
    public Task SameAnswer_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("public string? TryM() { try { return Find(1); } catch (Exception) { return null; } }")]
    [InlineData("public string? MOrNull() { try { return Find(1); } catch (Exception) { return null; } }")]
    [InlineData("public string? M() { try { return Get(1); } catch (Exception) { return null; } }")]
    [InlineData("public string? M() { try { return Find(1); } catch (KeyNotFoundException) { return null; } }")]
    [InlineData("public string? M() { try { return Find(1); } catch (Exception e) { Log(e); throw; } }")]
    [InlineData("public string? M() { try { return Find(1); } catch (Exception e) { _last = e; return null; } }")]
    [InlineData("public string? M(out bool failed) { failed = false; try { return Find(1); } catch (Exception) { failed = true; return null; } }")]
    [InlineData("public string? M() { try { return Find(1); } catch (Exception e) when (e.HResult == 3) { return null; } }")]
    [InlineData("/// <returns>Null when there is none or it cannot be read.</returns>\npublic string? M() { try { return Find(1); } catch (Exception) { return null; } }")]
    [InlineData("public string? M() { try { return Find(1); } catch (Exception) { /* the menu works without it */ return null; } }")]
    [InlineData("public int M() { try { return Ids()[0]; } catch (Exception) { return -1; } }")]
    [InlineData("public bool M() { try { return Ids().Count > 0; } catch (Exception) { return false; } }")]
    [InlineData("public string? M() { for (var i = 0; i < 3; i++) { try { return Find(1); } catch (TimeoutException) { } } return null; }")]
    [InlineData("string? M() { try { return Find(1); } catch (Exception) { return null; } } public string N() => M() ?? throw new Exception();")]
    [InlineData("List<int> M(int i) { try { return Ids(); } catch (Exception) { return []; } } public List<int> N() => Ids().SelectMany(i => M(i)).ToList();")]
    [InlineData("public int DeleteAll() { try { return Ids().Count; } catch (Exception) { return 0; } }")]
    [InlineData("public Func<string?> M() => () => { try { return Find(1); } catch (Exception) { return null; } };")]
    [InlineData("public string? M(string? key) { if (key is null) return null; try { return Get(1); } catch (Exception) { return null; } }")]
    public Task ToldApart_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public Task InTests_DoesNotTrigger() => RuleTest.VerifyAsync<CatchReturnsDefault>("""
        public class Facts { [Xunit.Fact] public void F() { } public List<int> Read() { try { return File.ReadLines("a").Select(int.Parse).ToList(); } catch (Exception) { return []; } } }
        """);

    [Fact]
    public async Task Message_NamesMethodAnswerAndCatch()
    {
        var found = await RuleTest.VerifyAsync<CatchReturnsDefault>("public class C { public int Count() { try { return Directory.GetFiles(\"a\").Length; }\ncatch (Exception) { return [|0|]; } } }");
        Assert.Equal(
            "'Count' answers '0' where there is nothing to count, but the catch of 'Exception' on line 2 gives the same answer after a failure, so no caller can tell the two apart. Let the exception go on, or return a result that names the failure.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<CatchReturnsDefault>("class C { int Count() { try { X(; return 1; } catch (Exception) { return 0; }");
}
