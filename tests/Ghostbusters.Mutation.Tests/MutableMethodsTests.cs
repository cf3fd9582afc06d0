using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ghostbusters.Mutation.Tests;

public class MutableMethodsTests
{
    [Theory]
    [InlineData("void M() { X++; }", "return;")]
    [InlineData("bool M() { X++; return X > 1; }", "return false;|return true;")]
    [InlineData("string M() => X.ToString();", "return \"\";|return \"A\";")]
    [InlineData("decimal M() => X + 1;", "return 0;|return 1;")]
    [InlineData("DateTime M() => new(X);", "return default;")]
    [InlineData("int[] M() => [X];", "return global::System.Array.Empty<int>();")]
    [InlineData("IReadOnlyList<string?> M() => [X.ToString()];", "return new global::System.Collections.Generic.List<string?>();")]
    [InlineData("Task M() => Task.Delay(X);", "return global::System.Threading.Tasks.Task.CompletedTask;")]
    [InlineData("ValueTask M() => new(Task.Delay(X));", "return default;")]
    [InlineData("async Task M() => await Task.Delay(X);", "return;")]
    [InlineData("async Task<bool> M() { await Task.Yield(); return X > 1; }", "return false;|return true;")]
    [InlineData("Task<string?> M() => Task.FromResult<string?>(X.ToString());", "return global::System.Threading.Tasks.Task.FromResult<string?>(\"\");|return global::System.Threading.Tasks.Task.FromResult<string?>(\"A\");")]
    [InlineData("ValueTask<int> M() => new(X + 1);", "return new global::System.Threading.Tasks.ValueTask<int>(result: 0);|return new global::System.Threading.Tasks.ValueTask<int>(result: 1);")]
    [InlineData("ValueTask<string?> M() => new(X + \"\");", "return new global::System.Threading.Tasks.ValueTask<string?>(result: \"\");|return new global::System.Threading.Tasks.ValueTask<string?>(result: \"A\");")]
    [InlineData("IEnumerable<int> M() { yield return X; }", "yield break;")]
    [InlineData("async IAsyncEnumerable<int> M() { await Task.Yield(); yield return X; }", "yield break;")]
    [InlineData("T M<T>(T value) { X++; return value; }", "return default;")]
    [InlineData("bool M(out int @class, out string? b) { @class = X; b = null; return true; }", "return false;|return true;")]
    [InlineData("Span<int> M() => new int[X];", "return default;")]
    public void ABody_GivesWayToWhatItsTypeAllows(string method, string replacements)
    {
        var found = Assert.Single(Of(Class(method)));
        Assert.Equal(replacements.Split('|'), found.Replacements);
        Assert.Empty(ErrorsWithMutants(Class(method)));
    }

    [Theory]
    [InlineData("void M() { }")]
    [InlineData("void M() { return; }")]
    [InlineData("int M() => 1;")]
    [InlineData("int M() => X;")]
    [InlineData("int M() => this.X;")]
    [InlineData("int M(int a) { return a; }")]
    [InlineData("int M() => throw new InvalidOperationException();")]
    [InlineData("void M() { throw new NotSupportedException(); }")]
    [InlineData("public override string ToString() => X + \"!\";")]
    [InlineData("ref int M() => ref _x;")]
    [InlineData("[System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage] void M() { X++; }")]
    [InlineData("static extern int M();")]
    public void WhatIsNotWorthIt_IsLeftAlone(string method) => Assert.Empty(Of(Class(method)));

    [Fact]
    public void Mutants_AreNumberedOn()
    {
        var methods = Of(Class("bool A() => X > 1; void B() { X++; } int C() => X + 1;"), firstId: 7);
        Assert.Equal([7, 9, 10], methods.Select(static m => m.Id));
    }

    [Fact]
    public void LinesKeepTheirNumbers()
    {
        var code = Class("\nint A()\n    =>\n    X\n    + 1;\n\nvoid B()\n{\n    X++;\n}\n");
        Assert.Equal(code.Count(static c => c == '\n'), WithMutants(code).Count(static c => c == '\n'));
    }

    /// <summary>The corpus has every shape of method that the rules' authors thought of.</summary>
    [Fact]
    public void TheWholeCorpus_CompilesWithItsMutants()
    {
        var methods = 0;
        foreach (var file in CorpusFile.ReadAll().Where(static f => !f.IsBroken))
        {
            methods += Of(file.Code).Count();
            Assert.True(ErrorsWithMutants(file.Code) is [], $"{file.Path}: {string.Join('\n', ErrorsWithMutants(file.Code))}");
        }

        Assert.True(methods > 400, $"Only {methods} methods were tried.");
    }

    private static string Class(string members) => $"public abstract class C {{ private int _x; public int X {{ get => _x; set => _x = value; }} {members} }}";

    private static IEnumerable<MutableMethod> Of(string code, int firstId = 0) => Of(TestCompilation.Of(code), firstId);

    private static IEnumerable<MutableMethod> Of(Compilation compilation, int firstId = 0) =>
        MutableMethods.In(compilation, static path => !path.EndsWith(".g.cs", StringComparison.Ordinal), firstId, CancellationToken.None);

    private static string WithMutants(string code) =>
        WithMutants(TestCompilation.Of(code)).SyntaxTrees.Single(static t => t.FilePath == "File0.cs").ToString();

    private static Compilation WithMutants(Compilation compilation)
    {
        foreach (var file in Of(compilation).ToLookup(static m => m.Place.SourceTree!, static m => m.Changes))
        {
            var changes = file.SelectMany(static c => c).OrderBy(static c => c.Span.Start);
            compilation = compilation.ReplaceSyntaxTree(file.Key, file.Key.WithChangedText(file.Key.GetText().WithChanges(changes)));
        }

        return compilation;
    }

    private static System.Collections.Immutable.ImmutableArray<string> ErrorsWithMutants(string code)
    {
        using var probe = new StreamReader(typeof(MutationAnalysis).Assembly.GetManifestResourceStream("probe.cs")!, Encoding.UTF8);
        var mutated = WithMutants(TestCompilation.Of(code));
        return TestCompilation.Errors(mutated.AddSyntaxTrees(CSharpSyntaxTree.ParseText(probe.ReadToEnd(), (CSharpParseOptions)mutated.SyntaxTrees.First().Options)));
    }
}
