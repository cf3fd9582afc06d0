using Ghostbusters.Analyzers.Rules.GB8000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8000;

public class EncryptionInNameOnlyTests
{
    private const string Usings = "using System.Text; using System.Security.Cryptography; ";

    [Theory]
    [InlineData("string [|Encrypt|](string s) => Convert.ToBase64String(Encoding.UTF8.GetBytes(s));", "Base64")]
    [InlineData("string [|Encrypt|](string s, string key) => Convert.ToHexString(Encoding.UTF8.GetBytes(s));", "hex")]
    [InlineData("byte[] [|Encrypt|](byte[] d) { for (var i = 0; i < d.Length; i++) d[i] ^= 0x55; return d; }", "XORs")]
    [InlineData("string [|Encrypt|](string s) => new([.. s.Select(c => (char)(c + 3))]);", "moves")]
    [InlineData("string [|Encrypt|](string s) => new([.. s.Reverse()]);", "turns it round")]
    [InlineData("byte[] [|Encrypt|](byte[] d) => d;", "as it came")]
    [InlineData("string [|HashPassword|](string s) => s.GetHashCode().ToString();", "GetHashCode")]
    public async Task Mere_Triggers(string member, string what) =>
        Assert.Contains(what, (await RuleTest.VerifyAsync<EncryptionInNameOnly>($"{Usings}class C {{ {member} }}"))[0].GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("byte[] Encrypt(Aes a, byte[] d) => a.EncryptCbc(d, a.IV);")]
    [InlineData("string Encode(string s) => Convert.ToBase64String(Encoding.UTF8.GetBytes(s));")]
    [InlineData("byte[] Encrypt(byte[] d, byte[] key) { for (var i = 0; i < d.Length; i++) d[i] ^= key[i]; return d; }")]
    [InlineData("Func<byte[], byte[]> _how = d => d; byte[] Encrypt(byte[] d) => _how(d);")]
    [InlineData("public virtual byte[] Encrypt(byte[] d) => d;")]
    [InlineData("class XorCipher { byte[] Encrypt(byte[] d) { d[0] ^= 1; return d; } }")]
    [InlineData("/// <summary>Obfuscates.</summary>\nstring Encrypt(string s) => new([.. s.Reverse()]);")]
    [InlineData("uint[] _t = [1, 2]; byte[] Encrypt(byte[] d) { d[0] ^= (byte)(_t[d[1]] << 3); return d; }")]
    [InlineData("bool IsEncrypted(string s) => s.StartsWith(\"x\");")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<EncryptionInNameOnly>($"{Usings}class C {{ {member} }}");
}
