using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Tests.Symbols;

public class ApiNamesTests
{
    private static readonly ApiTable<string> Table = new()
    {
        { "System.Web.HttpCookie.Secure", "property" }, { "System.Web.HttpCookie.#ctor", "creation" }, { "System.Web.Guards.Check", "static call" },
        { "Shop.Web.CartExtensions.UseCart!", "extension" }, { "Shop.Web.CartOptions.IsOpen!", "unmistakable" }, { "Shop.Web.CartOptions.Name", "mistakable" }, { "Shop.Web.CartAttribute.#ctor", "attribute" },
        { "System.IO.Path.GetTempPath", "bound" }, { "System.IO.Stream.Close", "inherited" },
    };

    [Theory]
    [InlineData("string M() => Path.GetTempPath();", "bound")]
    [InlineData("void M(FileStream f) => f.Close();", "inherited")]
    [InlineData("string M() => System.IO.Path.GetTempPath();", "bound")]
    public void Bound_IsFoundBySymbol(string member, string fact) => Assert.Equal([fact], FactsOf(member));

    [Theory]
    [InlineData("object M() => new HttpCookie();", "creation")]
    [InlineData("object M() => new System.Web.HttpCookie();", "creation")]
    [InlineData("object M() => new Web.HttpCookie();", "creation")]
    [InlineData("void M(HttpCookie c) { c.Secure = false; }", "property")]
    [InlineData("void M() { var c = F(); c.Secure = false; } HttpCookie F() => null!;", "property")]
    [InlineData("void M(HttpCookie? c) { c?.Secure(); }", "property")]
    [InlineData("object M() => Guards.Check(1);", "static call")]
    public void Unbound_IsFoundUnderAnImport(string member, string fact) => Assert.Contains(fact, FactsOf("using System.Web;", member));

    [Theory]
    [InlineData("using Shop.Web;", "void M(IUnknown app) => app.UseCart();", "extension")]
    [InlineData("using Shop.Web.Other;", "void M(IUnknown app) => app.Add(o => o.IsOpen = true);", "unmistakable")]
    [InlineData("using Shop.Web;", "void M(string app) => app.UseCart();", "extension")]
    [InlineData("", "void M(Shop.Web.CartOptions o) { o.With(1).IsOpen(); }", "unmistakable")]
    [InlineData("using Shop.Web;", "[Cart] void M() { }", "attribute")]
    [InlineData("using Shop.Web;", "[CartAttribute] void M() { }", "attribute")]
    [InlineData("using Cookie = System.Web.HttpCookie;", "object M() => new Cookie();", null)]
    public void ReceiverThatIsNotKnown_IsFoundByAnUnmistakableName(string imports, string member, string? fact) =>
        Assert.Equal(fact is null ? [] : [fact], FactsOf(imports, member));

    [Theory]
    [InlineData("using Other;", "object M() => new HttpCookie();")]
    [InlineData("using Other;", "void M(HttpCookie c) { c.Secure = false; }")]
    [InlineData("using System.Web;", "void M(Biscuit c) { c.Secure = false; }")]
    [InlineData("using System.Web;", "object M() => new Other.HttpCookie();")]
    [InlineData("using Other;", "void M(IUnknown app) => app.Add(o => o.IsOpen = true);")]
    [InlineData("using Shop.Web;", "void M(IUnknown app) => app.Add(o => o.Name = \"\");")]
    [InlineData("using System.Web;", "class HttpCookie { public bool Secure; } void M(HttpCookie c) { c.Secure = false; }")]
    [InlineData("using System.Web;", "bool Secure; void M() { Secure = false; }")]
    public void AnotherThingOfThatName_IsNot(string imports, string member) => Assert.Empty(FactsOf(imports, member));

    [Fact]
    public void GlobalUsingOfAnotherFile_Counts() => Assert.Equal(["creation"], FactsOf("", "object M() => new HttpCookie();", "global using System.Web;"));

    [Fact]
    public void AnExcerptWithoutImports_MayMeanAnyLibrary() => Assert.Equal(["creation"], FactsOf("", "object M() => new HttpCookie();"));

    [Fact]
    public void AnExcerptInAProjectOfOtherImports_MeansThose() => Assert.Empty(FactsOf("", "object M() => new HttpCookie();", "global using Other.Library;"));

    [Fact]
    public void EnclosingNamespace_Counts() => Assert.Equal(["creation"], Facts("namespace System.Web.Pages; class C { object M() => new HttpCookie(); }"));

    [Theory]
    [InlineData("Name")]
    [InlineData("Type.Name")]
    public void NameWithoutNamespace_IsRefused(string name) => Assert.Throws<FormatException>(() => ApiName.Parse(name));

    [Fact]
    public void FullName_IsTakenApart() => Assert.Equal(new ApiName("System.Web", "HttpCookie", "#ctor", true), ApiName.Parse("System.Web.HttpCookie.#ctor!"));

    private static List<string> FactsOf(string member) => FactsOf("", member);

    private static List<string> FactsOf(string imports, string member, params string[] more) => Facts($"{imports} class C {{ {member} }}", more);

    private static List<string> Facts(string code, params string[] more)
    {
        var compilation = TestCompilation.Of([code, .. more]);
        var names = new ApiNames(compilation);
        var tree = compilation.SyntaxTrees.Single(static t => t.FilePath == "File0.cs");
        var model = compilation.GetSemanticModel(tree);
        var uses = tree.GetRoot().DescendantNodes().Where(static n => n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AttributeSyntax)
            .Concat(tree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>().Select(static a => a.Left));
        return [.. uses.Select(u => names.Match(u, model, Table, CancellationToken.None)?.Fact).OfType<string>()];
    }
}
