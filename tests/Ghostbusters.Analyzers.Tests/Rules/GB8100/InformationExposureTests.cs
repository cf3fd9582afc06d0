using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class InformationExposureTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<InformationExposure>($$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;
        public class C(ILogger<C> log) : ControllerBase
        {
            private static void Work() { }
            {{members}}
        }
        """);

    [Theory]
    [InlineData("public IActionResult M() { try { Work(); return Ok(); } catch (Exception e) { return [|BadRequest(e.Message)|]; } }")]
    [InlineData("public IActionResult M() { try { Work(); return Ok(); } catch (Exception e) { return [|StatusCode(500, e.StackTrace)|]; } }")]
    [InlineData("public IResult N() { try { Work(); return Results.Ok(); } catch (IOException e) { return [|Results.Problem(e.StackTrace)|]; } }")]
    [InlineData("public IActionResult M(System.Net.NetworkCredential c) => [|Ok(c.Password)|];")]
    [InlineData("public void M(System.Net.NetworkCredential c) => [|log.LogInformation(\"password {P}\", c.Password)|];")]
    public Task FromOutside_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("public IActionResult M() { try { Work(); return Ok(); } catch (Exception e) { log.LogError(e, \"failed\"); return BadRequest(\"failed\"); } }")]
    [InlineData("public IActionResult M() { try { Work(); return Ok(); } catch (Exception e) { log.LogError(\"failed: \" + e.Message); return StatusCode(500); } }")]
    [InlineData("public class Refused(string m) : Exception(m); public IActionResult M() { try { Work(); return Ok(); } catch (Refused e) { return Conflict(e.Message); } }")]
    [InlineData("public IActionResult M() { try { Work(); return Ok(); } catch (Exception e) { return StatusCode(500, e.GetType().Name); } }")]
    [InlineData("public IActionResult M(System.Net.NetworkCredential c) => Ok(c.UserName);")]
    [InlineData("public IActionResult M(string s) => Ok(s);")]
    [InlineData("public class Refused(string m) : Exception(m); public IActionResult M(Exception error) => error is Refused refused ? Conflict(refused.Message) : StatusCode(500);")]
    [InlineData("public class Refused(string m) : Exception(m); public IActionResult M(Exception error) { var text = \"\"; switch (error) { case Refused: text = error.Message; break; } return Conflict(text); }")]
    [InlineData("public IActionResult M(Microsoft.Extensions.Hosting.IHostEnvironment environment) { var text = \"failed\"; try { Work(); } catch (Exception e) { if (Microsoft.Extensions.Hosting.HostEnvironmentEnvExtensions.IsDevelopment(environment)) text = e.StackTrace; } return BadRequest(text); }")]
    public Task Harmless_DoesNotTrigger(string members) => Verify(members);
}
