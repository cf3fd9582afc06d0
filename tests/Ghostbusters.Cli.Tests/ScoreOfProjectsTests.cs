using System.Globalization;
using System.Text.RegularExpressions;

namespace Ghostbusters.Cli.Tests;

/// <summary>The score of whole projects: its order is that of trust, and the output shows what it is made of. docs/score.md has the same four.</summary>
public partial class ScoreOfProjectsTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
        """;

    private const string Money = """
        namespace Honest;

        /// <summary>An amount in one currency.</summary>
        public readonly record struct Money(decimal Amount, string Currency)
        {
            /// <summary>The sum of two amounts.</summary>
            /// <exception cref="InvalidOperationException">They have different currencies.</exception>
            public static Money operator +(Money a, Money b) => a.Currency == b.Currency
                ? a with { Amount = a.Amount + b.Amount } : throw new InvalidOperationException($"{a.Currency} and {b.Currency} have no sum.");
        }
        """;

    private const string Ledger = """
        namespace Honest;

        /// <summary>Amounts, in the order in which they came.</summary>
        public sealed class Ledger
        {
            private readonly List<Money> _entries = [];

            /// <summary>Adds an amount.</summary>
            public void Add(Money amount) => _entries.Add(amount);

            /// <summary>The sum of the amounts in a currency.</summary>
            public Money Balance(string currency) => _entries.Where(e => e.Currency == currency).Aggregate(new Money(0, currency), (sum, e) => sum + e);
        }
        """;

    private const string MoreStubs = """
        namespace Stubs;

        public sealed class Shipping
        {
            /// <summary>Calculates the postage of a parcel.</summary>
            public decimal CalculatePostage(decimal weight, string country) => 4.90m;

            /// <summary>Verifies an address.</summary>
            public bool VerifyAddress(string address) => true;

            /// <summary>Finds the parcels of a customer.</summary>
            public IReadOnlyList<string> FindParcels(string customer) => [];

            /// <summary>Computes when a parcel arrives.</summary>
            public int ComputeDaysUntilArrival(string parcel) => 3;

            public async Task PublishLabelAsync(string parcel)
            {
                // For now we only pretend.
                await Task.Delay(TimeSpan.FromSeconds(1));
            }

            /// <summary>Reads the tracking number of a label.</summary>
            public string ReadTrackingNumber(byte[] label) => throw new NotImplementedException();

            /// <summary>Measures how loaded the warehouse is.</summary>
            public double MeasureLoad(string warehouse) => Random.Shared.NextDouble();
        }
        """;

    private const string Stubs = """
        namespace Stubs;

        public sealed class Billing
        {
            /// <summary>Calculates the tax of an order.</summary>
            public decimal CalculateTax(decimal net, string country) => 0m;

            /// <summary>Sends an invoice.</summary>
            public async Task<bool> SendInvoiceAsync(string customer, decimal amount)
            {
                // TODO: implement the actual logic here
                await Task.Delay(500);
                return true;
            }

            /// <summary>Validates a card number.</summary>
            public bool ValidateCard(string number) => true;

            /// <summary>Loads an order.</summary>
            public string LoadOrder(int id) => throw new NotImplementedException();

            /// <summary>Computes how likely a fraud is.</summary>
            public double ComputeFraudScore(string customer) => 0.97;

            public bool IsHealthy() => true;

            public void Save(string path, string text)
            {
                try
                {
                    File.WriteAllText(path, text);
                }
                catch (Exception)
                {
                }
            }
        }
        """;

    [Fact]
    public async Task TheOrderIsThatOfTrust()
    {
        var honest = await ScoreAsync(("Honest.csproj", Project), ("Money.cs", Money), ("Ledger.cs", Ledger));
        var shop = await ScoreAsync(Sample());
        var stubs = await ScoreAsync(("Stubs.csproj", Project), ("Billing.cs", Stubs), ("Shipping.cs", MoreStubs));

        Assert.Equal(1.0, honest);
        Assert.True(shop < honest, $"The sample has {shop}.");
        Assert.True(stubs < shop, $"The stubs have {stubs}, the sample {shop}.");
    }

    [Fact]
    public async Task AnEmptyFolder_HasNoScore_AndSaysSo()
    {
        using var run = new CliRun();
        var result = await run.InvokeAsync("analyze", "--no-cache");
        Assert.Equal(ExitCodes.NothingToAnalyse, result.ExitCode);
        Assert.Contains("score     none: there was nothing to analyse", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("made of", result.Output, StringComparison.Ordinal);
    }

    private static string Sample()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "samples")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "samples", "Shop");
    }

    private static async Task<double> ScoreAsync(params (string, string)[] files)
    {
        using var run = new CliRun([.. files, (".editorconfig", "root = true\n")]);
        return await ScoreAsync(run.Folder);
    }

    // The number that is shown is the product of the parts that are shown beside it.
    private static async Task<double> ScoreAsync(string folder)
    {
        using var run = new CliRun();
        var text = (await run.InvokeAsync("analyze", folder, "--no-cache")).Output;
        var shown = Shown().Match(text);
        Assert.True(shown.Success, text);
        var product = Part().Matches(MadeOf().Match(text).Value).Select(static m => double.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Aggregate(1.0, static (a, b) => a * b);
        var score = double.Parse(shown.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        Assert.InRange(product * 100, score - 0.1, score + 1.1);
        return product;
    }

    [GeneratedRegex(@"^  score     (?:at most )?(\d+) of 100", RegexOptions.Multiline)]
    private static partial Regex Shown();

    [GeneratedRegex(@"^  made of   .*$", RegexOptions.Multiline)]
    private static partial Regex MadeOf();

    [GeneratedRegex(@"(\d+(?:\.\d+)?) \(")]
    private static partial Regex Part();
}
