using Ghostbusters.Analyzers.Rules.GB3000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB3000;

public class CatchReturnsSuccessTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<CatchReturnsSuccess>($$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        public enum Status { Failed, Success }
        public class Result { public bool IsSuccess { get; set; } public string? Error { get; set; } public static Result Success() => new() { IsSuccess = true }; public static Result Fail(string e) => new() { Error = e }; }
        public class Api : ControllerBase
        {
            Exception? _last;
            readonly List<string> _errors = [];
            static void Work() { }
            static Task WorkAsync() => Task.CompletedTask;
            static void Log(Exception e) { }
            {{members}}
        }
        """);

    [Theory]
    [InlineData("bool Save() { try { Work(); return true; } catch (Exception) { return [|true|]; } }")]
    [InlineData("bool TryGet(out string v) { try { v = Environment.MachineName; return true; } catch (Exception) { v = default!; return [|true|]; } }")]
    [InlineData("bool Save() { try { Work(); } [|catch|] (IOException e) { Log(e); } return true; }")]
    [InlineData("bool Save() { var ok = false; try { Work(); ok = true; } [|catch|] { ok = true; } return ok; }")]
    [InlineData("async Task<bool> SendAsync() { try { await WorkAsync(); return true; } catch (Exception e) { Log(e); return [|true|]; } }")]
    [InlineData("Task<bool> SendAsync() { try { Work(); return Task.FromResult(true); } catch { return [|Task.FromResult(true)|]; } }")]
    [InlineData("bool IsAuthorized(string t) { try { return t.Length > 3; } catch (Exception) { return [|true|]; } }")]
    [InlineData("IActionResult Put() { try { Work(); return Ok(); } catch (Exception e) { Log(e); return [|Ok()|]; } }")]
    [InlineData("IActionResult Put() { try { Work(); return StatusCode(200); } catch (Exception) { return [|StatusCode(200)|]; } }")]
    [InlineData("IResult Put() { try { Work(); return Results.Ok(); } catch (Exception) { return [|Results.Ok()|]; } }")]
    [InlineData("Status Run() { try { Work(); return Status.Success; } catch (Exception) { return [|Status.Success|]; } }")]
    [InlineData("Status Run() { var s = Status.Success; try { Work(); } [|catch|] (Exception e) { Log(e); } return s; }")]
    [InlineData("Result Run() { try { Work(); return Result.Success(); } catch (Exception) { return [|Result.Success()|]; } }")]
    [InlineData("Result Run() { try { Work(); return new Result { IsSuccess = true }; } catch (Exception) { return [|new Result { IsSuccess = true }|]; } }")]
    [InlineData("static int Main() { try { Work(); return 0; } catch (Exception e) { Console.WriteLine(e); return [|0|]; } }")]
    [InlineData("void M() { bool SaveIt() { try { Work(); return true; } catch { return [|true|]; } } SaveIt(); }")]
    [InlineData("Func<IResult> M() => () => { try { Work(); return Results.Ok(); } catch (Exception) { return [|Results.Ok()|]; } };")]
    [InlineData("bool Save() { try { Work(); return true; } catch (IOException) { return false; } catch (Exception) { return [|true|]; } finally { Work(); } }")]
    public Task SameAnswer_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("bool Save() { try { Work(); return true; } catch (Exception) { return false; } }")]
    [InlineData("bool Save() { var ok = true; try { Work(); } catch (Exception) { ok = false; } return ok; }")]
    [InlineData("bool Save() { try { Work(); return true; } catch (Exception e) { Log(e); throw; } }")]
    [InlineData("bool IsLocked() { try { Work(); return false; } catch (IOException) { return true; } }")]
    [InlineData("bool ShouldRetry() { try { Work(); return Environment.TickCount > 5; } catch (Exception) { return true; } }")]
    [InlineData("bool TestThrows() { try { Work(); return false; } catch (Exception) { return true; } }")]
    [InlineData("bool HandleException(Exception x) { try { Log(x); return true; } catch (Exception) { return true; } }")]
    [InlineData("class OrderAlreadyExistsException : Exception; bool Create() { try { Work(); return true; } catch (OrderAlreadyExistsException) { return true; } }")]
    [InlineData("bool Delete() { try { Work(); return true; } catch (FileNotFoundException) { return true; } }")]
    [InlineData("class WarningException : Exception; bool Run() { try { Work(); return true; } catch (WarningException e) { Log(e); return true; } }")]
    [InlineData("bool TryGet(out string? v) { try { v = Environment.MachineName; return true; } catch (Exception) { v = default; return false; } }")]
    [InlineData("bool ProcessItem(int i) { try { Work(); return true; } catch (Exception) { return true; } } void M() { new List<int>().TrueForAll(ProcessItem); }")]
    [InlineData("bool Create() { try { Work(); return true; } catch (IOException e) when (e.HResult == 80) { return true; } }")]
    [InlineData("bool Run() { try { Work(); return true; } catch (OperationCanceledException) { return true; } }")]
    [InlineData("bool Save() { try { Work(); return true; } catch (Exception e) { _last = e; return true; } }")]
    [InlineData("bool Save() { try { Work(); return true; } catch (Exception e) { _errors.Add(e.Message); return true; } }")]
    [InlineData("bool Save() { try { Work(); return true; } catch (Exception) { SaveElsewhere(); return true; } } void SaveElsewhere() { }")]
    [InlineData("bool Save() { try { Work(); return true; } catch (Exception) { return SaveElsewhere(); } } bool SaveElsewhere() => true;")]
    [InlineData("bool Save() { for (var i = 0; i < 3; i++) { try { Work(); return true; } catch (IOException) { Thread.Sleep(1); } } return false; }")]
    [InlineData("bool Save() { var done = false; while (!done) { try { Work(); done = true; } catch (IOException) { } } return true; }")]
    [InlineData("bool Save() { Work(); try { Console.Beep(); } catch (Exception e) { Log(e); } return true; }")]
    [InlineData("bool Save() { try { Work(); return true; } catch (IOException e) { if (e.HResult == 3) return false; return true; } }")]
    [InlineData("IActionResult Put() { try { Work(); return Ok(); } catch (Exception) { return BadRequest(); } }")]
    [InlineData("IActionResult Put() { try { Work(); return Ok(new { success = true }); } catch (Exception e) { return Ok(new { success = false, message = e.Message }); } }")]
    [InlineData("IActionResult Put() { try { Work(); return Ok(\"saved\"); } catch (Exception) { return Ok(\"failed\"); } }")]
    [InlineData("IActionResult Put() { try { Work(); return Ok(new Result { IsSuccess = true }); } catch (Exception) { return Ok(new Result { IsSuccess = false }); } }")]
    [InlineData("Result Run() { var r = new Result { IsSuccess = true }; try { Work(); } catch (Exception) { r.IsSuccess = false; } return r; }")]
    [InlineData("Result Run() { try { Work(); return Result.Success(); } catch (Exception e) { return Result.Fail(e.Message); } }")]
    [InlineData("static int Main() { try { Work(); return 0; } catch (Exception) { return 1; } }")]
    [InlineData("int Count() { try { Work(); return 0; } catch (Exception) { return 0; } }")]
    [InlineData("bool Save() { try { Work(); return true; } catch (Exception) { /* already saved by the other node */ return true; } }")]
    [InlineData("bool Handle() { try { Work(); return true; } catch (Exception e) { /* true, so the broker drops it */ Console.WriteLine(e); return true; } }")]
    [InlineData("[Xunit.Fact] public bool SaveWorks() { try { Work(); return true; } catch (Exception) { return true; } }")]
    public Task CallerCanTell_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public async Task Message_NamesMethodAnswerAndCatch()
    {
        var found = await RuleTest.VerifyAsync<CatchReturnsSuccess>("class C { bool Save() { try { Console.Beep(); return true; }\ncatch (Exception) { return [|true|]; } } }");
        Assert.Equal(
            "'Save' says by 'true' that it succeeded, but the catch of 'Exception' on line 2 ends in the same answer, so no caller learns of the failure. Return a failure there, or let the exception go on.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task TopLevelProgram_Triggers() => RuleTest.VerifyAsync<CatchReturnsSuccess>("""
        try { File.Delete("a"); return 0; } catch (Exception e) { Console.WriteLine(e); return [|0|]; }
        class Other { void M() { try { M(); } catch (Exception e) { Console.WriteLine(e); } } }
        """);

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<CatchReturnsSuccess>("class C { bool Save() { try { X(; return true; } catch (Y) { return true; }");
}
