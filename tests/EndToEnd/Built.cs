namespace Ghostbusters.EndToEnd;

/// <summary>What the build made beside these tests.</summary>
internal static class Built
{
    /// <summary>A file of a project's output, in the configuration that these tests were built in.</summary>
    public static string PathOf(string project, string file) =>
        Repository.PathOf(Path.Combine("artifacts", "bin", project, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), file));
}
