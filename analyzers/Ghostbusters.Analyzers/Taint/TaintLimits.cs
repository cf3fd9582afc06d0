using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint;

/// <summary>What an analysis may cost, in operations: counted and not timed, so that every run gives the same.</summary>
/// <param name="OfAnEntryPoint">From one entry point where data comes in from another machine: such flows break a build.</param>
/// <param name="OfALocalOne">From one where only whoever runs the program, or calls it, writes the data: such flows are notes.</param>
/// <param name="BeforeData">From one into which no data has come by then: most of those never meet any.</param>
/// <param name="InAll">From all of them.</param>
internal sealed record TaintLimits(int OfAnEntryPoint, int OfALocalOne, int BeforeData, int InAll)
{
    private const int AtLeast = 1_000_000;
    private const int PerLine = 5;

    /// <summary>While somebody types: about a tenth of a second.</summary>
    public static TaintLimits Live { get; } = new(2_000, 600, 600, 20_000);

    /// <summary>For a compilation: what it costs grows with its lines.</summary>
    public static TaintLimits Of(Compilation compilation) => new(4_000, 600, 600, AtLeast + (PerLine * compilation.SyntaxTrees.Sum(static t => t.GetText().Lines.Count)));
}
