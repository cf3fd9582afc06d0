namespace Ghostbusters.Testing;

/// <summary>
/// A file of the repository that is computed from the code: the test fails where it differs, and
/// <c>GHOSTBUSTERS_ACCEPT=1</c> writes it anew.
/// </summary>
public static class PublishedFile
{
    /// <summary>Whether what is computed is written instead of compared.</summary>
    public static bool IsAccepting => Environment.GetEnvironmentVariable("GHOSTBUSTERS_ACCEPT") == "1";

    /// <summary>Fails unless the file holds exactly this text; writes it under the accept switch.</summary>
    /// <param name="path">Relative to the repository.</param>
    /// <param name="expected">The whole text.</param>
    /// <exception cref="PublishedFileException">It differs; the message holds the first difference and the command that accepts it.</exception>
    public static void Verify(string path, string expected)
    {
        var file = Repository.PathOf(path);
        var actual = File.Exists(file) ? File.ReadAllText(file) : "";
        if (actual == expected)
            return;
        if (!IsAccepting)
            throw new PublishedFileException(path, FirstDifference(actual, expected));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, expected);
    }

    private static string FirstDifference(string actual, string expected)
    {
        var published = actual.Split('\n');
        var computed = expected.Split('\n');
        var line = published.Zip(computed).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"line {line + 1}\n  published: {At(published, line)}\n  computed:  {At(computed, line)}";
    }

    private static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(nothing)";
}

/// <summary>A published file is not what the code says it should be.</summary>
public sealed class PublishedFileException(string path, string difference) : Exception(
    $"{path} differs from what was computed, first on {difference}\n"
    + "If the change is meant, run the test that says this with GHOSTBUSTERS_ACCEPT=1 and read the diff.");
