using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class CommandInjectionTests
{
    private static string Action(string body) => $$"""
        using System.Diagnostics;
        using Microsoft.AspNetCore.Mvc;

        public class JobsController : ControllerBase
        {
            [HttpPost]
            public void Start(string file, int pages)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("[|Process.Start(file)|];")]
    [InlineData("[|Process.Start(\"convert\", file + \" out.png\")|];")]
    [InlineData("var start = new ProcessStartInfo(\"sh\", $\"-c \\\"convert {file}\\\"\"); [|Process.Start(start)|];")]
    [InlineData("var start = new ProcessStartInfo(\"convert\"); start.Arguments = file; [|Process.Start(start)|];")]
    [InlineData("[|Process.Start(new ProcessStartInfo { FileName = file, UseShellExecute = true })|];")]
    [InlineData("Start([|new ProcessStartInfo(file)|]); static void Start(ProcessStartInfo start) => Console.WriteLine(start.FileName);")]
    public Task WhatARequestSays_Triggers(string body) => RuleTest.VerifyAsync<CommandInjection>(Action(body));

    [Theory]
    [InlineData("Process.Start(\"convert\", \"in.pdf out.png\");")]
    [InlineData("Process.Start(\"convert\", \"in.pdf -pages \" + pages);")]
    [InlineData("var start = new ProcessStartInfo(\"convert\"); start.ArgumentList.Add(file); Process.Start(start);")]
    [InlineData("var tool = file switch { \"pdf\" => \"pdftotext\", _ => \"cat\" }; Process.Start(tool);")]
    [InlineData("if (Guid.TryParse(file, out var id)) Process.Start(\"convert\", id + \".pdf\");")]
    [InlineData("if (System.Text.RegularExpressions.Regex.IsMatch(file, \"^[a-z0-9]{1,20}\\\\z\")) Process.Start(\"convert\", file);")]
    [InlineData("using var process = Process.Start(new ProcessStartInfo(\"sort\") { RedirectStandardInput = true }); process!.StandardInput.Write(file);")]
    public Task AFixedCommand_DoesNotTrigger(string body) => RuleTest.VerifyAsync<CommandInjection>(Action(body));
}
