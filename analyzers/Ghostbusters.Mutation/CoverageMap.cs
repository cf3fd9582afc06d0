using System.Globalization;

namespace Ghostbusters.Mutation;

/// <summary>Which tests run which methods.</summary>
internal sealed class CoverageMap
{
    private const string Any = "*";

    private readonly Dictionary<(int Method, int TestProject), HashSet<string>> _tests = [];

    /// <summary>Adds what the probes wrote while one test project ran.</summary>
    /// <param name="folder">Where they wrote; its files are taken away.</param>
    /// <param name="testProject">The project's number.</param>
    public void Add(string folder, int testProject)
    {
        foreach (var file in Directory.GetFiles(folder, "*.tsv"))
        {
            foreach (var line in File.ReadLines(file))
            {
                // A process that was ended may have left half a line.
                if (line.Split('\t') is not [var number, { Length: > 0 } test] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var method))
                    continue;
                if (!_tests.TryGetValue((method, testProject), out var tests))
                    _tests.Add((method, testProject), tests = new HashSet<string>(StringComparer.Ordinal));
                tests.Add(test);
            }

            File.Delete(file);
        }
    }

    /// <summary>Whether a test runs the method.</summary>
    public bool Covers(int method) => _tests.Keys.Any(k => k.Method == method);

    /// <summary>The test projects that run the method, in their order.</summary>
    public IEnumerable<int> ProjectsOf(int method) => _tests.Keys.Where(k => k.Method == method).Select(static k => k.TestProject).Order();

    /// <summary>The tests that run the method in one project, in order; null where they cannot be told, so that all have to run.</summary>
    public ImmutableArray<string>? TestsOf(int method, int testProject)
    {
        var tests = _tests[(method, testProject)];
        return tests.Contains(Any) ? null : [.. tests.Order(StringComparer.Ordinal)];
    }
}
