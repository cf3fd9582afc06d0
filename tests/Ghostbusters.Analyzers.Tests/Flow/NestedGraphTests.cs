using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Tests.Flow;

public class NestedGraphTests
{
    [Theory]
    [InlineData("try { Action a = () => Console.WriteLine(1); a(); } catch (Exception) { Console.WriteLine(2); }")]
    [InlineData("try { Action a = () => throw new InvalidOperationException(); a(); } finally { Console.WriteLine(2); }")]
    [InlineData("try { Console.WriteLine(0); } catch (Exception) when (new Func<bool>(() => int.Parse(\"1\") == 1)()) { }")]
    [InlineData("try { Console.WriteLine(0); } finally { Action a = () => { try { Console.WriteLine(1); } finally { Console.WriteLine(2); } }; a(); }")]
    public void WhatALambdaThrows_LeavesTheLambda_NotIntoTheTryAroundIt(string body)
    {
        var compilation = TestCompilation.Of($$"""class C { void M() { {{body}} } }""");
        var tree = compilation.SyntaxTrees.Last();
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        var graph = FlowGraph.Of(method, compilation.GetSemanticModel(tree), CancellationToken.None)!;
        var lambda = Assert.Single(graph.Nested(CancellationToken.None));
        Assert.Contains(
            Enumerable.Range(0, lambda.Blocks.Length).SelectMany(block => lambda.Successors(block)),
            edge => edge.To == lambda.ExceptionalExit);
    }
}
