using System.Collections.Immutable;

namespace Ghostbusters.Infra.Judge;

/// <summary>What the official SDK says of a graph.</summary>
/// <param name="Problems">A line each: resource and input, <c>[check]</c>, what is wrong.</param>
/// <param name="Summary">How much was judged.</param>
public sealed record Verdict(ImmutableArray<string> Problems, string Summary);

/// <summary>
/// Judges recorded graphs with the official npm packages of Pulumi: their declarations, their enums, their classes under their mocks.
/// What is wrong here would be wrong with the .NET package, whose code is generated from the same schema.
/// </summary>
public static class OfficialSdk
{
    /// <summary>Judges graphs in one process, which reads the declarations once.</summary>
    /// <param name="graphs">What <c>ResourceGraph.ToJson</c> writes.</param>
    /// <returns>A verdict a graph, in their order.</returns>
    public static async Task<ImmutableArray<Verdict>> JudgeAsync(params IReadOnlyList<string> graphs)
    {
        var folder = Directory.CreateTempSubdirectory("ghostbusters-judge-");
        try
        {
            var files = graphs.Select((_, i) => Path.Combine(folder.FullName, $"{i}.json")).ToImmutableArray();
            foreach (var (file, graph) in files.Zip(graphs)) await File.WriteAllTextAsync(file, graph);
            var (exitCode, output, error) = await NodeScript.RunAsync("tests/tools/judge.js", [.. files]);
            if (exitCode is not (0 or 1)) throw new InvalidOperationException($"The judge ended with {exitCode}: {error}");
            var verdicts = Verdicts(output).ToImmutableArray();
            if (verdicts.Length != graphs.Count)
                throw new InvalidOperationException($"{graphs.Count} graphs, {verdicts.Length} verdicts: {error}");
            return verdicts;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The lines up to one that starts with <c>=</c> are of one graph.</summary>
    private static IEnumerable<Verdict> Verdicts(IEnumerable<string> lines)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var line in lines)
        {
            if (!line.StartsWith('='))
            {
                problems.Add(line);
                continue;
            }

            yield return new([.. problems], line[2..]);
            problems.Clear();
        }
    }
}
