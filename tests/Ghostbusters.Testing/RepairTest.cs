using Ghostbusters.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Testing;

/// <summary>
/// Holds a repair to what is promised of every repair: the result compiles, the finding is gone, no other has come, and
/// the text is what the test says.
/// </summary>
public static class RepairTest
{
    /// <summary>Mends the first finding of the rule until none can be mended, and compares with the expected text.</summary>
    public static async Task VerifyAsync<TRule, TRepair>(string before, string after)
        where TRule : DiagnosticAnalyzer, new()
        where TRepair : IRepair, new()
    {
        var code = before;
        for (var round = 0; await MendFirstAsync<TRule, TRepair>(code) is { } mended; round++)
        {
            if (round > 50)
                throw new RuleTestException("The repair does not come to an end.");
            code = mended;
        }

        if (code != after)
            throw new RuleTestException($"Expected:\n{after}\n\nActual:\n{code}");
    }

    /// <summary>Fails unless the repair leaves this code alone, although the rule reports it.</summary>
    public static async Task VerifyNotOfferedAsync<TRule, TRepair>(string code)
        where TRule : DiagnosticAnalyzer, new()
        where TRepair : IRepair, new()
    {
        if ((await TestCompilation.AnalyzeAsync(Compile(code), new TRule())).IsEmpty)
            throw new RuleTestException("The rule reports nothing here, so the test proves nothing.");
        if (await MendFirstAsync<TRule, TRepair>(code) is { } mended)
            throw new RuleTestException($"A repair was offered:\n{mended}");
    }

    private static async Task<string?> MendFirstAsync<TRule, TRepair>(string code)
        where TRule : DiagnosticAnalyzer, new()
        where TRepair : IRepair, new()
    {
        var compilation = Compile(code);
        var tree = compilation.SyntaxTrees.Single(static t => t.FilePath == "File0.cs");
        var found = await TestCompilation.AnalyzeAsync(compilation, new TRule());
        foreach (var finding in found)
        {
            var context = new RepairContext(compilation.GetSemanticModel(tree), await tree.GetRootAsync(), finding, CancellationToken.None);
            var changes = new TRepair().ChangesFor(context);
            if (changes.IsEmpty)
                continue;
            var mended = (await tree.GetTextAsync()).WithChanges(changes).ToString();
            var left = await TestCompilation.AnalyzeAsync(Compile(mended), new TRule());
            if (left.Length != found.Length - 1)
                throw new RuleTestException($"{found.Length} findings before, {left.Length} after one repair:\n{mended}\n{string.Join("\n", left)}");
            return mended;
        }

        return null;
    }

    private static CSharpCompilation Compile(string code)
    {
        var compilation = TestCompilation.Of(code);
        var errors = TestCompilation.Errors(compilation);
        return errors.IsEmpty ? compilation : throw new RuleTestException($"Does not compile:\n{string.Join("\n", errors)}\n{code}");
    }
}
