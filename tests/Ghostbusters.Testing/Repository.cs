namespace Ghostbusters.Testing;

/// <summary>The checked-out repository that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its root: the folder above the test assembly that holds <c>Functions.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>The absolute path of a file or folder of the repository.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Functions.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Functions.sln: run the tests from the repository's build output.");
    }
}
