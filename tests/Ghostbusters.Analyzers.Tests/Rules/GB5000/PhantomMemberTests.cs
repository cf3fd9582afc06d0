using Ghostbusters.Analyzers.Rules.GB5000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Tests.Rules.GB5000;

public class PhantomMemberTests
{
    [Theory]
    [InlineData("int M(List<int> list) => list.[|length|];", "here it is 'Count'")]
    [InlineData("int M(List<int> list) => list.[|size|]();", "'Count'")]
    [InlineData("void M(List<int> list) => list.[|push|](1);", "'Add'")]
    [InlineData("void M(List<int> list) => list.[|AddAll|]([1]);", "'AddRange'")]
    [InlineData("bool M(string text) => text.[|contains|](\"a\");", "'Contains'")]
    [InlineData("bool M(string text) => text.[|isEmpty|]();", "'Length'")]
    [InlineData("int? M(string? text) => text?.[|Lenght|];", "'Length'")]
    [InlineData("double M() => Math.[|random|]();", "'Random.Shared.NextDouble'")]
    [InlineData("double M() => Math.[|Frobnicate|]();", "no such member")]
    [InlineData("void M() => Console.[|log|](1);", "'WriteLine'")]
    [InlineData("string M() => File.[|readAllTexts|](\"a\");", "'ReadAllText'")]
    [InlineData("object M() => DayOfWeek.[|Wensday|];", "'Wednesday'")]
    [InlineData("int M(Task<string> text) => text.[|Length|];", "Await the task")]
    [InlineData("int M(DateTime? day) => day.[|Year|];", "'?.Year'")]
    public Task MemberOfTheFramework_Triggers(string member, string says) => VerifySaysAsync($"class C {{ {member} }}", says);

    [Fact]
    public Task MemberOfOwnType_Triggers() => VerifySaysAsync("""
        class Order { public decimal Total { get; set; } }
        class C { decimal M(Order order) => order.[|Totl|]; }
        """, "'Total'");

    [Fact]
    public Task ObjectInitializer_Triggers() => VerifySaysAsync("""
        class Order { public decimal Total { get; set; } }
        class C { object M() => new Order { [|Totl|] = 1 }; }
        """, "'Total'");

    [Fact]
    public Task TypeInAnotherNamespace_Triggers() =>
        VerifySaysAsync("class C { string M(object o) => [|JsonSerializer|].Serialize(o); }", "Add 'using System.Text.Json;'");

    [Fact]
    public Task CreatedTypeInAnotherNamespace_Triggers() =>
        VerifySaysAsync("class C { object M() => new [|StringBuilder|](); }", "Add 'using System.Text;'");

    [Fact]
    public Task DeclaredTypeWithATypo_Triggers() =>
        VerifySaysAsync("class C { void M([|IReadonlyList|]<int> list) { } }", "'IReadOnlyList'");

    [Fact]
    public Task LocalWithATypo_Triggers() => VerifySaysAsync("class C { int M(int count) => [|cuont|] + 1; }", "'count'");

    [Fact]
    public Task MethodWithATypo_Triggers() => VerifySaysAsync("class C { int Total() => 1; int M() => [|Totl|](); }", "'Total'");

    [Fact]
    public Task TypeInNamespace_Triggers() => VerifySaysAsync("class C { object M() => new System.Text.[|StringBuidler|](); }", "'StringBuilder'");

    [Fact]
    public Task NumberOfArguments_Triggers() => VerifySaysAsync("class C { string M(string s) => s.[|Substring|](1, 2, 3); }", "'Substring(int startIndex, int length)'");

    [Fact]
    public Task NumberOfConstructorArguments_Triggers() => VerifySaysAsync("class C { object M() => new [|Uri|](); }", "new Uri(");

    [Fact]
    public Task NameOfArgument_Triggers() => VerifySaysAsync("class C { string M(string s) => s.[|Substring|](startIdx: 1); }", "'startIndex'");

    [Fact]
    public async Task UnresolvedReferences_LeaveTheFramework_Triggers() =>
        Assert.Equal(["length"], await NamesAsync("class C { object M(List<int> l) => l.length; }", ("ghostbusters_unresolved_references", "true")));

    [Theory]
    [InlineData("class C { void M(List<int> l) => l.Frobnicate(); }")]
    [InlineData("class C { object M() => new JsonSerializer(); }")]
    [InlineData("class C { int M(int count) => cuont; }")]
    [InlineData("class C : Missing { int Total; int M() => this.Totl; }")]
    public async Task UnresolvedReferences_DoesNotTrigger(string code) =>
        Assert.Empty(await NamesAsync(code, ("ghostbusters_unresolved_references", "true")));

    [Fact]
    public async Task PartialTypeWithoutGenerators_DoesNotTrigger() =>
        Assert.Empty(await NamesAsync("partial class A { int Total; int M() => this.Totl; }", ("ghostbusters_generators", "true")));

    [Fact]
    public Task InaccessibleOverload_DoesNotTrigger() =>
        VerifyAsync("class Purse { Purse(int a, int b) { } public Purse() { } } class C { object M() => new Purse(1, 2); }");

    [Fact]
    public Task NamesakeOfAnotherArity_DoesNotTrigger() =>
        VerifyAsync("class Edge { public Edge(int from) { } } class C { object M() => new Edge<int>(1, 2); }");

    [Fact]
    public async Task NestedTypeOfAKnownTypeWithoutReferences_Triggers() => Assert.Equal(["Enumerato"],
        await NamesAsync("class C { void M(List<int>.Enumerato e) { } }", ("ghostbusters_unresolved_references", "true")));

    // The real member lies in a project that is referenced as source: a location there would make the compiler refuse the finding.
    [Fact]
    public async Task RealMemberInAnotherProject_Triggers()
    {
        var options = new Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        var framework = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        var shop = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("Shop",
            [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("public class Order { public decimal Total; }", path: "Order.cs")], [framework], options);
        var app = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("App",
            [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class C { decimal M(Order order) => order.Totl; }", path: "C.cs")], [framework, shop.ToMetadataReference()], options);

        var found = await app.WithAnalyzers([new PhantomMember()]).GetAnalyzerDiagnosticsAsync();

        Assert.Contains("'Total'", Assert.Single(found, static d => d.Id == "GB5003").GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.DoesNotContain(found, static d => d.Id == "AD0001");
    }

    [Fact]
    public Task ReceiverOfUnknownType_DoesNotTrigger() => VerifyAsync("class C { object M(Vendor.Thing thing) => thing.length; }");

    [Fact]
    public Task UnresolvedBase_DoesNotTrigger() => VerifyAsync("class C : Vendor { int Total() => 1; int M() => Totl() + this.Totl(); }");

    [Fact]
    public Task UnresolvedInterface_DoesNotTrigger() => VerifyAsync("interface IA : Vendor.IB { int Total { get; } } class C { int M(IA a) => a.Totl; }");

    [Fact]
    public Task UnresolvedUsing_DoesNotTrigger() => VerifyAsync("using Vendor.Json;\nclass C { object M(List<int> l) => l.Aggregat(); object N() => new JsonSerializer(); }");

    [Fact]
    public Task UnresolvedGlobalUsing_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<PhantomMember>(
        "class C { object M(List<int> l) => l.Aggregat(); }", "global using Vendor.Json;");

    [Fact]
    public Task UnresolvedTypeArgument_DoesNotTrigger() => VerifyAsync("class C { object M(List<Vendor> list) => list.Frst(); }");

    [Fact]
    public Task UnresolvedArgument_DoesNotTrigger() => VerifyAsync("class C { string M(string s) => s.Substring(1, 2, Vendor.Three); }");

    [Fact]
    public Task GeneratedProperty_DoesNotTrigger() => VerifyAsync("""
        partial class View { [ObservableProperty] private string? _name; }
        class C { object? M(View view) => view.Names; }
        """);

    [Fact]
    public Task GeneratedContext_DoesNotTrigger() => VerifyAsync("""
        using System.Text.Json.Serialization;
        [JsonSerializable(typeof(int))] partial class Context : JsonSerializerContext;
        class C { object M() => Context.Defaul; }
        """);

    [Fact]
    public Task CodeBehind_DoesNotTrigger() => VerifyAsync("partial class Window { public Window() { InitializeComponent(); } void InitializeComponents() { } }");

    [Fact]
    public Task OtherConfiguration_DoesNotTrigger() => VerifyAsync("""
        class Order
        {
            public int Total;
        #if LEGACY
            public int Totl;
        #endif
        }
        class C { int M(Order order) => order.Totl; }
        """);

    [Fact]
    public Task Dynamic_DoesNotTrigger() => VerifyAsync("class C { object M(dynamic d) => d.length; int Broken => ; }");

    [Fact]
    public Task Inaccessible_DoesNotTrigger() => VerifyAsync("class A { private int Total; } class C { int M(A a) => a.Total; }");

    [Fact]
    public Task WrongTypeOfArgument_DoesNotTrigger() => VerifyAsync("class C { string M(string s) => s.Substring(\"1\"); }");

    [Fact]
    public Task UnknownNameThatResemblesNothing_DoesNotTrigger() => VerifyAsync("class C { object M() => Frobnicator.Run(); }");

    [Fact]
    public Task MemberOfANamesake_DoesNotTrigger() => VerifyAsync("using Xunit;\nclass C { void M() => Assert.AreEqual(1, 1); }");

    [Fact]
    public Task PluralOfAType_DoesNotTrigger() => VerifyAsync("class Locations; class C { object? M(Location? one) => one; }");

    [Fact]
    public Task AnotherError_DoesNotTrigger() => VerifyAsync("class C { int M() => \"text\"; void N() { int x = 1 } }");

    [Fact]
    public Task HalfWritten_DoesNotTrigger() => VerifyAsync("class C { void M(string s) { s. } }");

    private static Task VerifyAsync(string markup) => RuleTest.VerifyBrokenAsync<PhantomMember>(markup);

    private static async Task VerifySaysAsync(string markup, string says) =>
        Assert.Contains(says, Assert.Single(await RuleTest.VerifyBrokenAsync<PhantomMember>(markup)).GetMessage(), StringComparison.Ordinal);

    private static async Task<IEnumerable<string>> NamesAsync(string code, params (string, string)[] options)
    {
        var compilation = TestCompilation.Of(code);
        Assert.NotEmpty(TestCompilation.Errors(compilation));
        var found = await TestCompilation.AnalyzeAsync(compilation, GlobalOptions.Of(options), new PhantomMember());
        return found.Select(d => d.Location.SourceTree!.ToString()[d.Location.SourceSpan.Start..d.Location.SourceSpan.End]);
    }
}
