namespace Ghostbusters.EndToEnd;

/// <summary>Code for the scratch project: one finding at least of each rule that needs no test framework, and honest code.</summary>
internal static class Scratch
{
    /// <summary>The rules that speak in <see cref="Code"/>.</summary>
    public static readonly string[] Rules = ["GB2001", "GB2003", "GB3001", "GB3003", "GB3006", "GB8205", "GB9001", "GB9002"];

    public const string Code = """
        namespace Scratch;

        public sealed class Gateway(HttpClient http)
        {
            private const string Password = "Tr0ub4dor&3x!";

            public bool IsReady { get; private set; }

            public async Task<bool> SendAsync(string text)
            {
                try
                {
                    using var response = await http.PostAsync("messages", new StringContent(text));
                    response.EnsureSuccessStatusCode();
                    IsReady = true;
                    return true;
                }
                catch (Exception e)
                {
                    Console.Error.WriteLine(e.Message);
                    return true;
                }
            }

            public void Remember(string text)
            {
                File.AppendAllTextAsync("sent.log", text);
                try
                {
                    Console.WriteLine(Password.Length);
                }
                catch (Exception)
                {
                }
            }

            /// <summary>Calculates the price of sending a text.</summary>
            public decimal CalculatePrice(string text, int recipients)
            {
                // In a real implementation this would ask the price service.
                return 0m;
            }

            public string? Read(string path)
            {
        #pragma warning disable GB3003
                try
                {
                    return File.ReadAllText(path);
                }
                catch (IOException)
                {
                }
        #pragma warning restore GB3003
        #pragma warning disable GB3003 // the caller asks again, until 2020-01-01
                try
                {
                    return File.ReadAllText(path + ".old");
                }
                catch (UnauthorizedAccessException)
                {
                }
        #pragma warning restore GB3003
                return null;
            }
        }
        """;

    public const string Honest = """
        namespace Scratch;

        public static class Adder
        {
            public static int Add(int a, int b) => checked(a + b);
        }
        """;
}
