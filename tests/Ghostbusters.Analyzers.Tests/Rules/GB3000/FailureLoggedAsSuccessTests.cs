using Ghostbusters.Analyzers.Rules.GB3000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB3000;

public class FailureLoggedAsSuccessTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<FailureLoggedAsSuccess>($$"""
        using Microsoft.Extensions.Logging;
        public class Result { public bool Success { get; set; } public bool HasErrors { get; set; } public List<string> Errors { get; } = []; public string? Error { get; set; } }
        public class Worker
        {
            ILogger _log = null!;
            static Result Work() => new();
            static void Other() { }
            {{members}}
        }
        """);

    [Theory]
    [InlineData("void M() { try { Work(); } catch (Exception) { [|_log.LogInformation(\"Import completed\")|]; } }")]
    [InlineData("void M() { var r = Work(); if (!r.Success) { [|_log.LogInformation(\"Import completed\")|]; } }")]
    [InlineData("void M() { var r = Work(); if (r.Success) { Other(); } else { [|Console.WriteLine(\"Success!\")|]; } }")]
    [InlineData("void M() { var r = Work(); if (r.Success) return; [|Console.WriteLine(\"Success!\")|]; }")]
    [InlineData("void M() { var r = Work(); if (r.HasErrors) [|_log.LogInformation(\"Import succeeded\")|]; }")]
    [InlineData("void M() { var r = Work(); if (r.Errors.Any()) [|_log.LogInformation($\"Import {r} succeeded\")|]; }")]
    [InlineData("void M() { try { Work(); } finally { [|_log.LogInformation(\"Import completed successfully\")|]; } }")]
    [InlineData("void M(System.Diagnostics.Process p) { if (p.ExitCode != 0) { [|_log.LogInformation(\"Build succeeded\")|]; } }")]
    public Task AfterFailure_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("void M() { try { Work(); _log.LogInformation(\"Import completed\"); } catch (Exception) { _log.LogError(\"Import failed\"); } }")]
    [InlineData("void M() { try { Work(); } catch (Exception) { _log.LogInformation(\"Import not completed\"); } }")]
    [InlineData("void M() { var r = Work(); if (!r.Success) { _log.LogInformation(\"Unable to successfully import\"); } }")]
    [InlineData("void M() { try { Work(); } catch (Exception) { Other(); _log.LogInformation(\"Import completed\"); } }")]
    [InlineData("void M() { try { Work(); } catch (OperationCanceledException) { _log.LogInformation(\"Shutdown completed\"); } }")]
    [InlineData("void M() { try { Work(); } catch (IOException e) when (e.HResult == 3) { _log.LogInformation(\"Import completed\"); } }")]
    [InlineData("void M() { var r = Work(); if (r.Success) _log.LogInformation(\"Import completed\"); }")]
    [InlineData("void M() { var r = Work(); if (!r.Success) return; _log.LogInformation(\"Import completed\"); }")]
    [InlineData("void M() { var r = Work(); if (!r.Success) { Other(); _log.LogInformation(\"Import completed\"); } }")]
    [InlineData("void M() { var r = Work(); if (!r.Success) { _log.LogInformation(\"Import completed: {Error}\", r.Error); } }")]
    [InlineData("void M() { var ok = false; try { Work(); ok = true; } finally { if (ok) _log.LogInformation(\"Import completed\"); } }")]
    [InlineData("void M() { try { Work(); } finally { Other(); _log.LogInformation(\"Clean-up completed\"); } }")]
    public Task Honest_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public async Task Message_NamesWordAndFailure()
    {
        var found = await RuleTest.VerifyAsync<FailureLoggedAsSuccess>("class C { void M() { try { Console.Beep(); }\ncatch (Exception) { [|Console.WriteLine(\"All saved.\")|]; } } }");
        Assert.Equal(
            "This message says 'saved', but it stands in the catch of 'Exception' on line 2. Log it where the work has succeeded, and name the failure here.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_Triggers() => RuleTest.VerifyBrokenAsync<FailureLoggedAsSuccess>("class C { void M() { try { X(; } catch (Y e) { [|Console.WriteLine(\"done\")|]; }");
}
