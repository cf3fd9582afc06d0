using System.Collections.Immutable;

namespace Ghostbusters.Engine.Tests.KnownFailures;

/// <summary>
/// What the plans that this project began with promise of services (moved to functions and queues, ticked off as completed),
/// told again as the code that such a plan leaves behind.
/// </summary>
internal static class PlansOfMigrations
{
    public static ImmutableArray<KnownFailure> All { get; } =
    [
        new("A plan whose boxes are ticked", "GB2005",
            ("README.md", "# Plan\n\n## Phase 1: functions - COMPLETED\n\n- [x] `ReportExport.ExportReport` writes the report\n"),
            ("src/ReportExport.cs", """
                public static class ReportExport
                {
                    public static byte[] ExportReport(string project) => throw new NotImplementedException();
                }
                """)),
        new("A confidence that is the same for every project", "GB4001", ("src/Detector.cs", """
            public sealed class Detector
            {
                public double GetConfidenceScore(IReadOnlyList<string> files)
                {
                    Console.WriteLine($"analyzing {files.Count} files");
                    Array.Sort(files.ToArray());
                    return 0.95;
                }
            }
            """)),
        new("A subprocess whose end nobody looks at", "GB3007", ("src/Subprocess.cs", """
            using System.Diagnostics;
            public static class Subprocess
            {
                public static string Run(string command)
                {
                    using var process = Process.Start(new ProcessStartInfo(command) { RedirectStandardOutput = true })!;
                    process.WaitForExit(30_000);
                    return process.StandardOutput.ReadToEnd();
                }
            }
            """)),
        new("A queue whose dead letters never come", "GB3008", ("src/Worker.cs", """
            using Amazon.Lambda.SQSEvents;
            public sealed class Worker
            {
                public async Task HandleAsync(SQSEvent batch)
                {
                    foreach (var record in batch.Records)
                    {
                        try
                        {
                            await StoreAsync(record.Body);
                        }
                        catch (Exception failure)
                        {
                            Console.Error.WriteLine(failure.Message);
                        }
                    }
                }

                private static Task StoreAsync(string body) => File.WriteAllTextAsync(Path.Combine("/tmp", body), body);
            }
            namespace Amazon.Lambda.SQSEvents
            {
                public class SQSEvent
                {
                    public List<SQSMessage> Records { get; set; } = [];
                    public class SQSMessage { public string Body { get; set; } = ""; public string MessageId { get; set; } = ""; }
                }
            }
            """)),
        new("A handler for later", "GB2003", ("src/Upload.cs", """
            public static class Upload
            {
                public static string UrlOf(string key)
                {
                    // For now, return a fixed bucket. In production this would come from the stack's outputs.
                    return "https://bucket.example/" + key;
                }
            }
            """)),
        new("A test of its mocks", "GB1006", ("tests/StorageTests.cs", """
            using Moq;
            using Xunit;
            public interface IStorage { string Read(string key); }
            public class StorageTests
            {
                [Fact]
                public void Read_GivesTheText()
                {
                    var storage = new Mock<IStorage>();
                    storage.Setup(s => s.Read("a")).Returns("text");
                    Assert.Equal("text", storage.Object.Read("a"));
                }
            }
            """)),
        new("An integration test that asserts where all went well", "GB1003", ("tests/ApiTests.cs", """
            using Xunit;
            public static class Api { public static string? Answer(string route) => route.Length > 3 ? route : null; }
            public class ApiTests
            {
                [Fact]
                public void Route_IsAnswered()
                {
                    var answer = Api.Answer("/x");
                    if (answer != null)
                        Assert.StartsWith("/", answer);
                }
            }
            """)),
        new("A smoke test that looks at nothing", "GB1002", ("tests/DeploymentTests.cs", """
            using Xunit;
            public sealed class Deployment { public string Url { get; private set; } = ""; public void Start(string stage) => Url = "https://" + stage; }
            public class DeploymentTests
            {
                [Fact]
                public void Start_PublishesTheUrl()
                {
                    var deployment = new Deployment();
                    deployment.Start("prod");
                }
            }
            """)),
        new("A search that is still to be written", "GB2001", ("src/Search.cs", """
            public sealed class ConversationSearch
            {
                /// <summary>The conversations that match; empty where none does.</summary>
                public IReadOnlyList<string> SearchConversations(string user, string words) => [];
            }
            """)),
    ];
}
