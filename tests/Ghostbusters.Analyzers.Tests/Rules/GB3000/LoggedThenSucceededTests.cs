using Ghostbusters.Analyzers.Rules.GB3000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB3000;

public class LoggedThenSucceededTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<LoggedThenSucceeded>($$"""
        using Microsoft.Extensions.Logging;
        public enum Status { Running, Completed }
        public class Job { public Status Status { get; set; } }
        public class Message;
        public class Worker
        {
            ILogger _log = null!;
            readonly List<string> _errors = [];
            static void Work() { }
            static void Other() { }
            static Task CompleteAsync(Message m) => Task.CompletedTask;
            {{members}}
        }
        """);

    [Theory]
    [InlineData("void M() { try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); } [|_log.LogInformation(\"Work completed\");|] }")]
    [InlineData("void M() { try { Work(); } catch (Exception e) { Console.WriteLine(e); } [|Console.WriteLine(\"Done\");|] }")]
    [InlineData("void M(Job j) { try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); } [|j.Status = Status.Completed;|] }")]
    [InlineData("void M(Job j) { try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); } finally { [|j.Status = Status.Completed;|] } }")]
    [InlineData("async Task M(Message m) { try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); } [|await CompleteAsync(m);|] }")]
    [InlineData("void M() { Other(); try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); } [|_log.LogInformation(\"Work succeeded\");|] }")]
    [InlineData("bool Work2() { Other(); try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); } return true; } bool SendIt() { Other(); try { SendIt(); } catch (Exception e) { _log.LogError(e, \"x\"); } [|return true;|] }")]
    public Task Joins_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("void M() { try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); return; } _log.LogInformation(\"Work completed\"); }")]
    [InlineData("void M() { try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); throw; } _log.LogInformation(\"Work completed\"); }")]
    [InlineData("void M() { try { Work(); _log.LogInformation(\"Work completed\"); } catch (Exception e) { _log.LogError(e, \"x\"); } }")]
    [InlineData("void M() { var ok = true; try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); ok = false; } if (ok) _log.LogInformation(\"Work completed\"); }")]
    [InlineData("void M() { try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); _errors.Add(e.Message); } _log.LogInformation(\"Work completed\"); }")]
    [InlineData("void M() { try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); } _log.LogInformation(\"Work not completed\"); }")]
    [InlineData("void M() { try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); } Other(); _log.LogInformation(\"Completed\"); }")]
    [InlineData("void M() { Other(); try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); } _log.LogInformation(\"Startup completed\"); }")]
    [InlineData("void M() { for (var i = 0; i < 3; i++) { try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); } } _log.LogInformation(\"Completed\"); }")]
    [InlineData("void M() { try { Work(); } catch (OperationCanceledException e) { _log.LogError(e, \"x\"); } _log.LogInformation(\"Completed\"); }")]
    [InlineData("void M() { var n = 0; try { Work(); n = 3; } catch (Exception e) { _log.LogError(e, \"x\"); } _log.LogInformation(\"{N} completed\", n); }")]
    [InlineData("bool Save() { try { Work(); } catch (Exception e) { _log.LogError(e, \"x\"); } return true; }")]
    public Task ToldApart_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public async Task Message_NamesReportAndCatch()
    {
        var found = await RuleTest.VerifyAsync<LoggedThenSucceeded>("class C { void M() { try { Console.Beep(); }\ncatch (Exception e) { Console.WriteLine(e); } [|Console.WriteLine(\"All saved.\");|] } }");
        Assert.Equal(
            "'All saved.' reports completion, but it also follows the catch of 'Exception' on line 2, which only logs the failure. Report it inside the try, or leave or rethrow in the catch.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<LoggedThenSucceeded>("class C { void M() { try { X(; } catch (Y e) { Log(e); } Console.WriteLine(\"done\"); }");
}
