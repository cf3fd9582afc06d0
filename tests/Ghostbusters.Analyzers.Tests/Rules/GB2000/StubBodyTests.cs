using Ghostbusters.Analyzers.Rules.GB2000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB2000;

public class StubBodyTests
{
    [Theory]
    [InlineData("public bool [|ValidateAddress|](string street) => true;")]
    [InlineData("/// <summary>The first match; null where the text does not hold one.</summary>\n    public string? [|FindMatch|](string text) => null;")]
    [InlineData("/// <summary>Parses it. The result is never null and cannot be changed.</summary>\n    public List<int> [|Parse|](string text) => new();")]
    [InlineData("public string[] [|BuildArguments|](string line) => [];")]
    [InlineData("public bool [|ApplyDiscount|](int order) => true;")]
    [InlineData("public int [|RunJob|](string name) { return 0; }")]
    [InlineData("private readonly List<int> _ids = []; public Task<List<int>> [|FindIdsAsync|](CancellationToken token) => Task.FromResult(new List<int>());")]
    [InlineData("public Task<List<int>> [|SearchAsync|](string q) => Task.FromResult(new List<int>());")]
    [InlineData("public void [|Save|](object user) { }")]
    [InlineData("public object? [|Parse|](string s) { ArgumentNullException.ThrowIfNull(s); return null; }")]
    [InlineData("public async Task<bool> [|SendAsync|](string s) { await Task.Delay(100); return true; }")]
    [InlineData("public double [|Predict|](float[] x) { Console.WriteLine(\"predicting\"); return 0.87; }")]
    [InlineData("public int [|Calculate|](int a) { var r = 3; return r; }")]
    [InlineData("public bool [|ValidateTitle|](string t) { if (t.Length == 0) return true; return true; }")]
    [InlineData("public double [|CalculateAccuracy|]() => 0.95;")]
    [InlineData("public Guid [|GenerateKey|](string seed) => Guid.Empty;")]
    [InlineData("public int[] [|ExtractIds|](string s) => [];")]
    [InlineData("public async Task [|UploadAsync|](byte[] b) { await Task.CompletedTask; }")]
    [InlineData("/// <summary>Computes the fee.</summary>\n    public decimal [|Fee|](int order) => 1.5m;")]
    [InlineData("public float[] [|ComputeEmbedding|](string s) => new[] { 0.1f, 0.2f };")]
    public Task Stub_Triggers(string member) => RuleTest.VerifyAsync<StubBody>(InClass(member));

    [Theory]
    [InlineData("public virtual bool Validate(string s) => true;")]
    [InlineData("public int RunHelp(string name) { Console.WriteLine(\"usage: tool NAME\"); return 0; }")]
    [InlineData("public int Compare(string a, string b) => 0;")]
    [InlineData("/// <summary>Finds a match. It cannot be called here.</summary>\n    public string? FindMatch(string text) => null;")]
    [InlineData("public string? FindMatch(string text) { return null; /* texts do not hold one */ }")]
    [InlineData("/// <summary>Builds the prefix.</summary>\n    public string Prefix(string name) => \"x\";")]
    [InlineData("protected void Save(object o) { }")]
    [InlineData("/// <summary>Does nothing.</summary>\n    public void Save(object o) { }")]
    [InlineData("public bool CheckLease(string s) { /* leases are not supported here */ return true; }")]
    [InlineData("public bool TryParse(string s, out int v) { v = 0; return false; }")]
    [InlineData("public bool Validate(string s) { if (s.Length == 0) return false; return true; }")]
    [InlineData("public void Validate(string s) { if (s.Length == 0) throw new ArgumentException(\"empty\"); }")]
    [InlineData("public int Parse(string s) => throw new NotImplementedException();")]
    [InlineData("public bool IsReadOnly(string path) => true;")]
    [InlineData("public string Name() => \"c\";")]
    [InlineData("public void ProcessExit(object? sender, EventArgs e) { }")]
    [InlineData("[Obsolete] public object? Load(string id) => null;")]
    [InlineData("private int _n; public bool Save(int n) { _n = n; return _n > 0; }")]
    [InlineData("private int _n; public bool Save(int n) { _n = n; return true; }")]
    [InlineData("public int Compute(int _) => 7;")]
    [InlineData("public List<int> LoadDefaults() => [];")]
    [InlineData("public int Count(string s) => s.Length;")]
    [InlineData("private static bool FilterAll(int i) => true; public int M(int[] x) => x.Count(FilterAll);")]
    [InlineData("#if X\n#endif\n    public bool Verify(string s)\n    {\n#if X\n        return s.Length > 0;\n#else\n        return true;\n#endif\n    }")]
    [InlineData("private static (bool, string) ValidateRange(int from, int to) { if (from < 0) return (false, \"negative\"); if (from > to) return (false, \"reversed\"); return (true, \"\"); } public object M() => ValidateRange(1, 2);")]
    [InlineData("public string FormatSize(long bytes) { if (bytes > 1024) return \"large\"; return \"small\"; }")]
    [InlineData("public int[] LoadLevels(bool fine) { if (fine) { return new[] { 1, 2, 3 }; } return new[] { 1, 3 }; }")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<StubBody>(InClass(member));

    [Theory]
    [InlineData("NullCache")]
    [InlineData("NoOpSender")]
    [InlineData("FakeGateway")]
    [InlineData("AlwaysValid")]
    public Task NullObject_DoesNotTrigger(string type) =>
        RuleTest.VerifyAsync<StubBody>($"class {type} {{ public object? Load(string key) => null; }}");

    [Fact]
    public Task SoleImplementation_Triggers() => RuleTest.VerifyAsync<StubBody>("""
        interface ITax { decimal CalculateTax(decimal net); }
        class Tax : ITax { public decimal [|CalculateTax|](decimal net) => 0m; }
        """);

    [Fact]
    public Task OneOfSeveralAnswers_DoesNotTrigger() => RuleTest.VerifyAsync<StubBody>("""
        interface ITax { decimal CalculateTax(decimal net); }
        class Export : ITax { public decimal CalculateTax(decimal net) => 0m; }
        class Domestic : ITax { public decimal CalculateTax(decimal net) => net * 0.19m; }
        """);

    [Fact]
    public Task ContractOfALibrary_DoesNotTrigger() => RuleTest.VerifyAsync<StubBody>("""
        class C : System.Xml.Serialization.IXmlSerializable
        {
            public System.Xml.Schema.XmlSchema? GetSchema() => null;
            public void ReadXml(System.Xml.XmlReader reader) { }
            public void WriteXml(System.Xml.XmlWriter writer) { }
        }
        class D : IProgress<int> { public void Report(int value) { } }
        """);

    [Fact]
    public Task UnknownBase_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<StubBody>("""
        class C : Missing { public bool Validate(string s) => true; }
        """);

    [Fact]
    public Task TestProject_DoesNotTrigger() => RuleTest.VerifyAsync<StubBody>("""
        class Subject { public bool Validate(string s) => true; }
        public class T { [Xunit.Fact] public void M() { } }
        """);

    [Fact]
    public async Task Message_SaysClaimRealityAndRemedy()
    {
        var found = await RuleTest.VerifyAsync<StubBody>("class C { public decimal [|CalculateTax|](int order) => 0m; }");
        Assert.Equal(
            "'CalculateTax' claims to calculate tax, but its body returns the constant 0 whatever 'order' is. Implement it, or say in its name or docs that it does nothing.",
            Assert.Single(found).GetMessage());
    }

    [Fact]
    public async Task ReturnedString_IsNotQuoted()
    {
        var found = await RuleTest.VerifyAsync<StubBody>("class C { public string [|FetchKey|](string name) => \"s3cr3t\"; }");
        Assert.DoesNotContain("s3cr3t", Assert.Single(found).ToString(), StringComparison.Ordinal);
    }

    private static string InClass(string member) => $$"""
        class C
        {
            {{member}}
        }
        """;
}
