using Amazon.Lambda.Annotations;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Catalogue.Routes;

namespace Ghostbusters.Functions.Catalogue.Tests;

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
        var table = RouteTable.Of((HttpRoute[])[Of(nameof(Rest)), Of(nameof(ById)), Of(nameof(Literal))]);
        Assert.Equal("Literal", table.Find("GET", "/x/one").Route!.Function.Method.Name);
        Assert.Equal("ById", table.Find("GET", "/x/two").Route!.Function.Method.Name);
        Assert.Equal("Rest", table.Find("GET", "/x/two/three").Route!.Function.Method.Name);
    }

    [Fact]
    public void AnotherVerb_IsToldApart_FromAnotherPath()
    {
        var table = RouteTable.Of((HttpRoute[])[Of(nameof(Literal)), Of(nameof(Put))]);
        Assert.Equal(["GET", "PUT"], table.Find("DELETE", "/x/one").OtherVerbs);
        Assert.Empty(table.Find("DELETE", "/y").OtherVerbs);
    }

    [Theory]
    [InlineData(nameof(Unguarded), "neither")]
    [InlineData(nameof(Both), "both")]
    public void ARouteThatSaysNotWhoMay_IsRefused(string method, string word)
    {
        var refusal = Assert.Throws<CatalogueException>(() => RouteTable.Of((HttpRoute[])[Of(method)]));
        Assert.Contains($"RouteTableTests.{method} carries {word}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoFunctionsOfOneRoute_AreRefused_WhateverTheirParametersAreCalled()
    {
        var refusal = Assert.Throws<CatalogueException>(() => RouteTable.Of((HttpRoute[])[Of(nameof(ById)), Of(nameof(ByName))]));
        Assert.Contains("ById", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ByName", refusal.Message, StringComparison.Ordinal);
    }

    [Anonymous("A test.")]
    internal static void Literal()
    {
    }

    [Anonymous("A test.")]
    internal static void Put()
    {
    }

    [RequiresScope("x")]
    internal static void ById()
    {
    }

    [RequiresScope("x")]
    internal static void ByName()
    {
    }

    [RequiresScope("x")]
    internal static void Rest()
    {
    }

    internal static void Unguarded()
    {
    }

    [RequiresScope("x")]
    [Anonymous("A test.")]
    internal static void Both()
    {
    }

    private static HttpRoute Of(string name)
    {
        var (verb, template) = RouteOf(name);
        var method = typeof(RouteTableTests).GetMethod(name, System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;
        return new HttpRoute(verb, new RouteTemplate(template), new AnnotatedFunction(method, new LambdaFunctionAttribute()));
    }

    private static (string Verb, string Template) RouteOf(string name) => name switch
    {
        nameof(Literal) => ("GET", "/x/one"),
        nameof(Put) => ("PUT", "/x/one"),
        nameof(ById) => ("GET", "/x/{id}"),
        nameof(ByName) => ("GET", "/x/{name}"),
        nameof(Rest) => ("GET", "/x/{rest+}"),
        nameof(Unguarded) => ("GET", "/x"),
        nameof(Both) => ("GET", "/x"),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
