using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Tests.Taint.Models;

public sealed class ParameterSourcesTests
{
    // The first parameter named `it` is asked about.
    [Theory]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.Controller { public void Get(string it) { } }", nameof(SourceKinds.Web))]
    [InlineData("abstract class B : Microsoft.AspNetCore.Mvc.ControllerBase { } class C : B { public void Get(System.Collections.Generic.List<string> it) { } }", nameof(SourceKinds.Web))]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.ControllerBase { public void Get(Microsoft.AspNetCore.Http.IFormFile it) { } }", nameof(SourceKinds.Web))]
    [InlineData("class C : Microsoft.AspNetCore.SignalR.Hub { public void Send(string it) { } }", nameof(SourceKinds.Web))]
    [InlineData("class C { [Microsoft.AspNetCore.Mvc.HttpGet] public void Get(string it) { } }", nameof(SourceKinds.Web))]
    [InlineData("class C { public void Get([Microsoft.AspNetCore.Mvc.FromQuery] string it) { } }", nameof(SourceKinds.Web))]
    [InlineData("class C : ApiController { public void Get(string it) { } }", nameof(SourceKinds.Web))]
    [InlineData("class C { [WebMethod] public void Get(string it) { } }", nameof(SourceKinds.Web))]
    [InlineData("[ServiceContract] interface I { [OperationContract] void Get(string s); } class C : I { public void Get(string it) { } }", nameof(SourceKinds.Web))]
    [InlineData("class C { public string Handle(APIGatewayProxyRequest it, ILambdaContext c) => \"\"; }", nameof(SourceKinds.Web))]
    [InlineData("class C { public string Handle(string it, ILambdaContext c) => \"\"; }", nameof(SourceKinds.Web))]
    [InlineData("class C { public void Handle(SQSEvent it) { } }", nameof(SourceKinds.Queue))]
    [InlineData("class C { static void Main(string[] it) { } }", nameof(SourceKinds.CommandLine))]
    [InlineData("class C { void M() { System.Action<SQSEvent> a = (SQSEvent it) => { }; } }", nameof(SourceKinds.Queue))]
    public void InputIsKnown(string code, string kinds) => Assert.Equal(kinds, TaintModels.BuiltIn.SourceOfParameter(It(code)).ToString());

    [Theory]
    [InlineData("class C { public void Get(string it) { } }")]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.Controller { void Get(string it) { } }")]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.Controller { protected void Get(string it) { } }")]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.Controller { public C(string it) { } }")]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.Controller { public static void Get(string it) { } }")]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.Controller { [Microsoft.AspNetCore.Mvc.NonAction] public void Get(string it) { } }")]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.Controller { public void Get(System.Threading.CancellationToken it) { } }")]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.Controller { public void Get([Microsoft.AspNetCore.Mvc.FromServices] string it) { } }")]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.Controller { public void Get(Microsoft.Extensions.Logging.ILogger<C> it) { } }")]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.Controller { public void Get(System.IServiceProvider it) { } }")]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.Controller { public void Get(Microsoft.AspNetCore.Http.HttpContext it) { } }")]
    [InlineData("class C { public string Handle(string s, ILambdaContext it) => \"\"; }")]
    [InlineData("namespace Mine { class Controller { } class C : Controller { public void Get(string it) { } } }")]
    [InlineData("class C { static void Main2(string[] it) { } }")]
    [InlineData("class C : Microsoft.AspNetCore.Mvc.Controller { public void Get(out string it) { it = \"\"; } }")]
    public void WhatNobodyOutsideFillsIsNot(string code) => Assert.Equal(SourceKinds.None, TaintModels.BuiltIn.SourceOfParameter(It(code)));

    [Fact]
    public void APropertyThatIsBoundIsInput()
    {
        var compilation = TestCompilation.Of("class C { [Microsoft.AspNetCore.Mvc.BindProperty] public string A { get; set; } = \"\"; public string B { get; set; } = \"\"; }");
        var type = compilation.GetTypeByMetadataName("C")!;
        Assert.Equal(SourceKinds.Web, TaintModels.BuiltIn.Of(MemberTarget.Of(type.GetMembers("A").Single()))?.Source);
        Assert.Null(TaintModels.BuiltIn.Of(MemberTarget.Of(type.GetMembers("B").Single())));
    }

    [Fact]
    public void ARoutesHandlerTakesInput()
    {
        var map = MemberTarget.Unbound("WebApplication", ["Microsoft.AspNetCore.Builder"], "MapGet");
        Assert.Equal(SourceKinds.Web, TaintModels.BuiltIn.SourceOfDelegate(map));
        Assert.Equal(SourceKinds.Web, TaintModels.BuiltIn.SourceOfDelegate(map, It("class C { void M(string it) { } }")));
        Assert.Equal(SourceKinds.None, TaintModels.BuiltIn.SourceOfDelegate(map, It("class C { void M(System.IServiceProvider it) { } }")));
        Assert.Equal(SourceKinds.None, TaintModels.BuiltIn.SourceOfDelegate(MemberTarget.Unbound("WebApplication", ["Microsoft.AspNetCore.Builder"], "UseRouting")));
    }

    private static IParameterSymbol It(string code)
    {
        var compilation = TestCompilation.Of(code);
        var tree = compilation.SyntaxTrees.Last();
        return (IParameterSymbol)compilation.GetSemanticModel(tree).GetDeclaredSymbol(tree.GetRoot().DescendantNodes().OfType<ParameterSyntax>().First(static p => p.Identifier.Text == "it"))!;
    }
}
