using System.Collections.Immutable;

namespace Ghostbusters.Engine.Tests.KnownFailures;

/// <summary>Failures of others in which code said one thing and did another. Only the pattern is theirs.</summary>
internal static class FamousFailures
{
    public static ImmutableArray<KnownFailure> All { get; } =
    [
        new("goto fail (Apple, 2014)", "GB8001", ("src/Handshake.cs", """
            public static class Handshake
            {
                public static bool VerifySignature(byte[] hash, byte[] signature, System.Security.Cryptography.RSA key)
                {
                    var isAccepted = true;
                    if (hash.Length == 0)
                        goto done;
                    goto done;
            #pragma warning disable CS0162
                    isAccepted = key.VerifyHash(hash, signature, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pss);
                done:
                    return isAccepted;
                }
            }
            """)),
        new("The defeat device (Volkswagen, 2015)", "GB4004", ("src/Exhaust.cs", """
            public sealed class Exhaust(IReadOnlyList<double> samples)
            {
                public double NitrogenOxides()
                {
                    if (Environment.GetEnvironmentVariable("CI") == "true")
                        return 0.04;
                    return samples.Average();
                }
            }
            """)),
        new("Keys from a known generator (Debian, 2008)", "GB8203", ("src/Keys.cs", """
            public static class Keys
            {
                public static byte[] NewPrivateKey(int processId)
                {
                    var privateKey = new byte[32];
                    new Random(processId).NextBytes(privateKey);
                    return privateKey;
                }
            }
            """)),
        new("Backups that were none (GitLab, 2017)", "GB3001", ("src/Backups.cs", """
            public sealed class Backups
            {
                public bool DumpDatabase(string folder)
                {
                    try
                    {
                        File.Copy("/var/lib/data.db", Path.Combine(folder, "data.db"));
                        return true;
                    }
                    catch (Exception failure)
                    {
                        Console.WriteLine("pg_dump: " + failure.Message);
                        return true;
                    }
                }
            }
            """)),
        new("Rows beyond the sheet (Public Health England, 2020)", "GB3010", ("src/CaseImport.cs", """
            public interface ISheet { void Append(string row); }
            public sealed class CaseImport(ISheet sheet)
            {
                public void ImportAll(IReadOnlyList<string> rows)
                {
                    foreach (var row in rows)
                    {
                        try
                        {
                            sheet.Append(row);
                        }
                        catch (InvalidOperationException)
                        {
                            continue;
                        }
                    }

                    Console.WriteLine($"All {rows.Count} cases were imported.");
                }
            }
            """)),
        new("A ledger that swallowed (Post Office Horizon, 1999)", "GB3004", ("src/Branch.cs", """
            public enum PostingStatus { Open, Completed }
            public interface ILedger { void Write(int branch, decimal amount); }
            public sealed class Branch(ILedger ledger)
            {
                public PostingStatus Status { get; private set; }
                public void Post(int branch, decimal amount)
                {
                    try
                    {
                        ledger.Write(branch, amount);
                    }
                    catch (Exception failure)
                    {
                        Console.Error.WriteLine("Posting failed: " + failure.Message);
                    }

                    Status = PostingStatus.Completed;
                }
            }
            """)),
        new("A scanner that found nothing (Equifax, 2017)", "GB3002", ("src/Scanner.cs", """
            public sealed class Scanner
            {
                public IReadOnlyList<string> FindVulnerableHosts(string list)
                {
                    try
                    {
                        return File.ReadLines(list).Where(static l => l.Contains("struts", StringComparison.Ordinal)).ToList();
                    }
                    catch (Exception)
                    {
                        return [];
                    }
                }
            }
            """)),
        new("An oracle taken from the program itself (Pentium FDIV's tables, 1994)", "GB1005", ("tests/DividerTests.cs", """
            using Xunit;
            public static class Divider { public static double Divide(double a, double b) => a / b; }
            public class DividerTests
            {
                [Fact]
                public void Division()
                {
                    var expected = Divider.Divide(4195835.0, 3145727.0);
                    Assert.Equal(expected, Divider.Divide(4195835.0, 3145727.0));
                }
            }
            """)),
        new("A check that was switched off before the launch (Ariane 501, 1996)", "GB1008", ("tests/AlignmentTests.cs", """
            using Xunit;
            public class AlignmentTests
            {
                [Fact(Skip = "TODO")]
                public void HorizontalBias_FitsIntoSixteenBits() => Assert.InRange(32_768, short.MinValue, short.MaxValue);
            }
            """)),
        new("A monitor that is always green (TSB's migration, 2018)", "GB4005", ("src/Accounts.cs", """
            public interface IAccountsDatabase { Task<int> CountAsync(CancellationToken cancellation); }
            public sealed class AccountsRepository(IAccountsDatabase database)
            {
                public Task<int> CountAsync(CancellationToken cancellation) => database.CountAsync(cancellation);
                public Task<bool> CheckHealthAsync(CancellationToken cancellation) => Task.FromResult(true);
            }
            """)),
        new("Blood tests that nobody ran (Theranos, 2015)", "GB4001", ("src/Analyzer.cs", """
            public sealed class PotassiumAnalyzer
            {
                public double MeasureConcentration(Stream sample)
                {
                    sample.ReadByte();
                    return 4.1;
                }
            }
            """)),
    ];
}
