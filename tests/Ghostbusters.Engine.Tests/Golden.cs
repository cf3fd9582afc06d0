using Ghostbusters.Testing;

namespace Ghostbusters.Engine.Tests;

/// <summary>Files that hold what an output must be, byte for byte. GHOSTBUSTERS_ACCEPT=1 rewrites them: then read the diff.</summary>
internal static class Golden
{
    /// <summary>Compares with <c>Reports/golden/{name}</c>.</summary>
    public static void Verify(string name, byte[] actual)
    {
        var path = Repository.PathOf($"tests/Ghostbusters.Engine.Tests/Reports/golden/{name}");
        if (Environment.GetEnvironmentVariable("GHOSTBUSTERS_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing. Run the test once with GHOSTBUSTERS_ACCEPT=1 and read what it wrote.");
        // As text, because a difference shows best there; the encodings are UTF-8, so equal text is equal bytes.
        Assert.Equal(File.ReadAllText(path), System.Text.Encoding.UTF8.GetString(actual));
    }
}
