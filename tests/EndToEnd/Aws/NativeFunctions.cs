namespace Ghostbusters.EndToEnd.Aws;

/// <summary>The context's native executable as `./build.sh --target=Bootstrap` makes it, and what is packed beside it.</summary>
internal static class NativeFunctions
{
    private const string Folder = "artifacts/publish/analysis";

    public static string Executable => PathOf("bootstrap");

    public static string AmazonRoots => PathOf("certs/amazon.pem");

    public static string NoRoots => PathOf("certs/none");

    private static string PathOf(string name)
    {
        var path = Repository.PathOf(Path.Combine(Folder, name));
        return Path.Exists(path) ? path : throw new InvalidOperationException($"{Path.Combine(Folder, name)} is missing. Run: ./build.sh --target=Bootstrap");
    }
}
