using Ghostbusters.Analyzers.Rules.GB3000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB3000;

public class IgnoredOutcomeTests
{
    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> Verify(string members) => RuleTest.VerifyAsync<IgnoredOutcome>($$"""
        public record SendResult(bool IsSuccess, string? Id);
        public class Mail(HttpClient http, Stream stream)
        {
            SendResult Send(string to) => new(to.Length > 3, to);
            bool Save(string text) { try { File.WriteAllText("a", text); return true; } catch (IOException) { return false; } }
            {{members}}
        }
        """);

    [Theory]
    [InlineData("decimal M(string s) { decimal.[|TryParse|](s, out var n); return n; }")]
    [InlineData("void M() { [|Send|](\"ann\"); }")]
    [InlineData("string? M() { var r = [|Send|](\"ann\"); return r.Id; }")]
    [InlineData("bool M() { var ok = [|Save|](\"a\"); ok = Save(\"b\"); return ok; }")]
    [InlineData("bool M(bool both) { var ok = Save(\"a\"); if (both) { ok = Save(\"b\"); } return ok; } void N() { [|Save|](\"c\"); }")]
    [InlineData("async Task M() { await http.[|DeleteAsync|](\"a\"); }")]
    [InlineData("async Task<string> M() { var r = await http.[|GetAsync|](\"a\"); return await r.Content.ReadAsStringAsync(); }")]
    [InlineData("byte[] M() { var b = new byte[4]; stream.[|Read|](b, 0, 4); return b; }")]
    [InlineData("byte[] M() { var b = new byte[4]; var n = stream.[|Read|](b, 0, 4); n = 4; Console.WriteLine(n); return b; }")]
    [InlineData("void M() { try { [|Save|](\"a\"); } finally { Save(\"b\"); } }")]
    [InlineData("void M() { void Local() { [|Save|](\"a\"); } Local(); }")]
    public Task Dropped_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("int M(string s) { int.TryParse(s, out var n); return n > 0 ? n : 1; }")]
    [InlineData("int M(string s) { int.TryParse(s, out var n); return n; }")]
    [InlineData("decimal M(string s) { decimal.TryParse(s, out var n); return 1; }")]
    [InlineData("DateTime M(Dictionary<string, string> d) { DateTime.TryParse(d.GetValueOrDefault(\"a\"), out var at); return at; }")]
    [InlineData("SendResult Checked() { var r = Send(\"a\"); if (!r.IsSuccess) throw new IOException(); return r; } string? M() { var r = Checked(); return r.Id; }")]
    [InlineData("void M() { _ = Send(\"ann\"); }")]
    [InlineData("bool M() { var r = Send(\"ann\"); return r.IsSuccess; }")]
    [InlineData("SendResult M() { var r = Send(\"ann\"); return r; }")]
    [InlineData("void M() { var ignored = Save(\"a\"); }")]
    [InlineData("bool M(bool both) { var ok = Save(\"a\"); if (both) ok = Save(\"b\"); return ok; }")]
    [InlineData("Task M() => http.DeleteAsync(\"a\");")]
    [InlineData("void M() { var b = new byte[4]; stream.Read(b, 0, 4); }")]
    [InlineData("void M(System.Linq.Expressions.Expression<Action<Mail>> e) { } void N() { M(m => m.Send(\"a\")); }")]
    public Task ReadOrMeant_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public async Task Message_NamesTheSign()
    {
        var found = Assert.Single(await Verify("string? M() { var r = [|Send|](\"ann\"); return r.Id; }"));

        Assert.Contains("'Send' tells by 'IsSuccess' of its SendResult, but 'r' is used on line 6 without asking", found.GetMessage(), StringComparison.Ordinal);
    }
}
