using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Host.Functions;
using Ghostbusters.Functions.Host.Http;

namespace Ghostbusters.Functions.Host.Tests.Routes;

public class RouteTableTests
{
    [Theory]
    [InlineData("/a/{id}", "/a/1", "id=1")]
    [InlineData("/a/{id}", "/a/1/", "id=1")]
    [InlineData("/a/{id}", "/a/b%2Fc", "id=b/c")]
    [InlineData("/a/{rest+}", "/a/b/c%20d", "rest=b/c d")]
    [InlineData("/a/{id}/c", "/a/b/c", "id=b")]
    [InlineData("/", "/", "")]
    [InlineData("/a/{id}", "/a", null)]
    [InlineData("/a/{id}", "/a//", null)]
    [InlineData("/a/{id}", "/a/b/c", null)]
    [InlineData("/a/{rest+}", "/a", null)]
    [InlineData("/a/b", "/A/b", null)]
    public void ATemplate_MatchesItsPaths(string template, string path, string? expected) =>
        Assert.Equal(expected, new RouteTemplate(template).Match(path) is { } values ? string.Join(',', values.Select(static v => $"{v.Key}={v.Value}")) : null);

    [Fact]
    public void ALiteral_WinsOverAParameter_AndThatOverTheRest()
    {
        var table = RouteTable.Of([Of(nameof(Rest)), Of(nameof(ById)), Of(nameof(Literal))]);
        Assert.Equal("Literal", table.Find("GET", "/x/one").Route!.Function.Method.Name);
        Assert.Equal("ById", table.Find("GET", "/x/two").Route!.Function.Method.Name);
        Assert.Equal("Rest", table.Find("GET", "/x/two/three").Route!.Function.Method.Name);
    }

    [Fact]
    public void AnotherVerb_IsToldApart_FromAnotherPath()
    {
        var table = RouteTable.Of([Of(nameof(Literal)), Of(nameof(Put))]);
        Assert.Equal(["GET", "PUT"], table.Find("DELETE", "/x/one").OtherVerbs);
        Assert.Empty(table.Find("DELETE", "/y").OtherVerbs);
    }

    [Theory]
    [InlineData(nameof(Unguarded), "neither")]
    [InlineData(nameof(Both), "both")]
    public void ARouteThatSaysNotWhoMay_IsRefused(string method, string word)
    {
        var refusal = Assert.Throws<HostRefusal>(() => RouteTable.Of([Of(method)]));
        Assert.Contains($"RouteTableTests.{method} carries {word}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoFunctionsOfOneRoute_AreRefused_WhateverTheirParametersAreCalled()
    {
        var refusal = Assert.Throws<HostRefusal>(() => RouteTable.Of([Of(nameof(ById)), Of(nameof(ByName))]));
        Assert.Contains("ById", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ByName", refusal.Message, StringComparison.Ordinal);
    }

    // Without [LambdaFunction], so that no host finds them.
    [RestApi(LambdaHttpMethod.Get, "/x/one")]
    [Anonymous("A test.")]
    internal static void Literal()
    {
    }

    [RestApi(LambdaHttpMethod.Put, "/x/one")]
    [Anonymous("A test.")]
    internal static void Put()
    {
    }

    [RestApi(LambdaHttpMethod.Get, "/x/{id}")]
    [RequiresScope("x")]
    internal static void ById()
    {
    }

    [RestApi(LambdaHttpMethod.Get, "/x/{name}")]
    [RequiresScope("x")]
    internal static void ByName()
    {
    }

    [RestApi(LambdaHttpMethod.Get, "/x/{rest+}")]
    [RequiresScope("x")]
    internal static void Rest()
    {
    }

    [RestApi(LambdaHttpMethod.Get, "/x")]
    internal static void Unguarded()
    {
    }

    [RestApi(LambdaHttpMethod.Get, "/x")]
    [RequiresScope("x")]
    [Anonymous("A test.")]
    internal static void Both()
    {
    }

    private static AnnotatedFunction Of(string name) =>
        new(typeof(RouteTableTests).GetMethod(name, System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!, new LambdaFunctionAttribute());
}
