using System.Collections.Immutable;
using Ghostbusters.Analyzers.Rules;

namespace Ghostbusters.Analyzers.Tests.Corpus;

/// <summary>How all rules did on the whole corpus.</summary>
/// <param name="Rules">One per catalogued rule, in the order of the ids.</param>
/// <param name="WrongCompilations">Files that do not compile although they must, or do although they must not.</param>
public sealed record CorpusMeasurement(ImmutableArray<RuleMeasurement> Rules, ImmutableArray<string> WrongCompilations)
{
    private static readonly Lazy<Task<CorpusMeasurement>> Measured = new(static () => OfAsync(CorpusFile.ReadAll()));

    /// <summary>The measurement of tests/Corpus; made once a test run.</summary>
    public static Task<CorpusMeasurement> OfRepositoryAsync() => Measured.Value;

    /// <summary>Runs every rule over every file.</summary>
    public static async Task<CorpusMeasurement> OfAsync(ImmutableArray<CorpusFile> files)
    {
        var wrong = ImmutableArray.CreateBuilder<string>();
        var found = new HashSet<CorpusLine>();
        foreach (var file in files)
        {
            var compilation = TestCompilation.Of(file.Code);
            var errors = TestCompilation.Errors(compilation);
            if (errors.IsEmpty == file.IsBroken)
                wrong.Add($"{file.Path}: {(file.IsBroken ? "says that it is broken, and compiles" : errors[0])}");
            foreach (var finding in await TestCompilation.AnalyzeAsync(compilation, RuleCatalog.CreateRules()))
            {
                // What the code silences is shown to nobody as a finding.
                if (!finding.IsSuppressed)
                    found.Add(new CorpusLine(finding.Id, file.Path, finding.Location.GetLineSpan().StartLinePosition.Line + 1));
            }
        }

        return new CorpusMeasurement([.. RuleCatalog.Descriptors.Select(rule => Measure(rule.Id, files, found))], wrong.ToImmutable());
    }

    private static RuleMeasurement Measure(string rule, ImmutableArray<CorpusFile> files, HashSet<CorpusLine> found)
    {
        var texts = files.ToDictionary(static f => f.Path, StringComparer.Ordinal);
        var labels = files.SelectMany(f => f.Labels.Where(l => l.Rule == rule).Select(l => (l.IsTrue, At: new CorpusLine(rule, f.Path, l.Line)))).ToList();
        var right = labels.Where(static l => l.IsTrue).Select(static l => l.At).ToHashSet();
        var reported = found.Where(line => line.Rule == rule).ToHashSet();
        return new RuleMeasurement(rule, right.Count, labels.Count - right.Count, right.Count(reported.Contains))
        {
            Misses = Describe(right.Except(reported)),
            FalseAlarms = Describe(reported.Except(right)),
        };

        ImmutableArray<string> Describe(IEnumerable<CorpusLine> lines) =>
        [
            .. lines.OrderBy(static l => l.Path, StringComparer.Ordinal).ThenBy(static l => l.Line)
                .Select(l => $"{l.Path}\t{texts[l.Path].LineText(l.Line)}"),
        ];
    }

    private sealed record CorpusLine(string Rule, string Path, int Line);
}

/// <summary>How one rule did.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="True">Lines labelled true.</param>
/// <param name="Near">Lines labelled near.</param>
/// <param name="TruePositives">Lines labelled true with a finding.</param>
public sealed record RuleMeasurement(string Rule, int True, int Near, int TruePositives)
{
    /// <summary>Lines labelled true without a finding: file, tab, line.</summary>
    public ImmutableArray<string> Misses { get; init; } = [];

    /// <summary>Lines with a finding and without its true label, in any rule's folder: file, tab, line.</summary>
    public ImmutableArray<string> FalseAlarms { get; init; } = [];

    /// <summary>The share of findings that are right; null where there is no finding.</summary>
    public double? Precision => Share(TruePositives, TruePositives + FalseAlarms.Length);

    /// <summary>The share of true cases that are found; null where there is no case.</summary>
    public double? Recall => Share(TruePositives, True);

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
