namespace Ghostbusters.Cli.Tests;

/// <summary>Code that the tests analyse.</summary>
internal static class Code
{
    /// <summary>Nothing to find.</summary>
    public const string Honest = """
        namespace Sample;

        public static class Adder
        {
            public static int Add(int a, int b) => a + b;
        }
        """;

    /// <summary>GB3003 on line 11, with a provable repair.</summary>
    public const string EmptyCatch = """
        namespace Sample;

        public static class Reader
        {
            public static void Show(string path)
            {
                try
                {
                    Console.WriteLine(File.ReadAllText(path));
                }
                catch (Exception)
                {
                }
            }
        }
        """;
}
